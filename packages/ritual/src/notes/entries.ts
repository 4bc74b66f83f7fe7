import { changeEntity, dropEntity } from '../board-changes.ts'
import type { Board } from '../board.ts'
import type { Decision } from '../decisions/entities.ts'
import { roundsAfter } from '../decisions/roll-call.ts'
import type { Id } from '../ids.ts'
import type { Attributed } from '../people/entities.ts'
import type { EntryKind } from './acts.ts'

/** Kinds taken back here; weather and closing have facts of their own. */
export type WithdrawnKind = Exclude<EntryKind, 'weather' | 'closing' | 'closing-improvement'>

/** An entry as it appears under a new attribution: neither person nor voice of the former one remain. */
const attributedAs = <E extends Attributed>(entry: E, attributed: Attributed): E => {
  const { personId: _person, voice: _voice, ...rest } = entry
  // Two voices together name a person, so the detail by voice goes with the name.
  const { positions: _positions, ...unnamed } = rest as typeof rest & { positions?: unknown }
  return { ...(attributed.personId === undefined ? unnamed : rest), ...attributed } as E
}

const decisionWith = (board: Board, has: (decision: Decision) => boolean): Id | undefined => Object.values(board.decisions).find(has)?.id
const adviceWith = (board: Board, id: Id): Id | undefined =>
  Object.values(board.advice).find((request) => request.given.some((given) => given.id === id))?.itemId

type Listed = 'objections' | 'concerns' | 'improvements'
const listOf: Partial<Record<EntryKind, Listed>> = { objection: 'objections', concern: 'concerns', improvement: 'improvements' }

/** Shows an entry under another attribution [§2.5-19]. Kinds that are always named, or never, stay as they are. */
export const attributeEntry = (board: Board, kind: EntryKind, id: Id, attributed: Attributed): Board => {
  if (kind === 'note') return changeEntity(board, 'notes', id, (note) => attributedAs(note, attributed))
  if (kind === 'reaction') return changeEntity(board, 'reactions', id, (reaction) => attributedAs(reaction, attributed))
  if (kind === 'advice')
    return changeEntity(board, 'advice', adviceWith(board, id) ?? '', (request) => ({
      ...request,
      given: request.given.map((given) => (given.id === id ? attributedAs(given, attributed) : given)),
    }))
  const list = listOf[kind]
  if (!list) return board
  return changeEntity(
    board,
    'decisions',
    decisionWith(board, (decision) => decision[list].some((entry) => entry.id === id)) ?? '',
    (decision) => {
      const said = decision[list].find((entry) => entry.id === id)
      return {
        ...decision,
        [list]: decision[list].map((entry) => (entry.id === id ? attributedAs(entry, attributed) : entry)),
        ...(said && 'round' in said && { rounds: roundsAfter(decision.rounds, said, attributed) }),
      }
    },
  )
}

/**
 * Takes an entry back [§2.5-19]. While its decision is open an objection stays as withdrawn, so that the group knows why it goes on; afterwards its words go.
 */
export const withdrawEntry = (board: Board, kind: WithdrawnKind, id: Id): Board => {
  switch (kind) {
    case 'note':
      return dropEntity(board, 'notes', id)
    case 'reaction':
      return dropEntity(board, 'reactions', id)
    case 'advice':
      return changeEntity(board, 'advice', adviceWith(board, id) ?? '', (request) => ({
        ...request,
        given: request.given.filter((given) => given.id !== id),
      }))
    case 'objection':
      return changeEntity(
        board,
        'decisions',
        decisionWith(board, (decision) => decision.objections.some((entry) => entry.id === id)) ?? '',
        (decision) => ({
          ...decision,
          objections:
            decision.status === 'open'
              ? decision.objections.map((entry) => (entry.id === id ? { ...entry, tested: 'withdrawn' as const } : entry))
              : decision.objections.filter((entry) => entry.id !== id),
        }),
      )
    case 'concern':
    case 'improvement': {
      const list = kind === 'concern' ? 'concerns' : 'improvements'
      return changeEntity(
        board,
        'decisions',
        decisionWith(board, (decision) => decision[list].some((entry) => entry.id === id)) ?? '',
        (decision) => ({
          ...decision,
          [list]: decision[list].filter((entry) => entry.id !== id),
        }),
      )
    }
    case 'interest':
      return changeEntity(
        board,
        'decisions',
        decisionWith(board, (decision) => decision.interests.some((entry) => entry.id === id)) ?? '',
        (decision) => ({
          ...decision,
          interests: decision.interests.filter((entry) => entry.id !== id),
        }),
      )
    case 'commitment':
      return changeEntity(
        board,
        'decisions',
        decisionWith(board, (decision) => decision.commitments?.some((entry) => entry.id === id) === true) ?? '',
        (decision) => ({ ...decision, commitments: decision.commitments?.filter((entry) => entry.id !== id) ?? [] }),
      )
  }
}
