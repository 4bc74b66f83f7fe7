import { changeClosing } from '../board-changes.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import type { Closing } from './entities.ts'

export type ClosingFact =
  | { type: 'closing-heard'; personId: PersonId }
  /** Only when its author ticked « publier ». */
  | { type: 'closing-words-published'; id: Id; personId: PersonId; text: string }
  | { type: 'closing-words-withdrawn'; personId: PersonId }
  /** Unsigned: its author is a confidence. */
  | { type: 'closing-improvement-given'; id: Id; text: string }
  | { type: 'closing-improvement-withdrawn'; id: Id }
  | { type: 'roti-counted'; roti: NonNullable<Closing['roti']> }
  | { type: 'roti-forgotten' }

export const closingAppliers: Appliers<ClosingFact> = {
  'closing-heard': (board, { personId }) =>
    board.closing.heard.includes(personId) ? board : changeClosing(board, { heard: [...board.closing.heard, personId] }),
  'closing-words-published': (board, { type: _type, ...words }) =>
    changeClosing(board, { words: [...board.closing.words.filter((given) => given.personId !== words.personId), words] }),
  'closing-words-withdrawn': (board, { personId }) =>
    changeClosing(board, { words: board.closing.words.filter((given) => given.personId !== personId) }),
  'closing-improvement-given': (board, { id, text }) =>
    changeClosing(board, { improvements: [...board.closing.improvements, { id, text }] }),
  'closing-improvement-withdrawn': (board, { id }) =>
    changeClosing(board, { improvements: board.closing.improvements.filter((given) => given.id !== id) }),
  'roti-counted': (board, { roti }) => changeClosing(board, { roti }),
  'roti-forgotten': (board) => {
    const { roti: _roti, ...closing } = board.closing
    return { ...board, closing }
  },
}
