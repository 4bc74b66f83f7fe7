import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'

const five = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const
const give = (c: Circle, answers: Record<string, 1 | 2 | 3 | 4 | 5>): void => {
  for (const [name, roti] of Object.entries(answers)) c.did(name, { type: 'give-closing', roti })
}

describe('[§2.7] the closing round', () => {
  test('words are published only when ticked; thanks never are', () => {
    const c = circle(...five)
    c.did('ada', { type: 'give-closing', words: 'Contente.', publish: true, thanks: 'Ben' })
    c.did('ben', { type: 'give-closing', words: 'Un peu lourd.' })
    expect(c.board.closing.words.map(({ personId, text }) => [personId, text])).toEqual([['ada', 'Contente.']])
    expect(JSON.stringify(c.board)).not.toContain('lourd')
    expect(c.secrets.one('closing', 'closing', 'ben')?.payload).toEqual({ words: 'Un peu lourd.' })
    expect(c.secrets.one('closing', 'closing', 'ada')?.payload).toEqual({ thanks: 'Ben' })
  })
  test('giving again replaces; unticking takes the words off the board', () => {
    const c = circle(...five)
    c.did('ada', { type: 'give-closing', words: 'Contente.', publish: true })
    c.did('ada', { type: 'give-closing', words: 'Contente, finalement.' })
    expect(c.board.closing.words).toEqual([])
    c.did('ada', { type: 'give-closing', words: 'Voilà.', publish: true })
    expect(c.board.closing.words).toHaveLength(1)
    expect(c.secrets.one('closing', 'closing', 'ada')).toBeUndefined()
  })
  test('emptied words and an emptied improvement are taken back, published or not; what is left out stays', () => {
    const c = circle(...five)
    c.did('ada', { type: 'give-closing', words: 'Contente.', publish: true, roti: 4, improvement: 'Tenir la pause' })
    c.did('ada', { type: 'give-closing', roti: 5 })
    expect(c.board.closing.words.map(({ text }) => text)).toEqual(['Contente.'])
    c.did('ada', { type: 'give-closing', words: '', publish: true, improvement: '' })
    expect(c.board.closing.words).toEqual([])
    expect(c.secrets.one('closing', 'closing', 'ada')).toBeUndefined()
    expect(c.secrets.one('closing-improvement', 'closing', 'ada')).toBeUndefined()
    expect(c.secrets.one('roti', 'closing', 'ada')?.payload).toEqual({ roti: 5 })
    c.did('ben', { type: 'give-closing', words: 'Un peu lourd.' })
    c.did('ben', { type: 'give-closing', words: '' })
    expect(c.secrets.one('closing', 'closing', 'ben')).toBeUndefined()
  })
  test('an improvement waits unseen until the close, then nothing ties it to its author: neither its update, its id, its event nor its place', () => {
    const c = circle(...five)
    const actId = c.did('dan', { type: 'give-closing', improvement: 'Tenir la pause' })
    c.did('eve', { type: 'give-closing', improvement: 'Expliquer les sigles' })
    expect(c.board.closing).toMatchObject({ improvements: [], heard: ['dan', 'eve'] })
    expect(JSON.stringify(c.events)).not.toContain('Tenir la pause')
    expect(c.sees('eve', 'closing-improvement')).toEqual(['Expliquer les sigles'])
    expect(c.sees('ada', 'closing-improvement')).toEqual([])
    c.did('dan', { type: 'give-closing', improvement: 'Tenir la pause, même en retard' })
    c.did('ada', { type: 'close' })
    expect(c.board.closing.improvements.map(({ text }) => text)).toEqual(['Expliquer les sigles', 'Tenir la pause, même en retard'])
    const mine = c.board.closing.improvements[1]?.id ?? ''
    expect(mine).not.toBe(actId)
    expect(c.events.filter(({ fact }) => fact.type === 'closing-improvement-given').map(({ stamp }) => stamp)).toEqual([
      { at: c.now },
      { at: c.now },
    ])
    expect(c.refusal('eve', { type: 'withdraw-entry', kind: 'closing-improvement', id: mine })).toBe('not-your-entry')
    c.did('dan', { type: 'withdraw-entry', kind: 'closing-improvement', id: mine })
    expect(c.board.closing.improvements).toHaveLength(1)
  })
  test('an improvement is taken back while it waits; one of the day after comes with the seal, in place of the first', () => {
    const c = circle(...five)
    c.did('cleo', { type: 'claim-role', role: 'scribe' })
    c.did('dan', { type: 'give-closing', improvement: 'Tenir la pause' })
    c.did('dan', { type: 'withdraw-entry', kind: 'closing-improvement' })
    expect(c.refusal('dan', { type: 'withdraw-entry', kind: 'closing-improvement' })).toBe('no-such-thing')
    c.did('eve', { type: 'give-closing', improvement: 'Expliquer les sigles' })
    c.did('ada', { type: 'close' })
    c.did('eve', { type: 'give-closing', improvement: 'Expliquer les sigles au début' })
    expect(c.board.closing.improvements.map(({ text }) => text)).toEqual(['Expliquer les sigles'])
    c.at('2026-12-12T08:00:00Z').did('ada', { type: 'seal' })
    c.did('cleo', { type: 'seal' })
    expect(c.board.closing.improvements.map(({ text }) => text)).toEqual(['Expliquer les sigles au début'])
  })
  test('a lone improvement of the day after is not signed by its author’s being heard', () => {
    const c = circle(...five)
    c.did('dan', { type: 'give-closing', roti: 4 })
    c.did('ada', { type: 'close' })
    const before = c.events.length
    c.at(1).did('eve', { type: 'give-closing', improvement: 'Tenir la pause' })
    expect(c.events.slice(before)).toEqual([])
    expect(c.board.closing.heard).toEqual(['dan'])
  })
  test('[§2.5-19] withdrawing takes back words, thanks and ROTI', () => {
    const c = circle(...five)
    c.did('ada', { type: 'give-closing', roti: 5, words: 'Bien.', publish: true, thanks: 'Ben' })
    c.did('ada', { type: 'withdraw-entry', kind: 'closing' })
    expect(c.board.closing.words).toEqual([])
    expect([...c.secrets]).toEqual([])
  })
})

describe('[§2.7] [AC-21] the ROTI', () => {
  test('is a confidence until the close, then a distribution without names', () => {
    const c = circle(...five)
    give(c, { ada: 5, ben: 4, cleo: 4, dan: 3, eve: 1 })
    expect(c.board.closing.roti).toBeUndefined()
    c.did('ada', { type: 'close' })
    expect(c.board.closing.roti).toEqual({ answers: 5, counts: { 1: 1, 2: 0, 3: 1, 4: 2, 5: 1 } })
  })
  test('under five answers never becomes a fact', () => {
    const c = circle(...five)
    give(c, { ada: 5, ben: 4, cleo: 4, dan: 3 })
    c.did('eve', { type: 'pass-closing' })
    c.did('ada', { type: 'close' })
    expect(c.board.closing).toMatchObject({ heard: [...five] })
    expect(c.board.closing.roti).toBeUndefined()
    expect(JSON.stringify(c.events)).not.toContain('roti')
  })
  test('[§4.5] accepted for 24 h after the close, from those who were there', () => {
    const c = circle(...five)
    c.did('ada', { type: 'close' })
    c.at(60).did('ben', { type: 'give-closing', roti: 4 })
    expect(c.at(24 * 60).refusal('cleo', { type: 'give-closing', roti: 4 })).toBe('too-late')
  })
})
