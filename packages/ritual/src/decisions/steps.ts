import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { isStopped } from '../signals/untreated.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { Decision, DecisionStep } from './entities.ts'
import { backInElection, forwardInElection, keepsBallots } from './election-steps.ts'
import { intoObjections, outOfIntegration, type Moved } from './objections-round.ts'
import { roundHeld } from './round-held.ts'
import { ballotDrops, currentRound, openDecision, roundDrops, unresolved } from './state.ts'

/**
 * Where a revealed round leads: objections first, then what is not clear yet; a whole consent if an accord was not one after all. Where those who objected took it
 * back since, the round still counts them: a new one, as out of the integration.
 */
const afterReveal = (board: PublicBoard, decision: Decision): Outcome<Moved> => {
  const round = currentRound(decision)
  if (!round?.revealedAt) return refuse('not-revealed')
  const objects = unresolved(decision).length > 0
  const unclear = (round.counts?.['not-clear'] ?? 0) > 0
  if (decision.process === 'ascertained' && (objects || unclear)) return { ok: true, value: { to: 'clarification', process: 'consent' } }
  if (!objects && !unclear && (round.counts?.objection ?? 0) > 0) return intoObjections(board, decision)
  return { ok: true, value: { to: objects ? 'integration' : unclear ? 'clarification' : 'improvement' } }
}

/** Somebody waits for the floor with a request to clarify what is on the table [§2.4.6]. */
const asksClarity = ({ now }: PublicBoard, decision: Decision): boolean =>
  now.itemId === decision.itemId && now.floor.queue.some(({ kind }) => kind === 'clarification')

const forward = (board: PublicBoard, decision: Decision): Outcome<Moved> => {
  const whole = decision.process === 'consent'
  switch (decision.step) {
    case 'listening':
      return { ok: true, value: { to: 'proposal' } }
    case 'proposal':
      if (!board.organisations[decision.responsible]) return refuse('responsible-missing')
      return whole ? { ok: true, value: { to: 'clarification' } } : intoObjections(board, decision)
    case 'clarification':
      if (asksClarity(board, decision)) return refuse('not-clear-yet')
      return whole ? { ok: true, value: { to: 'feelings' } } : intoObjections(board, decision)
    case 'feelings': {
      const heard = roundHeld(board, decision, 'feelings')
      return heard.ok ? { ok: true, value: { to: 'amendment' } } : heard
    }
    case 'amendment':
      return intoObjections(board, decision)
    case 'objections':
      return afterReveal(board, decision)
    case 'integration':
      return outOfIntegration(board, decision)
    default:
      return refuse('wrong-phase')
  }
}

/** Facilitation moves the process one step, when its guard holds [§2.4.6]; not during a level-3 pause. */
export const nextStep: Judge<ActOf<'next-step'>> = (scene, _actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  if (found.value.step !== act.from) return refuse('moved-on', { step: found.value.step })
  if (isStopped(scene.board)) return refuse('signal-open')
  const decision = found.value
  const to = decision.process === 'election' ? forwardInElection(scene, decision) : forward(scene.board, decision)
  if (!to.ok) return to
  const moved = { type: 'decision-moved' as const, decisionId: act.decisionId, from: act.from, ...to.value }
  return keepsBallots(moved.to) ? facts(moved) : factsAnd([moved], ballotDrops(scene.secrets, decision))
}

const back: Partial<Record<DecisionStep, DecisionStep>> = {
  proposal: 'listening',
  clarification: 'proposal',
  feelings: 'clarification',
  amendment: 'feelings',
  objections: 'amendment',
  integration: 'objections',
  improvement: 'objections',
}

/**
 * One step back, said aloud. From the improvements it opens a new round, where a late objection can be heard [V3]; from the integration it shows the
 * revealed round again. A round broken off forgets its positions.
 */
export const previousStep: Judge<ActOf<'previous-step'>> = (scene, _actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const decision = found.value
  if (decision.step !== act.from) return refuse('moved-on', { step: decision.step })
  const short = decision.process !== 'consent'
  const to =
    decision.process === 'election'
      ? backInElection[decision.step]
      : short && decision.step === 'objections'
        ? 'proposal'
        : back[decision.step]
  if (to === undefined) return refuse('wrong-phase')
  const moved: Outcome<Moved> = decision.step === 'improvement' ? intoObjections(scene.board, decision) : { ok: true, value: { to } }
  if (!moved.ok) return moved
  return factsAnd(
    [{ type: 'decision-moved', decisionId: decision.id, from: act.from, ...moved.value }],
    [...roundDrops(scene.secrets, decision), ...(keepsBallots(to) ? [] : ballotDrops(scene.secrets, decision))],
  )
}
