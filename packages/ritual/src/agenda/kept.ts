import type { Board } from '../board.ts'
import type { Decision } from '../decisions/entities.ts'
import { unresolved } from '../decisions/state.ts'
import { given } from '../fields.ts'
import type { Id } from '../ids.ts'
import { KEPT_LINE_MAX, KEPT_LINES_MAX, KEPT_TEXT_MAX, type Kept } from '../meeting/handed-on.ts'
import { plainText } from '../plain-text.ts'
import type { LeftWords } from '../words.ts'
import type { Item } from './entities.ts'

const cut = (text: string, max: number): string => text.trim().slice(0, max).toWellFormed()
const lines = (said: readonly string[]): string[] =>
  said
    .map((line) => cut(line, KEPT_LINE_MAX))
    .filter(Boolean)
    .slice(-KEPT_LINES_MAX)

const began = ({ versions }: Decision): string => versions[0]?.at ?? ''

/** The last decision tried on a point, unless its carrier withdrew it. */
const lastTried = ({ decisions }: Pick<Board, 'decisions'>, itemId: Id): Decision | undefined =>
  Object.values(decisions)
    .filter((decision) => decision.itemId === itemId && decision.status !== 'withdrawn')
    .toSorted((a, b) => (began(a) < began(b) ? -1 : 1))
    .at(-1)

const isUnanswered = ({ feedbacks }: Pick<Board, 'feedbacks'>, itemId: Id): boolean => {
  const feedback = feedbacks[itemId]
  return feedback?.noAnswerOn !== undefined && feedback.answer === undefined
}

/** What was said to a structure that has not answered, as it was said. */
const unanswered = (board: Pick<Board, 'feedbacks'>, itemId: Id): string | undefined => {
  const feedback = board.feedbacks[itemId]
  if (feedback === undefined || !isUnanswered(board, itemId)) return undefined
  return [feedback.observation, feedback.effect, feedback.need, feedback.request].filter(Boolean).join('\n')
}

/** Whether the point is for the next meeting: postponed or never begun, of a cancelled meeting, or closed over a decision whose text was to be kept or a feedback that nobody has answered [A7]. */
export const goesOn = (board: Pick<Board, 'decisions' | 'feedbacks' | 'meeting'>, { id, status }: Item): boolean =>
  status === 'postponed' ||
  status === 'proposed' ||
  (status === 'listed' && board.meeting.status === 'cancelled') ||
  (status === 'done' && (lastTried(board, id)?.status === 'suspended' || isUnanswered(board, id)))

/**
 * What the group had on a point that it did not finish, for the meeting that takes it up: the last text of its proposal, what stood against it, its notes [§2.4.3, V7].
 * The words without a name, as nobody of the next meeting may answer for them; those against an election weigh a person and stay where they were said.
 */
export const keptOf = (board: Board, item: Item, { notes, drafts, ideas }: LeftWords): Kept | undefined => {
  const decision = lastTried(board, item.id)
  const pending = decision?.status === 'adopted' ? undefined : decision
  const text =
    unanswered(board, item.id) ??
    pending?.versions.at(-1)?.text ??
    board.broadcasts[item.id]?.text ??
    (drafts[item.id]?.trim() || item.kept?.text)
  const objections =
    pending === undefined ? (item.kept?.objections ?? []) : pending.process === 'election' ? [] : unresolved(pending).map((one) => one.text)
  const named = Object.values(board.notes)
    .filter(({ itemId, hidden }) => itemId === item.id && !hidden)
    .toSorted((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.id < b.id ? -1 : 1))
  const common = Object.entries(notes)
    .filter(([root]) => root === `note:${item.id}` || root.startsWith(`note:${item.id}:`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const kept: Kept = {
    ...given({ text: text === undefined ? undefined : cut(text, KEPT_TEXT_MAX) }),
    objections: lines(objections),
    notes: lines([
      ...(item.kept?.notes ?? []),
      ...common.map(([, blocks]) => plainText(blocks)),
      ...named.map((note) => note.text),
      ...(ideas[item.id] ?? []).map((idea) => idea.text),
    ]),
  }
  return kept.text === undefined && kept.objections.length + kept.notes.length === 0 ? undefined : kept
}
