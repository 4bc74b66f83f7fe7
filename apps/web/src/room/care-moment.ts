import { openSignalKinds, type Care, type PublicBoard, type ResponseId, type Signal, type SignalKind } from '@clairiere/ritual'
import { useBoard } from './use-board.ts'
import { useRecordTime } from './use-clock.ts'
import { isWatched } from './use-roles.ts'

const SILENCE_MS = 60_000
const reducesMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Responses whose steps everybody follows; the others are said by the ring itself. */
export const guidedResponses: ReadonlySet<ResponseId> = new Set<ResponseId>([
  'cross-restatement',
  'frame-reminder',
  'give-voice',
  'slow-down',
  'clarify',
  'celebrate',
  'heard',
  'aside-talk',
])

/** How much of the minute of silence has gone by, 0 to 1, in whole seconds, or in steps of ten where motion is reduced. */
export const silencePart = (sinceMs: number, nowMs: number, stepMs: number): number =>
  Math.min(1, Math.max(0, Math.floor((nowMs - sinceMs) / stepMs) * stepMs) / SILENCE_MS)

/** How much of the response has gone by: of the minute of silence, or of a pause that says how long it lasts. The board says since when, so that every screen shows the same. */
export const useCarePart = (care: Care | undefined): number | undefined => {
  const step = reducesMotion() ? 10_000 : 1000
  const now = useRecordTime(step)
  if (care?.response === 'silence') return silencePart(Date.parse(care.since), now, step)
  if (care?.response !== 'pause' || care.minutes === undefined) return undefined
  return Math.min(1, Math.max(0, (now - Date.parse(care.since)) / (care.minutes * 60_000)))
}

/** What is said large under the ring: nothing where the steps say it, that the minute is over, when to be back and what time it is (ms), or that there is nothing to do. */
export type CareLead = { is: 'steps' | 'minute-over' | 'overdue' | 'nothing-to-do' } | { is: 'resume'; at: number; now: number }

export const useCareLead = (care: Care | undefined): CareLead => {
  const now = useRecordTime(1000)
  if (care && guidedResponses.has(care.response)) return { is: 'steps' }
  if (care?.response === 'silence' && now - Date.parse(care.since) >= SILENCE_MS) return { is: 'minute-over' }
  if (care?.response !== 'pause' || care.minutes === undefined) return { is: 'nothing-to-do' }
  const at = Date.parse(care.since) + care.minutes * 60_000
  return at > now ? { is: 'resume', at, now } : { is: 'overdue' }
}

/** A vigilance whose response is everybody's for a moment: the minute of silence, or the round of feelings while it runs. */
export const useSharedMoment = (): Signal | undefined => {
  const signals = useBoard((board) => board.signals)
  const feelings = useBoard((board) => board.now.roundId !== null && board.rounds[board.now.roundId]?.kind === 'feelings')
  const now = useRecordTime(1000)
  return Object.values(signals).find(({ status, care }) => {
    if (status !== 'in-care' || !care) return false
    if (care.response === 'feelings-round') return feelings
    return care.response === 'silence' && now - Date.parse(care.since) < SILENCE_MS
  })
}

/**
 * Whether a pause is said in the name of the mood-watch: of a kind that only they raise while they are here. What anybody may raise, and a frame breached, which two
 * people may have called about the mood-watch itself [§4.11], is nobody's proposal.
 */
export const isProposedByWatch = (board: PublicBoard, kind: SignalKind): boolean =>
  isWatched(board) && kind !== 'frame' && !openSignalKinds.includes(kind)
