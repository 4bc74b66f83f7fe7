import type { PublicBoard } from '../board.ts'
import type { Id, OrgId, PersonId } from '../ids.ts'
import type { EntryKind } from './acts.ts'

/** Kinds whose author chooses how they appear; the others are always named, or never. */
export const attributableKinds = ['note', 'reaction', 'advice', 'objection', 'concern', 'improvement'] as const
export type AttributableKind = (typeof attributableKinds)[number]
export const isAttributable = (kind: EntryKind): kind is AttributableKind => attributableKinds.some((known) => known === kind)

interface Entry {
  personId?: PersonId
  voice?: OrgId | null
}

/** An entry of the board by its kind and id, with what it shows of its author. */
export const findEntry = (board: PublicBoard, kind: Exclude<EntryKind, 'weather' | 'closing'>, id: Id): Entry | undefined => {
  const decisions = Object.values(board.decisions)
  switch (kind) {
    case 'note':
      return board.notes[id]
    case 'reaction':
      return board.reactions[id]
    case 'advice':
      return Object.values(board.advice)
        .flatMap((request) => request.given)
        .find((given) => given.id === id)
    case 'objection':
      return decisions.flatMap((decision) => decision.objections).find((entry) => entry.id === id)
    case 'concern':
      return decisions.flatMap((decision) => decision.concerns).find((entry) => entry.id === id)
    case 'improvement':
      return decisions.flatMap((decision) => decision.improvements).find((entry) => entry.id === id)
    case 'interest':
      return decisions.flatMap((decision) => decision.interests).find((entry) => entry.id === id)
    case 'commitment':
      return decisions.flatMap((decision) => decision.commitments ?? []).find((entry) => entry.id === id)
    case 'closing-improvement':
      return board.closing.improvements.some((entry) => entry.id === id) ? {} : undefined
  }
}

/** An entry with its twin, if it has one: a late objection and the reaction it opened are the same words, so that what their author changes of one holds for both [§4.5]. */
export const withTwin = <K extends EntryKind>(
  board: PublicBoard,
  kind: K,
  id: Id,
): readonly { kind: K | 'objection' | 'reaction'; id: Id }[] => {
  const one = { kind, id }
  if (kind === 'objection')
    return [
      one,
      ...Object.values(board.reactions).flatMap((given) => (given.objectionId === id ? [{ kind: 'reaction' as const, id: given.id }] : [])),
    ]
  const objectionId = kind === 'reaction' ? board.reactions[id]?.objectionId : undefined
  const stands = objectionId !== undefined && findEntry(board, 'objection', objectionId) !== undefined
  return stands ? [one, { kind: 'objection', id: objectionId }] : [one]
}
