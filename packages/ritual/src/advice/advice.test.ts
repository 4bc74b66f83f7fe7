import { expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { circle, type Circle } from '../circle.ts'

const table = (): Circle & { item: string } => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eli')
  const item = c.did('cleo', { type: 'propose-item', kind: 'advice', title: 'L’épicerie le dimanche', expectation: 'Votre avis' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  c.did('cleo', {
    type: 'set-advice',
    itemId: item,
    question: 'Ouvrir le dimanche ?',
    decider: 'dan',
    forOrg: 'org:coop',
    decideBy: '2026-12-17',
  })
  return Object.assign(c, { item })
}
const give = (c: { item: string }, more: Partial<Extract<ActInput, { type: 'give-advice' }>> = {}): ActInput => ({
  type: 'give-advice',
  itemId: c.item,
  text: 'Favorable.',
  ...more,
})

test('[A10] names the decider and the day; only on an advice item, by its carrier, with a day to come', () => {
  const c = table()
  expect(c.board.advice[c.item]).toMatchObject({ decider: 'dan', forOrg: 'org:coop', decideBy: '2026-12-17', status: 'open' })
  const set: ActInput = { type: 'set-advice', itemId: c.item, question: 'Ouvrir ?', decider: 'dan', decideBy: '2026-12-18' }
  expect(c.refusal('eli', set)).toBe('not-permitted')
  expect(c.refusal('cleo', { ...set, decideBy: '2026-12-01' })).toBe('window-closed')
  expect(c.refusal('cleo', { ...set, decider: 'nobody' })).toBe('unknown-person')
  c.did('cleo', set)
  const other = c.did('eli', { type: 'propose-item', kind: 'information', title: 'Four', expectation: 'Écouter' })
  expect(c.refusal('eli', { ...set, itemId: other })).toBe('process-locked')
})

test('[contract § Acts] nobody speaks under the id of what another has said: what becomes of the one would become of the other', () => {
  const c = table()
  const first = c.did('eli', give(c))
  expect(c.does('ben', give(c, { text: 'Par-dessus.' }), { actId: first })).toMatchObject({ ok: false, refused: 'already-there' })
  expect(c.board.advice[c.item]?.given).toHaveLength(1)
  const asked = c.did('cleo', { type: 'ask-advice', itemId: c.item, target: 'org:sci', as: 'impacted' })
  expect(c.does('ben', give(c), { actId: asked })).toMatchObject({ ok: false, refused: 'already-there' })
})

test('[A11] advice with the title and voice it was given, in the order given', () => {
  const c = table()
  c.did('eli', { type: 'set-voices', voices: [{ org: 'org:abeille' }] })
  c.did('eli', give(c, { as: 'competent', voice: 'org:abeille' }))
  expect(c.refusal('ben', give(c, { voice: 'org:sci' }))).toBe('not-yours')
  c.did('ben', give(c, { as: 'impacted', attribution: 'unnamed', text: 'Défavorable.' }))
  expect(c.board.advice[c.item]?.given).toMatchObject([
    { personId: 'eli', voice: 'org:abeille', as: 'competent' },
    { attribution: 'unnamed', as: 'impacted', text: 'Défavorable.' },
  ])
  expect(JSON.stringify(c.board.advice)).not.toContain('ben')
})

test('[A11] asked as impacted or competent, once each; a contact answers for its structure', () => {
  const c = table()
  const ask: ActInput = { type: 'ask-advice', itemId: c.item, target: 'com:accueil', as: 'impacted', expectedBy: '2026-12-14' }
  expect(c.refusal('eli', ask)).toBe('not-permitted')
  c.did('cleo', ask)
  expect(c.refusal('cleo', ask)).toBe('already-there')
  expect(c.refusal('cleo', { ...ask, target: 'com:nowhere' })).toBe('no-such-thing')
  expect(c.receives('com:accueil', give(c, { as: 'impacted' })).ok).toBe(true)
  expect(c.board.advice[c.item]).toMatchObject({
    asked: [{ target: 'com:accueil', expectedBy: '2026-12-14' }],
    given: [{ attribution: 'voice-only', voice: 'com:accueil' }],
  })
})

test('[A11, D3] only the decider concludes, after the impacted were asked, and answers each advice', () => {
  const c = table()
  const conclude: ActInput = { type: 'conclude-advice', itemId: c.item, text: 'Nous ouvrons à l’essai.' }
  expect(c.refusal('cleo', conclude)).toBe('not-yours')
  expect(c.refusal('dan', conclude)).toBe('impacted-not-asked')
  c.did('cleo', { type: 'set-item', itemId: c.item, structures: ['org:qrt', 'org:sci'] })
  c.did('cleo', { type: 'ask-advice', itemId: c.item, target: 'org:qrt', as: 'impacted' })
  expect(c.does('dan', conclude)).toEqual({ ok: false, refused: 'impacted-not-asked', detail: { organisations: ['org:sci'] } })
  c.did('cleo', { type: 'ask-advice', itemId: c.item, target: 'org:sci', as: 'impacted' })
  const adviceId = c.did('eli', give(c))
  c.did('dan', conclude)
  expect(c.board.advice[c.item]?.status).toBe('decided')
  expect(c.refusal('eli', give(c))).toBe('too-late')
  const answer: ActInput = { type: 'answer-advice', itemId: c.item, adviceId, answer: 'partly', why: 'Les livraisons attendront.' }
  expect(c.refusal('cleo', answer)).toBe('not-yours')
  c.did('dan', answer)
  expect(c.board.advice[c.item]).toMatchObject({
    status: 'reported',
    given: [{ answer: 'partly', why: 'Les livraisons attendront.' }],
    outcome: { text: 'Nous ouvrons à l’essai.' },
  })
})

test('[§2.5-21] advice stays open until the day of the decision, after the meeting too', () => {
  const c = table()
  c.did('ada', { type: 'close', postponeRest: true })
  c.at('2026-12-17T20:00:00Z').did('eli', give(c))
  c.at('2026-12-17T23:30:00Z')
  expect(c.refusal('eli', give(c))).toBe('window-closed')
})
