import { expect, test } from 'vitest'
import type { Act } from '../acts.ts'
import { judge } from '../judge.ts'
import { DecisionCircle } from './decision-circle.ts'

/** What the device of one person would answer, knowing that person's confidences alone. */
const onDeviceOf = (d: DecisionCircle, personId: string, act: Act) =>
  judge(d.c.scene(personId), { kind: 'person', personId, actId: 'act', randomId: () => 'random' }, act)

test('[architecture] a device lets through what it cannot know, and refuses what it does', () => {
  const d = new DecisionCircle().to('objections')
  d.c.did('ada', d.position('no-objection'))
  const reveal = { type: 'reveal' as const, decisionId: d.id, round: 1 }
  expect(onDeviceOf(d, 'ada', reveal).ok).toBe(true)
  expect(d.c.refusal('ada', reveal)).toBe('positions-missing')
  expect(onDeviceOf(d, 'ada', { ...reveal, round: 2 })).toMatchObject({ refused: 'moved-on' })
})

test('[§2.5-8] the device of who did not object does not know who did not sign, the server does', () => {
  const d = new DecisionCircle().round({ dan: { position: 'objection', text: 'Non.', attribution: 'unnamed' } })
  const lift = { type: 'lift-objection' as const, decisionId: d.id, objectionId: d.decision.objections[0]?.id ?? '' }
  expect(onDeviceOf(d, 'eli', lift).ok).toBe(true)
  expect(d.c.refusal('eli', lift)).toBe('objector-lifts')
  expect(onDeviceOf(d, 'dan', lift).ok).toBe(true)
})
