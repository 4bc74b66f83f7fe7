import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { circle, Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { previousOf } from '../previous.ts'

const table = (): Circle & { item: string } => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eli')
  const item = c.did('cleo', {
    type: 'propose-item',
    kind: 'broadcast',
    title: 'Parcours',
    expectation: 'Vos réactions',
    onBehalfOf: 'com:accueil',
  })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  return Object.assign(c, { item })
}
const set = (c: { item: string }, more: Partial<Extract<ActInput, { type: 'set-broadcast' }>> = {}): ActInput => ({
  type: 'set-broadcast',
  itemId: c.item,
  text: 'Trois journées.',
  decidedOn: '2026-11-26',
  openUntil: '2026-12-17',
  ...more,
})
const react = (c: { item: string }, more: Partial<Extract<ActInput, { type: 'react' }>> = {}): ActInput => ({
  type: 'react',
  itemId: c.item,
  reactionType: 'question',
  text: 'Qui loge ?',
  ...more,
})

describe('[D2] a circulated decision', () => {
  test('[AC-07] its item does not close without an end of the window', () => {
    const c = table()
    expect(c.refusal('ada', { type: 'close-item', itemId: c.item })).toBe('output-missing')
    c.did('cleo', { type: 'set-broadcast', itemId: c.item, text: 'Trois journées.', decidedOn: '2026-11-26' })
    expect(c.refusal('ada', { type: 'close-item', itemId: c.item })).toBe('window-missing')
    c.did('cleo', set(c))
    c.did('ada', { type: 'close-item', itemId: c.item })
    expect(c.board.broadcasts[c.item]).toMatchObject({ org: 'com:accueil', openUntil: '2026-12-17' })
  })

  test('[§2.5-21] a window never closes earlier than announced', () => {
    const c = table()
    expect(c.refusal('cleo', set(c, { openUntil: '2026-12-02' }))).toBe('window-closed')
    c.did('cleo', set(c))
    expect(c.refusal('cleo', set(c, { openUntil: '2026-12-16' }))).toBe('window-only-lengthens')
    c.did('cleo', set(c, { openUntil: '2026-12-20' }))
    c.did('cleo', { type: 'set-broadcast', itemId: c.item, text: 'Trois journées.', decidedOn: '2026-11-26' })
    expect(c.board.broadcasts[c.item]?.openUntil).toBe('2026-12-20')
  })

  test('once somebody has reacted, the text stays what they read', () => {
    const c = table()
    c.did('cleo', set(c))
    c.did('cleo', set(c, { text: 'Quatre journées.' }))
    c.did('dan', react(c))
    expect(c.refusal('cleo', set(c, { text: 'Cinq journées.' }))).toBe('text-locked')
  })
})

describe('[D2] reactions', () => {
  test('typed, with voice and attribution, by everyone and a structure’s contact; answered by the carrier alone', () => {
    const c = table()
    expect(c.refusal('dan', react(c))).toBe('no-such-thing')
    c.did('cleo', set(c))
    const id = c.did('dan', react(c))
    expect(c.board.reactions[id]).toMatchObject({ type: 'question', text: 'Qui loge ?', personId: 'dan', voice: null })
    expect(c.refusal('dan', react(c, { voice: 'org:qrt' }))).toBe('not-yours')
    c.did('eli', react(c, { reactionType: 'concern', attribution: 'unnamed' }))
    expect(JSON.stringify(c.board.reactions)).not.toContain('eli')
    expect(c.receives('org:qrt', react(c, { reactionType: 'support' })).ok).toBe(true)
    expect(c.refusal('ada', { type: 'answer-reaction', reactionId: id, text: 'Nous.' })).toBe('not-permitted')
    c.did('cleo', { type: 'answer-reaction', reactionId: id, text: 'Des volontaires.' })
    expect(c.board.reactions[id]?.answer).toBe('Des volontaires.')
  })

  test('[§2.4.8] after the announced day they are refused, and not before', () => {
    const c = table()
    c.did('cleo', set(c))
    c.did('ada', { type: 'close-item', itemId: c.item })
    c.did('ada', { type: 'close' })
    c.at('2026-12-17T22:30:00Z').did('dan', react(c))
    c.at('2026-12-17T23:30:00Z')
    expect(c.does('dan', react(c))).toEqual({ ok: false, refused: 'window-closed', detail: { until: '2026-12-17' } })
  })

  test('to a decision only once adopted', () => {
    const d = new DecisionCircle()
    const act: ActInput = { type: 'react', decisionId: d.id, reactionType: 'concern', text: 'Et le chauffage ?' }
    expect(d.c.refusal('eli', act)).toBe('wrong-status')
    d.round().to('improvement').c.did('ada', d.adopt())
    const reactionId = d.c.did('eli', act)
    d.c.did('cleo', { type: 'answer-reaction', reactionId, text: 'Point en mars.' })
    d.c.did('ada', { type: 'close', postponeRest: true })
    d.c.at('2026-12-18T08:00:00Z')
    expect(d.c.refusal('eli', act)).toBe('window-closed')
  })
})

describe('[D2] an objection in a reaction sends the decision to the next agenda', () => {
  test('of a circulated one: with what was said, and nobody’s name; a concern does not', () => {
    const c = table()
    c.did('cleo', set(c))
    c.did('eli', react(c, { reactionType: 'concern', text: 'C’est court.' }))
    expect(previousOf(c.board).items).toEqual([])
    c.did('dan', react(c, { reactionType: 'objection', text: 'Qui loge ?' }))
    c.did('eli', react(c, { reactionType: 'objection', text: 'Personne n’a été consulté.', attribution: 'unnamed' }))
    const next = new Circle({ title: 'suite', previous: previousOf(c.board) })
    expect(next.board.items['former-1']).toMatchObject({
      kind: 'broadcast',
      title: 'Parcours',
      status: 'proposed',
      context: 'Trois journées.\n– Qui loge ?\n– Personne n’a été consulté.',
    })
    expect(JSON.stringify(next.board.items)).not.toContain('dan')
  })

  test('of an adopted one: what is decided then would replace it', () => {
    const d = new DecisionCircle().round()
    d.c.did('ada', d.next())
    d.c.did('ada', d.adopt())
    d.c.did('eli', { type: 'react', decisionId: d.id, reactionType: 'objection', text: 'Le bail l’interdit.' })
    const next = new Circle({ title: 'suite', previous: previousOf(d.c.board) })
    expect(next.board.items['former-1']).toMatchObject({
      kind: 'decision',
      replaces: d.decision.ref,
      context: 'La salle se réserve.\n– Le bail l’interdit.',
    })
  })
})
