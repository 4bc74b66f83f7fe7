import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Decision } from './entities.ts'
import type { DecisionFact } from './facts.ts'
import { currentRound, currentVersion, unresolved } from './state.ts'

/** Where a decision goes from a step, and what opens with it. */
export type Moved = Omit<Extract<DecisionFact, { type: 'decision-moved' }>, 'type' | 'decisionId' | 'from'>

/** Who decides from here on [§2.5-6]: those frozen already, else the deciders who are here. */
export const decidersNow = (board: PublicBoard, decision: Decision): Outcome<readonly PersonId[]> => {
  if (decision.deciders.length > 0) return { ok: true, value: decision.deciders }
  const deciders = Object.values(board.people)
    .filter((person) => person.standing === 'decider' && person.presence === 'present')
    .map((person) => person.id)
    .toSorted()
  return deciders.length === 0 ? refuse('too-few-people') : { ok: true, value: deciders }
}

/** Opens a round of positions on the current version, with nothing carried over [AC-16]; the first one freezes who decides [§2.5-6]. */
export const intoObjections = (board: PublicBoard, decision: Decision): Outcome<Moved> => {
  const round = { round: (currentRound(decision)?.round ?? 0) + 1, version: currentVersion(decision).n }
  if (decision.deciders.length > 0) return { ok: true, value: { to: 'objections', round } }
  const deciders = decidersNow(board, decision)
  return deciders.ok ? { ok: true, value: { to: 'objections', round, deciders: deciders.value } } : deciders
}

/** Out of the integration: each objection lifted by its author and confirmed by the carrier, then a new round. */
export const outOfIntegration = (board: PublicBoard, decision: Decision): Outcome<Moved> => {
  const left = unresolved(decision)
  if (left.some((objection) => !objection.lifted)) return refuse('objections-open', { objections: left.map(({ id }) => id) })
  return left.length > 0 ? refuse('carrier-confirms', { objections: left.map(({ id }) => id) }) : intoObjections(board, decision)
}
