import { type Phase, plannedSteps, type PublicBoard } from '@clairiere/ritual'
import { spentMs } from './item-time.ts'
import { useBoard } from './use-board.ts'
import { useRecordTime } from './use-clock.ts'

/** Time of the present step, in whole minutes as people say them, pauses left out; `part` is 0 to 1. */
export interface StepTime {
  phase: Phase
  planned: number
  spent: number
  left: number
  part: number
  /** Its planned minutes have been held: whoever leads is told, nothing is cut. */
  past: boolean
}

/** Reads it at `at` (ms). Null outside `live`, for a step without minutes of its own, and in a meeting opened before steps were timed. */
export const stepTimeOf = ({ meeting, now }: Pick<PublicBoard, 'meeting' | 'now'>, at: number): StepTime | null => {
  const { phase, stepTimer } = now
  if (phase === null || stepTimer === undefined) return null
  const planned = plannedSteps(meeting).find((step) => step.phase === phase)?.minutes ?? 0
  if (planned === 0) return null
  const ms = spentMs({ heldMs: stepTimer.heldMs[phase] ?? 0, runningSince: stepTimer.runningSince }, at)
  const leftMs = planned * 60_000 - ms
  return {
    phase,
    planned,
    spent: Math.floor(ms / 60_000),
    left: Math.max(0, Math.ceil(leftMs / 60_000)),
    part: Math.min(1, ms / (planned * 60_000)),
    past: leftMs <= 0,
  }
}

/** The same, ticking. */
export const useStepTime = (): StepTime | null => {
  const meeting = useBoard((board) => board.meeting)
  const now = useBoard((board) => board.now)
  const at = useRecordTime(10_000)
  return stepTimeOf({ meeting, now }, at)
}
