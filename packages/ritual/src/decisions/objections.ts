import type { ActOf } from '../acts.ts'
import { personFor, personOf, unsigned } from '../acting.ts'
import { appearsAs, authorshipFor, dropAuthorship, entryId, hasVoice, ownerFor, voiceOf } from '../authorship.ts'
import { dayOf } from '../days.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { Decision, Objection } from './entities.ts'
import type { DecisionFact } from './facts.ts'
import { reactionFor } from './late.ts'
import { currentRound, openDecision } from './state.ts'

const findObjection = (scene: Scene, decisionId: string, objectionId: string): Outcome<{ decision: Decision; objection: Objection }> => {
  const found = openDecision(scene.board, decisionId)
  if (!found.ok) return found
  const objection = found.value.objections.find(({ id }) => id === objectionId)
  return objection ? { ok: true, value: { decision: found.value, objection } } : refuse('no-such-thing')
}

/**
 * An objection after the reveal [§4.5]: late, never counted, never silent. Who objected in the round without a reason gives it so, under the name and the
 * voice it was made with unless they say otherwise. Once the decision is
 * adopted, a late objection also opens a reaction to it.
 */
export const stateObjection: Judge<ActOf<'state-objection'>> = (scene, actor, act) => {
  const writer = personOf(scene, actor)
  if (!writer.ok) return writer
  const person = personFor(scene, actor, act.personId)
  if (!person.ok) return person
  const decision = scene.board.decisions[act.decisionId]
  if (!decision) return refuse('no-such-thing')
  if (decision.status !== 'open' && decision.status !== 'adopted') return refuse('wrong-status')
  if (person.value.standing === 'observer') return refuse('observers-do-not')
  if (!hasVoice(person.value, act.voice ?? null)) return refuse('not-yours')
  const round = currentRound(decision)
  if (!round?.revealedAt) return refuse('not-revealed')
  const { text } = act
  const personId = person.value.id

  const unreasoned = decision.objections.findLast(
    (one) => one.text === '' && one.tested !== 'withdrawn' && ownerFor(scene, writer.value.id, 'objection', one.id, one) === personId,
  )
  if (unreasoned && decision.status === 'open') {
    // It was made with a voice, and with or without a name: a reason given later signs nothing that was not asked.
    const attribution = act.attribution ?? unreasoned.attribution
    const voice = act.voice === undefined ? voiceOf(scene, 'objection', unreasoned.id, personId, unreasoned) : act.voice
    const attributed = appearsAs(attribution, personId, voice)
    const reasoned: DecisionFact = { type: 'objection-reasoned', decisionId: decision.id, objectionId: unreasoned.id, text, attributed }
    const kept = authorshipFor('objection', unreasoned.id, attribution, personId, voice, scene.now, writer.value.id)
    return unsigned([reasoned], kept.length > 0 ? kept : [dropAuthorship('objection', unreasoned.id, personId)])
  }

  const { voice = null, attribution = 'name-and-voice' } = act
  const id = entryId(actor, attribution)
  const objection = {
    id,
    text,
    round: round.round,
    ...appearsAs(attribution, personId, voice),
    tested: 'pending' as const,
    lifted: false,
    carrierConfirmed: false,
    late: true,
  }
  const stated: DecisionFact = { type: 'objection-stated', decisionId: decision.id, objection }
  const adopted = decision.status === 'adopted'
  if (adopted && dayOf(scene.now, scene.board.meeting.timezone) > decision.reactionUntil) return refuse('window-closed')
  const reaction = adopted
    ? reactionFor(decision.id, objection, attribution === 'name-and-voice' ? `${id}.r` : actor.randomId())
    : undefined
  const made = reaction ? [stated, { type: 'reaction-given' as const, reaction }] : [stated]
  const kept = [
    ...authorshipFor('objection', id, attribution, personId, voice, scene.now, writer.value.id),
    ...(reaction ? authorshipFor('reaction', reaction.id, attribution, personId, voice, scene.now, writer.value.id) : []),
  ]
  return attribution === 'name-and-voice' ? factsAnd(made, kept, { objectionId: id }) : unsigned(made, kept, { objectionId: id })
}

/** The group's answer to the four questions, written down by facilitation: an argument exists or not. Only its author takes an objection back [§2.5-8]. */
export const testObjection: Judge<ActOf<'test-objection'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = findObjection(scene, act.decisionId, act.objectionId)
  if (!found.ok) return found
  const { decision, objection } = found.value
  if (!currentRound(decision)?.revealedAt) return refuse('not-revealed')
  if (objection.text === '') return refuse('reason-missing')
  const own = ownerFor(scene, person.value.id, 'objection', objection.id, objection) !== undefined
  if (!own && (act.result === 'withdrawn' || (objection.tested === 'accepted' && act.result !== 'accepted')))
    return refuse('objector-lifts')
  if (objection.tested === act.result) return refuse('already-there')
  if (objection.tested !== 'pending' && !own) return refuse('moved-on')
  const tested: DecisionFact = { type: 'objection-tested', decisionId: decision.id, objectionId: objection.id, result: act.result }
  // Facilitation may be its author, and then takes back what nobody else could: no event says so.
  return objection.attribution === 'name-and-voice' ? facts(tested) : unsigned([tested])
}

/** Only its author lifts an objection [§2.5-8, B6]. Lifted without having been integrated, it is taken back. */
export const liftObjection: Judge<ActOf<'lift-objection'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = findObjection(scene, act.decisionId, act.objectionId)
  if (!found.ok) return found
  const { decision, objection } = found.value
  if (ownerFor(scene, person.value.id, 'objection', objection.id, objection) === undefined) return refuse('objector-lifts')
  if (objection.lifted || objection.tested === 'withdrawn') return refuse('already-there')
  const ids = { decisionId: decision.id, objectionId: objection.id }
  const lifted: DecisionFact =
    objection.integratedIn === undefined ? { type: 'objection-tested', ...ids, result: 'withdrawn' } : { type: 'objection-lifted', ...ids }
  return objection.attribution === 'name-and-voice' ? facts(lifted) : unsigned([lifted])
}

/** The carrier says that the proposal, with the objection in it, still meets the need. */
export const confirmObjection: Judge<ActOf<'confirm-objection'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const found = findObjection(scene, act.decisionId, act.objectionId)
  if (!found.ok) return found
  const { decision, objection } = found.value
  const item = scene.board.items[decision.itemId]
  if (decision.carrier !== person.value.id && !item?.carriers.includes(person.value.id) && item?.replacement !== person.value.id)
    return refuse('carrier-confirms')
  if (objection.integratedIn === undefined) return refuse('objections-open', { objections: [objection.id] })
  if (objection.carrierConfirmed) return refuse('already-there')
  return facts({ type: 'objection-confirmed', decisionId: decision.id, objectionId: objection.id })
}
