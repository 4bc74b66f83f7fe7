import type { Reaction } from '../circulation/entities.ts'
import type { Id } from '../ids.ts'
import type { Decision, Objection } from './entities.ts'

type LateObjection = Pick<Objection, 'id' | 'text' | 'attribution' | 'personId' | 'voice'>

/** A late objection as a reaction to the adopted decision, so that somebody must answer it [§4.5]. */
export const reactionFor = (
  decisionId: Id,
  { id: objectionId, text, attribution, personId, voice }: LateObjection,
  id: Id,
): Omit<Reaction, 'at' | 'answer' | 'answeredAt'> => ({
  id,
  decisionId,
  objectionId,
  type: 'objection',
  text,
  attribution,
  ...(personId === undefined ? {} : { personId }),
  ...(voice === undefined ? {} : { voice }),
})

/** Objections that came after the round and that the group has not taken in. */
export const lateObjections = (decision: Decision): readonly Objection[] =>
  decision.objections.filter((objection) => objection.late && objection.tested === 'pending' && !objection.lifted)
