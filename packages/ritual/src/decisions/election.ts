import type { ActOf } from '../acts.ts'
import { confides, personFor, personOf } from '../acting.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { facts } from '../verdict.ts'
import type { Decision, RoleCard } from './entities.ts'
import { currentRound, currentVersion, openDecision, unresolved } from './state.ts'

const openElection = (scene: Scene, decisionId: string): Outcome<Decision & { card: RoleCard }> => {
  const found = openDecision(scene.board, decisionId)
  if (!found.ok) return found
  const { card } = found.value
  return found.value.process === 'election' && card ? { ok: true, value: { ...found.value, card } } : refuse('wrong-phase')
}

/**
 * One secret ballot a decider, with one name, one's own included; changed freely until the reasons are said, and again when names may move. It is a confidence
 * that nobody else ever reads: each says theirs aloud [§2.4.6, §2.7].
 */
export const castBallot: Judge<ActOf<'cast-ballot'>> = (scene, actor, act) => {
  const voter = personFor(scene, actor, act.voterId)
  if (!voter.ok) return voter
  const found = openElection(scene, act.decisionId)
  if (!found.ok) return found
  const { id, step, deciders } = found.value
  if (step !== 'ballots' && step !== 'moves') return refuse('moved-on', { step })
  if (voter.value.standing === 'observer') return refuse('observers-do-not')
  if (!deciders.includes(voter.value.id)) return refuse('not-a-decider')
  if (!scene.board.people[act.personId]) return refuse('unknown-person')
  return confides({ put: { kind: 'ballot', subject: id, personId: voter.value.id, at: scene.now, payload: { personId: act.personId } } })
}

/**
 * Facilitation proposes somebody after hearing the reasons, or somebody else while objections are integrated: that is then a new version, which takes in the
 * objections that stand. Their authors lift them and nobody else [§2.5-8].
 */
export const nominate: Judge<ActOf<'nominate'>> = (scene, _actor, act) => {
  const found = openElection(scene, act.decisionId)
  if (!found.ok) return found
  const decision = found.value
  if (decision.step !== 'moves' && decision.step !== 'integration') return refuse('moved-on', { step: decision.step })
  if (!scene.board.people[act.personId]) return refuse('unknown-person')
  if (decision.card.holder === act.personId) return refuse('already-there')
  const nominated = { type: 'person-nominated' as const, decisionId: decision.id, personId: act.personId }
  const { n } = currentVersion(decision)
  if (currentRound(decision)?.version !== n) return facts(nominated)
  const integrates = unresolved(decision).flatMap(({ id, tested }) => (tested === 'accepted' ? [id] : []))
  return facts({ ...nominated, version: { n: n + 1, integrates } })
}

/** The decision whose role is proposed to this person, who answers now: after the round in an election, at any step of another decision. */
const proposedTo = (scene: Scene, actor: Actor, act: ActOf<'accept-nomination' | 'decline-nomination'>): Outcome<Decision> => {
  const self = personOf(scene, actor)
  if (!self.ok) return self
  const person = personFor(scene, actor, act.personId)
  if (!person.ok) return person
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const { card, process, step } = found.value
  if (card?.holder !== person.value.id) return refuse('not-yours')
  return process === 'election' && step !== 'acceptance' ? refuse('too-early') : found
}

/** A role has effect only once the person accepts it [§2.5-4]. */
export const acceptNomination: Judge<ActOf<'accept-nomination'>> = (scene, actor, act) => {
  const found = proposedTo(scene, actor, act)
  if (!found.ok) return found
  const { id, card } = found.value
  if (card?.accepted) return refuse('already-there')
  return facts({ type: 'nomination-answered', decisionId: id, personId: card?.holder ?? '', accepted: true })
}

/** Declined without a reason [C6]; an election then goes back to the names. */
export const declineNomination: Judge<ActOf<'decline-nomination'>> = (scene, actor, act) => {
  const found = proposedTo(scene, actor, act)
  if (!found.ok) return found
  const { id, card, process, step } = found.value
  const answered = { type: 'nomination-answered' as const, decisionId: id, personId: card?.holder ?? '', accepted: false }
  return process === 'election' ? facts(answered, { type: 'decision-moved', decisionId: id, from: step, to: 'moves' }) : facts(answered)
}
