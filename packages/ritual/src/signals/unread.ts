import type { PublicBoard } from '../board.ts'
import type { ConfidenceChange, Secrets } from '../confidences/entities.ts'
import type { Fact } from '../facts.ts'
import { holdersOf } from '../permissions/hats.ts'

/**
 * Whispers that nobody will read any more, because all to whom they were sent have given up the watch or left: a successor does not inherit them [§4.2]. They go,
 * and their authors are told. An unsigned one is told of by its receipt, a random id that only its author's device knows, so that nobody else learns whose
 * it was, the server included; a signed one stays with its author, as unread.
 */
export const unreadWhispers = (
  board: PublicBoard,
  secrets: Secrets,
): { facts: readonly Fact[]; confidences: readonly ConfidenceChange[] } | undefined => {
  const watch = holdersOf(board, 'moodWatcher').filter((personId) => board.people[personId]?.presence !== 'left')
  const unread = secrets
    .all('whisper')
    .filter(({ payload }) => payload.status === 'sent' && !payload.readers.some((personId) => watch.includes(personId)))
  if (unread.length === 0) return undefined
  const receipts = unread.flatMap(({ payload }) => payload.receipt ?? []).toSorted()
  const confidences = unread.map((whisper): ConfidenceChange =>
    whisper.personId === undefined
      ? { drop: { kind: 'whisper', subject: whisper.subject } }
      : { put: { ...whisper, payload: { ...whisper.payload, status: 'unread', readers: [] } } },
  )
  return { facts: receipts.length === 0 ? [] : [{ type: 'whispers-unread', receipts }], confidences }
}
