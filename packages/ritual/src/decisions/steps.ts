import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { isStopped } from '../signals/untreated.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { Decision, DecisionStep } from './entities.ts'
import type { DecisionFact } from './facts.ts'
import { currentRound, currentVersion, openDecision, underWayDrops, unresolved } from './state.ts'

type Moved = Omit<Extract<DecisionFact, { type: 'decision-moved' }>, 'type' | 'decisionId' | 'from'>

/** Opens a round of positions on the current version, with nothing carried over [AC-16]; the first one freezes who decides [§2.5-6]. */
const intoObjections = (board: PublicBoard, decision: Decision): Outcome<Moved> => {
  const round = { round: (currentRound(decision)?.round ?? 0) + 1, version: currentVersion(decision).n }
  if (decision.deciders.length > 0) return { ok: true, value: { to: 'objections', round } }
  const deciders = Object.values(board.people)
    .filter((person) => person.standing === 'decider' && person.presence === 'present')
    .map((person) => person.id)
    .toSorted()
  return deciders.length === 0 ? refuse('too-few-people') : { ok: true, value: { to: 'objections', round, deciders } }
}

/** A round of feelings was held on this version of the proposal, or its summary is written down. */
const feelingsHeard = (board: PublicBoard, decision: Decision): Outcome<true> => {
  const rounds = Object.values(board.rounds).filter(
    (round) => round.kind === 'feelings' && (round.itemId ?? decision.itemId) === decision.itemId,
  )
  if (rounds.some((round) => round.status === 'running')) return refuse('round-running')
  const proposedAt = decision.versions[0]?.at ?? ''
  const held = rounds.some((round) => round.startedAt >= proposedAt) || decision.summaries.feelings !== undefined
  return held ? { ok: true, value: true } : refuse('round-missing')
}

/** Where a revealed round leads: objections first, then what is not clear yet; a whole consent if an accord was not one after all. */
const afterReveal = (decision: Decision): Outcome<Moved> => {
  const round = currentRound(decision)
  if (!round?.revealedAt) return refuse('not-revealed')
  const objects = unresolved(decision).length > 0
  const unclear = (round.counts?.['not-clear'] ?? 0) > 0
  if (decision.process === 'ascertained' && (objects || unclear)) return { ok: true, value: { to: 'clarification', process: 'consent' } }
  return { ok: true, value: { to: objects ? 'integration' : unclear ? 'clarification' : 'improvement' } }
}

const forward = (board: PublicBoard, decision: Decision): Outcome<Moved> => {
  const whole = decision.process === 'consent'
  switch (decision.step) {
    case 'listening':
      return { ok: true, value: { to: 'proposal' } }
    case 'proposal':
      if (!board.organisations[decision.responsible]) return refuse('responsible-missing')
      return whole ? { ok: true, value: { to: 'clarification' } } : intoObjections(board, decision)
    case 'clarification':
      return whole ? { ok: true, value: { to: 'feelings' } } : intoObjections(board, decision)
    case 'feelings': {
      const heard = feelingsHeard(board, decision)
      return heard.ok ? { ok: true, value: { to: 'amendment' } } : heard
    }
    case 'amendment':
      return intoObjections(board, decision)
    case 'objections':
      return afterReveal(decision)
    case 'integration': {
      const left = unresolved(decision)
      if (left.some((objection) => !objection.lifted)) return refuse('objections-open', { objections: left.map(({ id }) => id) })
      return left.length > 0 ? refuse('carrier-confirms', { objections: left.map(({ id }) => id) }) : intoObjections(board, decision)
    }
    case 'improvement':
    case 'adopted':
      return refuse('wrong-phase')
  }
}

/** Facilitation moves the process one step, when its guard holds [§2.4.6]; not during a level-3 pause. */
export const nextStep: Judge<ActOf<'next-step'>> = (scene, _actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  if (found.value.step !== act.from) return refuse('moved-on', { step: found.value.step })
  if (isStopped(scene.board)) return refuse('signal-open')
  const to = forward(scene.board, found.value)
  return to.ok ? facts({ type: 'decision-moved', decisionId: act.decisionId, from: act.from, ...to.value }) : to
}

const back: Record<DecisionStep, DecisionStep | null> = {
  listening: null,
  proposal: 'listening',
  clarification: 'proposal',
  feelings: 'clarification',
  amendment: 'feelings',
  objections: 'amendment',
  integration: 'objections',
  improvement: 'objections',
  adopted: null,
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
  const to = short && decision.step === 'objections' ? 'proposal' : back[decision.step]
  if (to === null) return refuse('wrong-phase')
  const moved: Outcome<Moved> = decision.step === 'improvement' ? intoObjections(scene.board, decision) : { ok: true, value: { to } }
  if (!moved.ok) return moved
  return factsAnd(
    [{ type: 'decision-moved', decisionId: decision.id, from: act.from, ...moved.value }],
    underWayDrops(scene.secrets, decision),
  )
}
