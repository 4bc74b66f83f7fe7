import type { ActOf } from '../acts.ts'
import type { Fact } from '../facts.ts'
import type { PersonId } from '../ids.ts'
import { given } from '../fields.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { confides, personOf, unsigned } from '../acting.ts'
import { concernedBy, maySettle, mayWelcome } from '../permissions/role-concerned.ts'
import type { Signal, SignalAbout, SignalStatus } from './entities.ts'
import { isUntreated } from './untreated.ts'

const aboutOf = (scene: Scene, signalId: string): SignalAbout => scene.secrets.all('signal', signalId)[0]?.payload ?? {}

/** The room's pause ends with the signal that laid it, unless another one of level 3 waits; the item itself is reopened by facilitation. */
export const pauseLifted = ({ board }: Scene, signalId: string): readonly Fact[] => {
  if (board.now.pause?.signalId === undefined) return []
  const other = Object.values(board.signals).find((signal) => signal.level === 3 && signal.id !== signalId && isUntreated(signal))
  if (!other) return board.signals[signalId]?.level === 3 ? [{ type: 'resumed' }] : []
  return board.now.pause.signalId === signalId ? [{ type: 'paused', signalId: other.id }] : []
}

const isConcerned = (scene: Scene, personId: PersonId, signalId: string): boolean => {
  const about = aboutOf(scene, signalId)
  if (about.aboutRole !== undefined) return concernedBy(scene.board, about).includes(personId)
  return scene.secrets.all('signal', signalId).some(({ payload }) => payload.concerned === true)
}
const judged = (may: boolean, scene: Scene, personId: PersonId, signalId: string): Outcome<true> =>
  isConcerned(scene, personId, signalId) ? refuse('role-concerned') : may ? ok(true) : refuse('not-your-role')

/** Whether this person may welcome the signal; `role-concerned` when it is about their role [§2.5-14]. */
export const welcomes = (scene: Scene, personId: PersonId, signalId: string): Outcome<true> =>
  judged(mayWelcome(scene.board, scene.online, personId, aboutOf(scene, signalId)), scene, personId, signalId)
/** Whether this person may say that the signal is settled. */
export const settles = (scene: Scene, personId: PersonId, signalId: string): Outcome<true> =>
  judged(maySettle(scene.board, scene.online, personId, aboutOf(scene, signalId)), scene, personId, signalId)

/** The signal and who acts on it; refuses one that does not exist or stands elsewhere than in one of these states. */
export const signalIn = (
  scene: Scene,
  actor: Actor,
  signalId: string,
  ...statuses: readonly SignalStatus[]
): Outcome<{ signal: Signal; personId: string }> => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const signal = scene.board.signals[signalId]
  if (!signal) return refuse('no-such-thing')
  if (statuses.includes(signal.status)) return ok({ signal, personId: person.value.id })
  return refuse(signal.status === 'raised' ? 'not-acknowledged' : 'wrong-status')
}

/** « Accueillir »: the timer of the welcome stops; nobody has answered yet. */
export const acknowledgeSignal: Judge<ActOf<'acknowledge-signal'>> = (scene, actor, act) => {
  const found = signalIn(scene, actor, act.signalId, 'raised')
  if (!found.ok) return found
  const may = welcomes(scene, found.value.personId, act.signalId)
  return may.ok ? unsigned([{ type: 'signal-acknowledged', signalId: act.signalId }]) : may
}

/** Chooses one response or more; others may follow while the signal is in care. */
export const careSignal: Judge<ActOf<'care-signal'>> = (scene, actor, act) => {
  const found = signalIn(scene, actor, act.signalId, 'acknowledged', 'in-care')
  if (!found.ok) return found
  const may = welcomes(scene, found.value.personId, act.signalId)
  if (!may.ok) return may
  const cared: Fact = {
    type: 'signal-cared',
    signalId: act.signalId,
    responses: [...new Set(act.responses)],
    ...given({ minutes: act.minutes }),
  }
  // A pause that says how long lays itself over the room, unless an alert has already done so.
  const breaks = act.minutes !== undefined && act.responses.includes('pause') && scene.board.now.pause === null
  return unsigned(breaks ? [cared, { type: 'paused', minutes: act.minutes ?? 0 }] : [cared])
}

/** One step on in the response under way; who saw an earlier step changes nothing. */
export const advanceCare: Judge<ActOf<'advance-care'>> = (scene, actor, act) => {
  const found = signalIn(scene, actor, act.signalId, 'in-care')
  if (!found.ok) return found
  const may = welcomes(scene, found.value.personId, act.signalId)
  if (!may.ok) return may
  const { care } = found.value.signal
  if (care?.response !== act.response || care.step !== act.from) return refuse('moved-on')
  return unsigned([{ type: 'care-advanced', signalId: act.signalId, step: act.from + 1 }])
}

export const settleSignal: Judge<ActOf<'settle-signal'>> = (scene, actor, act) => {
  const found = signalIn(scene, actor, act.signalId, 'in-care')
  if (!found.ok) return found
  const may = settles(scene, found.value.personId, act.signalId)
  if (!may.ok) return may
  const aside: readonly Fact[] = act.aside ? [{ type: 'signal-cared', signalId: act.signalId, responses: ['aside-talk'] }] : []
  return unsigned([...aside, { type: 'signal-settled', signalId: act.signalId }, ...pauseLifted(scene, act.signalId)])
}

/** Taken up later, as a point, a talk after the meeting or an action; only before it is in care. */
export const carrySignal: Judge<ActOf<'carry-signal'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const signal = scene.board.signals[act.signalId]
  if (!signal) return refuse('no-such-thing')
  if (signal.status !== 'raised' && signal.status !== 'acknowledged') return refuse('wrong-status')
  const may = welcomes(scene, person.value.id, act.signalId)
  if (!may.ok && !settles(scene, person.value.id, act.signalId).ok) return may
  return unsigned([{ type: 'signal-carried', signalId: act.signalId, as: act.as }, ...pauseLifted(scene, act.signalId)])
}

/** Who raised it takes it back: a signal not yet welcomed, or a level-1 one. */
export const withdrawSignal: Judge<ActOf<'withdraw-signal'>> = (scene, actor, act) => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const personId = person.value.id
  const ripple = scene.secrets.one('ripple', act.signalId, personId)
  if (ripple) {
    if (ripple.payload.status !== 'noticed') return refuse('moved-on')
    return confides({ put: { ...ripple, payload: { ...ripple.payload, status: 'withdrawn' } } })
  }
  const signal = scene.board.signals[act.signalId]
  if (!signal) return refuse('no-such-thing')
  if (scene.knowsAll && !scene.secrets.one('signal', act.signalId, personId)) return refuse('not-your-entry')
  return signal.status === 'raised'
    ? unsigned([{ type: 'signal-withdrawn', signalId: act.signalId }, ...pauseLifted(scene, act.signalId)])
    : refuse('wrong-status')
}
