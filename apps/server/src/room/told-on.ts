import type { Fact } from '@clairiere/ritual'

const TOLD = new Set<Fact['type']>([
  'item-postponed',
  'item-closed',
  'item-withdrawn',
  'transmission-sent',
  'transmission-received',
  'transmission-registered',
  'transmission-returned',
  'action-created',
  'action-accepted',
  'action-given-back',
  'action-updated',
  'action-helped',
  'decision-reviewed',
  'meeting-closed',
  'meeting-cancelled',
  'meeting-sealed',
  'next-meeting-set',
  'closing-improvement-given',
  'closing-improvement-withdrawn',
  'correction-asked',
  'correction-accepted',
  'correction-disputed',
  'redacted',
])

/** Words with their authors that go on to them. */
const HANDED_ON: ReadonlySet<string> = new Set(['reaction', 'objection', 'concern'])

/** Whether the meetings that follow hear of it: a point postponed or dealt with, a decision sent to its structures, what these answer [D11, §2.4.7], an objection to what was decided, one taken back [D2], what its opening shows [G3, §4.12], and under which name words appear by now [§2.5-19]. */
export const isToldOn = (facts: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      TOLD.has(fact.type) ||
      (fact.type === 'reaction-given' && fact.reaction.type === 'objection') ||
      // It does not say of which type the reaction was: nothing is told of another.
      (fact.type === 'entry-withdrawn' && HANDED_ON.has(fact.kind)) ||
      (fact.type === 'entry-attributed' && HANDED_ON.has(fact.kind)),
  )
