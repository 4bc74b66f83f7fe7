import type { ActOf } from '../acts.ts'
import { keepAuthorship } from '../authorship.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import { dayOf } from '../days.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { isStopped } from '../signals/untreated.ts'
import type { Transmission } from '../transmissions/entities.ts'
import { factsAnd } from '../verdict.ts'
import { authorityOver } from './authority.ts'
import type { Decision } from './entities.ts'
import { lateObjections, reactionFor } from './late.ts'
import { nextDecisionRef } from './numbering.ts'
import { absentSovereign } from './sovereign.ts'
import { currentRound, currentVersion, openDecision, unresolved } from './state.ts'

/** Nothing stands against adopting this version [§2.5-7, §2.5-11]. */
const mayAdopt = (scene: Scene, decision: Decision): Outcome<true> => {
  const left = unresolved(decision)
  if (left.length > 0) return refuse('objections-open', { objections: left.map(({ id }) => id) })
  const round = currentRound(decision)
  if (!round) return refuse('round-missing')
  if (!round.revealedAt) return refuse('not-revealed')
  if (round.version !== currentVersion(decision).n) return refuse('round-missing')
  if ((round.counts?.objection ?? 0) > 0) return refuse('objections-open')
  if ((round.counts?.['not-clear'] ?? 0) > 0) return refuse('not-clear-yet')
  const { process, card } = decision
  const readyAt = process === 'election' ? ['acceptance'] : process === 'consent' ? ['improvement'] : ['improvement', 'objections']
  if (!readyAt.includes(decision.step)) return refuse('wrong-phase')
  // A role has effect only once the person accepts it [§2.5-4]; without a name, a card alone can be adopted by consent.
  if (card && !card.accepted && (card.holder !== undefined || process === 'election')) return refuse('not-accepted')
  const item = scene.board.items[decision.itemId]
  const sovereign = item && absentSovereign(scene.board, item)
  if (sovereign !== undefined) return refuse('sovereign-absent', { organisations: [sovereign] })
  if (isStopped(scene.board)) return refuse('signal-open')
  return scene.board.organisations[decision.responsible] ? ok(true) : refuse('responsible-missing')
}

/** The circuits that adoption prepares: to the formally competent structure for registration, to the others for information [§2.4.7]. */
const transmissionsOf = (decision: Decision, ref: string, actId: string): readonly Transmission[] =>
  [decision.responsible, ...decision.cc].map((to, index) => ({
    id: `${actId}.${String(index + 1).padStart(2, '0')}`,
    decisionId: decision.id,
    decisionRef: ref,
    title: decision.title,
    to,
    kind: index === 0 ? 'register' : 'inform',
    status: 'to-send',
  }))

/** A late objection that nobody took in opens a reaction, signed as the objection is. */
const lateReactions = (scene: Scene, actor: Actor, decision: Decision) =>
  lateObjections(decision).map((objection) => {
    const reaction = reactionFor(decision.id, objection, objection.personId === undefined ? actor.randomId() : `${objection.id}.r`)
    const author = scene.secrets.all('authorship', `objection:${objection.id}`)[0]
    const kept: readonly ConfidenceChange[] =
      author?.personId === undefined
        ? []
        : [keepAuthorship('reaction', reaction.id, author.personId, author.payload.voice, scene.now, author.payload.enteredBy)]
    return { reaction, kept }
  })

/** Records the adoption of the text read aloud: reference, window of reactions, circuits to send. In force only once registered [§2.5-12, A14]. */
export const adopt: Judge<ActOf<'adopt'>> = (scene, actor, act) => {
  const found = openDecision(scene.board, act.decisionId)
  if (!found.ok) return found
  const decision = found.value
  const version = currentVersion(decision).n
  if (act.version !== version) return refuse('moved-on', { version })
  const may = mayAdopt(scene, decision)
  if (!may.ok) return may
  const { meeting } = scene.board
  const ref = nextDecisionRef(scene.board, scene.now)
  const today = dayOf(scene.now, meeting.timezone)
  const late = lateReactions(scene, actor, decision)
  return factsAnd(
    [
      {
        type: 'decision-adopted',
        decisionId: decision.id,
        ref,
        legalEffect: authorityOver(meeting, decision, scene.board.items[decision.itemId]) === 'meeting' ? 'in-force' : 'pending',
        reactionUntil: decision.reactionUntil < today ? today : decision.reactionUntil,
      },
      ...transmissionsOf(decision, ref, actor.actId).map((transmission) => ({ type: 'transmission-prepared' as const, transmission })),
      ...late.map(({ reaction }) => ({ type: 'reaction-given' as const, reaction })),
    ],
    late.flatMap(({ kept }) => kept),
    { ref },
  )
}
