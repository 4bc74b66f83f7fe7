import { lateObjections, type Decision, type Objection, type PersonId, type PublicBoard, type Reaction } from '@clairiere/ritual'

/** An objection that came after the round and still waits: for the group to choose, or as a reaction for the carrier's answer. */
export type LateNews = { readonly decision: Decision; readonly objection: Objection; readonly reaction?: Reaction }

/** Reactions of this decision that a late objection opened, the first first [§4.5]. */
export const lateReactionsOf = (reactions: PublicBoard['reactions'], decisionId: string): readonly Reaction[] =>
  Object.values(reactions)
    .filter((reaction) => reaction.decisionId === decisionId && reaction.objectionId !== undefined)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))

/**
 * What came late and is this person's to know without looking for it: the facilitation's, the decision keeper's and the carrier's of that decision [§4.5, V3].
 * Those of one's own pen are left out.
 */
export const lateNewsFor = (
  board: Pick<PublicBoard, 'decisions' | 'reactions' | 'roles'>,
  me: PersonId,
  facilitating: boolean,
): readonly LateNews[] => {
  const leads = facilitating || (board.roles['decisionKeeper']?.holders.includes(me) ?? false)
  return Object.values(board.decisions).flatMap((decision): readonly LateNews[] => {
    if (!leads && decision.carrier !== me) return []
    if (decision.status === 'open')
      return lateObjections(decision).flatMap((objection) => (objection.personId === me ? [] : [{ decision, objection }]))
    return lateReactionsOf(board.reactions, decision.id).flatMap((reaction) => {
      const objection = decision.objections.find(({ id }) => id === reaction.objectionId)
      return objection === undefined || reaction.answer !== undefined || objection.personId === me
        ? []
        : [{ decision, objection, reaction }]
    })
  })
}
