import { expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { objectionsLeft } from './state.ts'
import { DecisionCircle } from './decision-circle.ts'

const asks = (kind: 'clarification' | 'speak'): ActInput => ({ type: 'ask-floor', kind })

test('[§2.4.6] clarification is not left while somebody waits with a request to clarify', () => {
  const d = new DecisionCircle().to('clarification')
  d.c.did('dan', asks('speak'))
  d.c.did('eli', asks('clarification'))
  expect(d.c.refusal('ada', d.next())).toBe('not-clear-yet')
  d.c.did('eli', { type: 'leave-floor' })
  d.c.did('ada', d.next())
  expect(d.decision.step).toBe('feelings')
})

test('[§2.4.6] a round of feelings that treats a tension is not the one on the proposal, nor is one in which nobody was heard', () => {
  const d = new DecisionCircle().to('feelings')
  const care = d.c.did('ada', { type: 'start-round', kind: 'feelings' })
  d.c.did('ada', { type: 'end-round', roundId: care })
  expect(d.c.refusal('ada', d.next())).toBe('round-missing')
  const empty = d.c.did('ada', { type: 'start-round', kind: 'feelings', mode: 'popcorn', itemId: d.item })
  d.c.did('ada', { type: 'end-round', roundId: empty })
  expect(d.c.refusal('ada', d.next())).toBe('round-missing')
  d.feelings().c.did('ada', d.next())
  expect(d.decision.step).toBe('amendment')
})

test.each(['withdrawn', 'became-concern'] as const)(
  '[§2.4.6] an objection %s while the revealed round is shown leads to a new round, where it can be adopted',
  (how) => {
    const d = new DecisionCircle().round({ dan: { position: 'objection', text: 'Non.' } })
    const objectionId = d.decision.objections[0]?.id ?? ''
    if (how === 'withdrawn') d.c.did('dan', { type: 'withdraw-entry', kind: 'objection', id: objectionId })
    else d.c.did('ada', { type: 'test-objection', decisionId: d.id, objectionId, result: how })
    d.c.did('ada', d.next())
    expect(d.decision).toMatchObject({ step: 'objections', rounds: [{ round: 1 }, { round: 2 }] })
    d.allSay().c.did('ada', d.reveal())
    d.to('improvement').c.did('ada', d.adopt())
    expect(d.decision.status).toBe('adopted')
  },
)

test('[§2.4.6] an improvement is not kept while somebody objects', () => {
  const d = new DecisionCircle().round().to('improvement')
  const improvementId = d.c.did('eli', { type: 'improve', decisionId: d.id, text: 'afficher la charte' })
  d.c.did('dan', { type: 'state-objection', decisionId: d.id, text: 'Pas cela.' })
  const keep = (kept: boolean): ActInput => ({ type: 'keep-improvement', decisionId: d.id, improvementId, kept })
  expect(d.c.refusal('cleo', keep(true))).toBe('objections-open')
  d.c.did('cleo', keep(false))
  d.c.did('dan', { type: 'lift-objection', decisionId: d.id, objectionId: d.decision.objections[0]?.id ?? '' })
  d.c.did('cleo', keep(true))
  expect(d.decision.improvements).toMatchObject([{ kept: true }])
})

test('an objection taken back after the reveal is none to take in any more; what was revealed stays counted', () => {
  const d = new DecisionCircle().round({
    dan: { position: 'objection', text: 'Trop tôt.' },
    eli: { position: 'objection', text: 'Trop cher.' },
  })
  const left = () => objectionsLeft(d.decision, d.decision.rounds.at(-1)!)
  const takesBack = (who: string) => {
    const id = d.decision.objections.find(({ personId }) => personId === who)?.id ?? ''
    d.c.did(who, { type: 'withdraw-entry', kind: 'objection', id })
  }
  expect(left()).toBe(2)
  takesBack('dan')
  expect(left()).toBe(1)
  takesBack('eli')
  expect([left(), d.decision.rounds.at(-1)?.counts?.objection]).toEqual([0, 2])
})
