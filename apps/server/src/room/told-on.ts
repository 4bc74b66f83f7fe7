import type { Fact } from '@clairiere/ritual'

const TOLD = new Set<Fact['type']>([
  'item-postponed',
  'item-closed',
  'item-withdrawn',
  'transmission-sent',
  'transmission-received',
  'transmission-registered',
  'transmission-returned',
])

/** Whether the meetings that follow hear of it: a point postponed or dealt with, a decision sent to its structures, what these answer [D11, §2.4.7], an objection to what was decided, and one taken back [D2]. */
export const isToldOn = (facts: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      TOLD.has(fact.type) ||
      (fact.type === 'reaction-given' && fact.reaction.type === 'objection') ||
      // It does not say of which type the reaction was: nothing is told of another.
      (fact.type === 'entry-withdrawn' && fact.kind === 'reaction'),
  )
