import type { Act } from '../acts.ts'
import type { Item } from '../agenda/entities.ts'
import type { PublicBoard } from '../board.ts'
import type { Decision } from '../decisions/entities.ts'

/** The decision an act names, directly or by something in it. */
export const decisionOf = (board: PublicBoard, act: Act): Decision | undefined =>
  'decisionId' in act && act.decisionId !== undefined ? board.decisions[act.decisionId] : undefined

/** The item an act is about: whose carrier wears the carrier's hat. */
export const itemOf = (board: PublicBoard, act: Act): Item | undefined => {
  if ('itemId' in act && act.itemId !== undefined) return board.items[act.itemId]
  const decision = decisionOf(board, act)
  if (decision) return board.items[decision.itemId]
  if ('noteId' in act) {
    const note = board.notes[act.noteId]
    return note && board.items[note.itemId]
  }
  if ('reactionId' in act) {
    const reaction = board.reactions[act.reactionId]
    if (reaction?.itemId !== undefined) return board.items[reaction.itemId]
    const reactedTo = reaction?.decisionId === undefined ? undefined : board.decisions[reaction.decisionId]
    return reactedTo && board.items[reactedTo.itemId]
  }
  return undefined
}
