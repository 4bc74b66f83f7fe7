import type { Board, BoardRecord } from '../board.ts'
import { changeEntity, changeNow, changeRecord } from '../board-changes.ts'
import type { Instant } from '../ids.ts'

type PresenceSpans = BoardRecord['presence'][string]

const mapValues = <A, B>(record: Readonly<Record<string, A>>, map: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))

/** Presence and roles begin with the meeting for those who came or accepted before it: times in the minutes are clipped to it [contract § Acts]. */
export const clipAtOpening = (board: Board, at: Instant): Board => {
  const presence: Record<string, PresenceSpans> = {}
  for (const person of Object.values(board.people))
    if (person.presence === 'present' || person.presence === 'away') presence[person.id] = [{ joinedAt: at }]
  const roleSpans = board.record.roleSpans.filter((span) => span.to === undefined).map((span) => ({ ...span, from: at }))
  return changeRecord(board, { presence, roleSpans, awaySince: mapValues(board.record.awaySince, () => at) })
}

/**
 * What the end of the meeting ends: the hot state, a running round, every span. Someone away and not back by now was last present
 * at their last sign [contract § Acts].
 */
export const endEverything = (board: Board, at: Instant): Board => {
  const { roundId, turn } = board.now
  const turnsDone =
    turn === null || roundId === null
      ? board.record.turns
      : [...board.record.turns, { turnId: turn.turnId, roundId, personId: turn.personId, from: turn.startedAt, to: at }]
  const withRound =
    roundId === null
      ? board
      : changeEntity(board, 'rounds', roundId, (round) => ({ ...round, status: round.status === 'running' ? 'interrupted' : round.status }))
  const { frameCalledAt: _called, stepTimer: _timed, unreadWhispers: _receipts, ...now } = withRound.now
  const quiet = changeNow(
    { ...withRound, now },
    {
      phase: null,
      pause: null,
      itemId: null,
      timer: null,
      roundId: null,
      turn: null,
      floor: { queue: [], turn: null },
    },
  )
  const { record } = quiet
  const weatherSkipped = !record.phases.some(({ phase }) => phase === 'weather') && Object.keys(quiet.weather).length === 0
  const closingSkipped = !record.phases.some(({ phase }) => phase === 'closing') && quiet.closing.heard.length === 0
  return changeRecord(quiet, {
    turns: turnsDone,
    presence: mapValues(record.presence, (spans, personId) =>
      spans.map((span) => (span.leftAt === undefined ? { ...span, leftAt: record.awaySince[personId] ?? at } : span)),
    ),
    awaySince: {},
    roleSpans: record.roleSpans.map((span) => (span.to === undefined ? { ...span, to: at } : span)),
    itemSpans: record.itemSpans.map((span) => (span.to === undefined ? { ...span, to: at } : span)),
    pauses: record.pauses.map((span) => (span.to === undefined ? { ...span, to: at } : span)),
    ...(weatherSkipped && { weatherSkipped }),
    ...(closingSkipped && { closingSkipped }),
  })
}
