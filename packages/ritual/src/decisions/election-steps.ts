import { refuse, type Outcome } from '../refusal.ts'
import type { Scene } from '../scene.ts'
import type { Decision, DecisionStep } from './entities.ts'
import { decidersNow, intoObjections, outOfIntegration, type Moved } from './objections-round.ts'
import { roundHeld } from './round-held.ts'
import { currentRound, missingBallots, unresolved } from './state.ts'

/**
 * The way of an election without candidates [§2.4.6]: the card is read · everyone here has cast a ballot · everyone said why, aloud and in turn · ballots may
 * move · facilitation has proposed somebody · a round of objections · that person accepts.
 */
export const forwardInElection = ({ board, secrets, knowsAll }: Scene, decision: Decision): Outcome<Moved> => {
  switch (decision.step) {
    case 'listening':
      return { ok: true, value: { to: 'proposal' } }
    case 'proposal': {
      if (!board.organisations[decision.responsible]) return refuse('responsible-missing')
      const deciders = decidersNow(board, decision)
      return deciders.ok ? { ok: true, value: { to: 'ballots', deciders: deciders.value } } : deciders
    }
    case 'ballots': {
      // A device holds its own ballot alone: the server says who is missing, to facilitation.
      const missing = knowsAll ? missingBallots(board, secrets, decision) : []
      return missing.length > 0 ? refuse('positions-missing', { people: missing }) : { ok: true, value: { to: 'reasons' } }
    }
    case 'reasons': {
      const held = roundHeld(board, decision, 'free')
      return held.ok ? { ok: true, value: { to: 'moves' } } : held
    }
    case 'moves':
      return decision.card?.holder === undefined ? refuse('nobody-proposed') : intoObjections(board, decision)
    case 'objections': {
      const round = currentRound(decision)
      if (!round?.revealedAt) return refuse('not-revealed')
      if (unresolved(decision).length > 0) return { ok: true, value: { to: 'integration' } }
      if ((round.counts?.['not-clear'] ?? 0) > 0) return { ok: true, value: { to: 'moves' } }
      return (round.counts?.objection ?? 0) > 0 ? intoObjections(board, decision) : { ok: true, value: { to: 'acceptance' } }
    }
    case 'integration':
      return outOfIntegration(board, decision)
    default:
      return refuse('wrong-phase')
  }
}

/** One step back in an election; to the card again, the ballots cast on it are forgotten. */
export const backInElection: Partial<Record<DecisionStep, DecisionStep>> = {
  ballots: 'proposal',
  reasons: 'ballots',
  moves: 'reasons',
  objections: 'moves',
  integration: 'objections',
  acceptance: 'moves',
}

/** Steps in which ballots are kept: from the last on they have been said aloud, and are forgotten. */
export const keepsBallots = (step: DecisionStep): boolean => step === 'ballots' || step === 'reasons' || step === 'moves'
