import type { PublicBoard } from '../board.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Decision } from './entities.ts'

/** A round of this kind was held on the item since the proposal was posed, or for the feelings their summary is written down. */
export const roundHeld = (board: PublicBoard, decision: Decision, kind: 'feelings' | 'free'): Outcome<true> => {
  const rounds = Object.values(board.rounds).filter((round) => round.kind === kind && (round.itemId ?? decision.itemId) === decision.itemId)
  if (rounds.some((round) => round.status === 'running')) return refuse('round-running')
  const proposedAt = decision.versions[0]?.at ?? ''
  const written = kind === 'feelings' && decision.summaries.feelings !== undefined
  const held = rounds.some((round) => round.startedAt >= proposedAt) || written
  return held ? { ok: true, value: true } : refuse('round-missing')
}
