import type { Board } from '../board.ts'
import { changeNow } from '../board-changes.ts'
import type { Instant } from '../ids.ts'
import type { Phase } from './entities.ts'

/** The present step's clock stops, and what it ran since its start is added to what was held. */
export const stops = (board: Board, at: Instant): Board => {
  const { phase, stepTimer } = board.now
  if (phase === null || stepTimer === undefined || stepTimer.runningSince === null) return board
  const ran = Math.max(0, Date.parse(at) - Date.parse(stepTimer.runningSince))
  return changeNow(board, {
    stepTimer: { heldMs: { ...stepTimer.heldMs, [phase]: (stepTimer.heldMs[phase] ?? 0) + ran }, runningSince: null },
  })
}

/** It runs again, from what was held. A meeting opened before steps were timed has no clock until its next step. */
export const goesOn = (board: Board, at: Instant): Board => {
  const { stepTimer } = board.now
  return stepTimer === undefined ? board : changeNow(board, { stepTimer: { ...stepTimer, runningSince: at } })
}

/** Another step begins; one come back to goes on from what it had. A pause that lasts over the change keeps the clock stopped. */
export const stepSet = (board: Board, phase: Phase, at: Instant): Board => {
  const { heldMs } = stops(board, at).now.stepTimer ?? { heldMs: {} }
  return changeNow(board, { phase, stepTimer: { heldMs, runningSince: board.now.pause === null ? at : null } })
}
