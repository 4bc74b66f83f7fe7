import type { ActOf } from '../acts.ts'
import { personOf, unsigned } from '../acting.ts'
import { appearsAs, authorshipFor, entryId, hasVoice } from '../authorship.ts'
import { dayOf } from '../days.ts'
import { given } from '../fields.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { adviceActs } from './acts.ts'
import type { AdviceRequest } from './entities.ts'
import { impactedNotAsked } from './impacted.ts'

const requestOf = (scene: Scene, itemId: string): Outcome<AdviceRequest> => {
  const request = scene.board.advice[itemId]
  if (!request) return refuse('no-such-thing')
  return request.outcome || request.status === 'dropped' ? refuse('too-late') : { ok: true, value: request }
}

/** Names the question, who decides and when [A10]; the meeting advises, it does not decide. Mended until decided. */
const setAdvice: Judge<ActOf<'set-advice'>> = (scene, _actor, act) => {
  const { board } = scene
  const item = board.items[act.itemId]
  if (!item) return refuse('no-such-thing')
  if (item.kind !== 'advice') return refuse('process-locked')
  if (board.advice[act.itemId]?.outcome) return refuse('too-late')
  if (!board.people[act.decider]) return refuse('unknown-person')
  if (act.forOrg !== null && !board.organisations[act.forOrg]) return refuse('no-such-thing')
  if (act.decideBy < dayOf(scene.now, board.meeting.timezone)) return refuse('window-closed')
  const { type: _type, ...fields } = act
  return facts({ type: 'advice-set', ...fields })
}

/** Asks a person or an organisation, as impacted or as competent [A11]. */
const askAdvice: Judge<ActOf<'ask-advice'>> = (scene, actor, act) => {
  const found = requestOf(scene, act.itemId)
  if (!found.ok) return found
  if (!scene.board.organisations[act.target] && !scene.board.people[act.target]) return refuse('no-such-thing')
  if (found.value.asked.some((asked) => asked.target === act.target && asked.as === act.as)) return refuse('already-there')
  const { target, as, reason, expectedBy } = act
  return facts({ type: 'advice-asked', itemId: act.itemId, asked: { id: actor.actId, target, as, ...given({ reason, expectedBy }) } })
}

const voiceFor = (scene: Scene, actor: Actor, voice: string | null): Outcome<string | null> => {
  if (actor.kind === 'contact') return { ok: true, value: actor.org }
  const person = personOf(scene, actor)
  if (!person.ok) return person
  return hasVoice(person.value, voice) ? { ok: true, value: voice } : refuse('not-yours')
}

/** Advice, in one's own name or a structure's, until the day of the decision; a structure's contact gives the structure's. */
const giveAdvice: Judge<ActOf<'give-advice'>> = (scene, actor, act) => {
  const voice = voiceFor(scene, actor, act.voice)
  if (!voice.ok) return voice
  const found = requestOf(scene, act.itemId)
  if (!found.ok) return found
  if (dayOf(scene.now, scene.board.meeting.timezone) > found.value.decideBy) return refuse('window-closed')
  if (actor.kind === 'contact') {
    const advice = { id: actor.actId, as: act.as, text: act.text, attribution: 'voice-only' as const, voice: voice.value }
    return factsAnd([{ type: 'advice-given', itemId: act.itemId, advice }], [], { adviceId: advice.id })
  }
  const id = entryId(actor, act.attribution)
  const advice = { id, as: act.as, text: act.text, ...appearsAs(act.attribution, actor.personId, voice.value) }
  const said = { type: 'advice-given' as const, itemId: act.itemId, advice }
  if (act.attribution === 'name-and-voice') return factsAnd([said], [], { adviceId: id })
  return unsigned([said], authorshipFor('advice', id, act.attribution, actor.personId, voice.value, scene.now), { adviceId: id })
}

const asDecider = (scene: Scene, actor: Actor, itemId: string): Outcome<AdviceRequest> => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const request = scene.board.advice[itemId]
  if (!request) return refuse('no-such-thing')
  return request.decider === person.value.id ? { ok: true, value: request } : refuse('not-yours')
}

/** The decider says of each advice what is kept of it, and why [D3]; before or after deciding. */
const answerAdvice: Judge<ActOf<'answer-advice'>> = (scene, actor, act) => {
  const found = asDecider(scene, actor, act.itemId)
  if (!found.ok) return found
  if (!found.value.given.some(({ id }) => id === act.adviceId)) return refuse('no-such-thing')
  const { adviceId, itemId, answer, why } = act
  return facts({ type: 'advice-answered', itemId, adviceId, answer, ...given({ why }) })
}

/** The decider decides, after every impacted party was asked [A11]. */
const concludeAdvice: Judge<ActOf<'conclude-advice'>> = (scene, actor, act) => {
  const found = asDecider(scene, actor, act.itemId)
  if (!found.ok) return found
  if (found.value.outcome) return refuse('already-there')
  const missing = impactedNotAsked(scene.board, act.itemId)
  if (missing) return refuse('impacted-not-asked', { organisations: missing })
  return facts({ type: 'advice-concluded', itemId: act.itemId, text: act.text })
}

/** Rules of the advice process [A10, A11, D3]. */
export const adviceJudges: { [T in keyof typeof adviceActs]: Judge<ActOf<T>> } = {
  'set-advice': setAdvice,
  'ask-advice': askAdvice,
  'give-advice': giveAdvice,
  'answer-advice': answerAdvice,
  'conclude-advice': concludeAdvice,
}
