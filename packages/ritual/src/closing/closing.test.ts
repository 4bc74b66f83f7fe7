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
  test('an improvement is unsigned: random id, no actor in its event, its author a confidence', () => {
    const c = circle(...five)
    const actId = c.did('dan', { type: 'give-closing', improvement: 'Tenir la pause' })
    const improvement = c.board.closing.improvements[0]
    expect(improvement?.text).toBe('Tenir la pause')
    expect(improvement?.id).not.toBe(actId)
    expect(c.events.filter(({ fact }) => fact.type.startsWith('closing')).map(({ stamp }) => stamp)).toEqual([{ at: c.now }, { at: c.now }])
    expect(c.refusal('eve', { type: 'withdraw-entry', kind: 'closing-improvement', id: improvement?.id ?? '' })).toBeDefined()
    c.did('dan', { type: 'give-closing', improvement: 'Tenir la pause, même en retard' })
    expect(c.board.closing.improvements).toHaveLength(1)
    c.did('dan', { type: 'withdraw-entry', kind: 'closing-improvement', id: c.board.closing.improvements[0]?.id ?? '' })
    expect(c.board.closing.improvements).toEqual([])
    expect(c.secrets.all('authorship')).toEqual([])
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
