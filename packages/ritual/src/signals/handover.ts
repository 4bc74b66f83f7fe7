import type { ActOf } from '../acts.ts'
import type { ConfidenceChange } from '../confidences/entities.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene, Verdict } from '../scene.ts'
import { confides, personOf, unsigned } from '../acting.ts'
import { holdersOf } from '../permissions/hats.ts'
import { pauseLifted, settles, signalIn } from './care.ts'

/** The mood-watch, or whoever may say in its place that a signal is settled, asks each person concerned, on their own screen alone [§2.5-15]. An answer once given is not asked again, but shown to who asks. Whoever has no device is asked aloud, never on their neighbour's device: to name them is to tell their yes. */
export const askConsents: Judge<ActOf<'ask-consents'>> = (scene, actor, act) => {
  const found = signalIn(scene, actor, act.signalId, 'in-care', 'settled')
  if (!found.ok) return found
  const may = settles(scene, found.value.personId, act.signalId)
  if (!may.ok) return may
  if (!scene.board.organisations[act.to]) return refuse('no-such-thing')
  if (!act.people.every((personId) => scene.board.people[personId])) return refuse('unknown-person')
  const watches = holdersOf(scene.board, 'moodWatcher').includes(found.value.personId)
  const by = watches ? {} : { by: found.value.personId }
  const isAskedAloud = (personId: string): boolean => scene.board.people[personId]?.device === 'none'
  const asked = [...new Set(act.people)].map((personId): ConfidenceChange => {
    const before = scene.secrets.one('handover', act.signalId, personId)
    if (before && before.payload.answer !== 'asked' && before.payload.to === act.to)
      return { put: { ...before, payload: { to: act.to, answer: before.payload.answer, ...by } } }
    const answer = isAskedAloud(personId) ? 'consented' : 'asked'
    return { put: { kind: 'handover', subject: act.signalId, personId, at: scene.now, payload: { to: act.to, answer, ...by } } }
  })
  return confides(...asked)
}

const answer = (scene: Scene, actor: Actor, signalId: string, given: 'consented' | 'refused'): Outcome<Verdict> => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const signal = scene.board.signals[signalId]
  const asked = scene.secrets.one('handover', signalId, person.value.id)
  if (!signal || !asked) return refuse('no-such-thing')
  if (signal.status === 'handed-over') return refuse('too-late')
  return confides({ put: { ...asked, at: scene.now, payload: { ...asked.payload, answer: given } } })
}

export const consentHandover: Judge<ActOf<'consent-handover'>> = (scene, actor, act) => answer(scene, actor, act.signalId, 'consented')
export const refuseHandover: Judge<ActOf<'refuse-handover'>> = (scene, actor, act) => answer(scene, actor, act.signalId, 'refused')

/** Hands a signal over once every person concerned has consented; with one refusal it stays settled [§2.5-15, AC-23]. */
export const handOverSignal: Judge<ActOf<'hand-over-signal'>> = (scene, actor, act) => {
  const found = signalIn(scene, actor, act.signalId, 'in-care', 'settled')
  if (!found.ok) return found
  const may = settles(scene, found.value.personId, act.signalId)
  if (!may.ok) return may
  const consents = scene.secrets.all('handover', act.signalId)
  const to = consents.at(-1)?.payload.to
  if (to === undefined || !consents.every(({ payload }) => payload.answer === 'consented' && payload.to === to))
    return refuse('consent-missing')
  return unsigned([{ type: 'signal-handed-over', signalId: act.signalId, to }, ...pauseLifted(scene, act.signalId)])
}
