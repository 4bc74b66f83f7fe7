import type { PublicBoard } from '../board.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Round } from '../rounds/entities.ts'
import type { Decision } from './entities.ts'

/** Rounds of this kind on the decision's own item since the proposal was posed; one that treats a tension is about no item, and is none of them. */
export const roundsOn = (rounds: PublicBoard['rounds'], decision: Decision, kind: 'feelings' | 'free'): readonly Round[] => {
  const proposedAt = decision.versions[0]?.at ?? ''
  return Object.values(rounds).filter((round) => round.kind === kind && round.itemId === decision.itemId && round.startedAt >= proposedAt)
}

/** Over, and somebody spoke in it or passed; where all speak at once nobody has a turn. */
export const isHeld = ({ status, mode, turns }: Round): boolean =>
  status !== 'running' && (mode === 'simultaneous' || Object.values(turns).some((turn) => turn === 'said' || turn === 'passed'))

/** A round of this kind was held on the proposal, or for the feelings their summary is written down. */
export const roundHeld = (board: PublicBoard, decision: Decision, kind: 'feelings' | 'free'): Outcome<true> => {
  const rounds = roundsOn(board.rounds, decision, kind)
  if (rounds.some((round) => round.status === 'running')) return refuse('round-running')
  const written = kind === 'feelings' && decision.summaries.feelings !== undefined
  return rounds.some(isHeld) || written ? { ok: true, value: true } : refuse('round-missing')
}
