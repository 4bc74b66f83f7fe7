import type { ActOf } from '../acts.ts'
import { dayOf } from '../days.ts'
import { given } from '../fields.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { transmissionActs } from './acts.ts'
import type { Transmission } from './entities.ts'

const today = (scene: Scene) => dayOf(scene.now, scene.board.meeting.timezone)

/** Sends an adopted decision to its structure, and its copies. The result names each circuit; the server adds the structures' inboxes. */
const transmit: Judge<ActOf<'transmit'>> = (scene, _actor, act) => {
  const decision = scene.board.decisions[act.decisionId]
  if (!decision) return refuse('no-such-thing')
  if (decision.status !== 'adopted') return refuse('wrong-status')
  const circuits = Object.values(scene.board.transmissions)
    .filter((transmission) => transmission.decisionId === decision.id && transmission.status === 'to-send')
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  if (circuits.length === 0) return refuse('already-there')
  const on = today(scene)
  return factsAnd(
    circuits.map(({ id }) => ({ type: 'transmission-sent', transmissionId: id, on })),
    [],
    { transmissions: circuits.map(({ id, to, kind }) => ({ id, to, kind })) },
  )
}

/** The circuit of this decision to the contact's own structure. */
const circuitOf = (scene: Scene, actor: Actor, decisionId: string): Outcome<Transmission> => {
  if (actor.kind !== 'contact') return refuse('not-permitted')
  const circuit = Object.values(scene.board.transmissions).find(
    (transmission) => transmission.decisionId === decisionId && transmission.to === actor.org,
  )
  if (!circuit) return refuse('no-such-thing')
  return circuit.status === 'to-send' ? refuse('too-early') : { ok: true, value: circuit }
}

const receive: Judge<ActOf<'receive'>> = (scene, actor, act) => {
  const circuit = circuitOf(scene, actor, act.decisionId)
  if (!circuit.ok) return circuit
  if (circuit.value.status !== 'sent') return refuse('already-there')
  return facts({ type: 'transmission-received', transmissionId: circuit.value.id, on: today(scene) })
}

/** The circuit, if it asks for registration and has had no answer; a copy for information stops at « reçue ». */
const unanswered = (scene: Scene, actor: Actor, decisionId: string): Outcome<Transmission> => {
  const circuit = circuitOf(scene, actor, decisionId)
  if (!circuit.ok) return circuit
  if (circuit.value.kind === 'inform') return refuse('not-permitted')
  return circuit.value.status === 'sent' || circuit.value.status === 'received' ? circuit : refuse('already-there')
}

/** The structure registers the decision under its own reference; only then is it in force [§2.5-12, AC-19]. */
const register: Judge<ActOf<'register'>> = (scene, actor, act) => {
  const circuit = unanswered(scene, actor, act.decisionId)
  if (!circuit.ok) return circuit
  const on = today(scene)
  const registered = { date: act.date ?? on, structureRef: act.structureRef, links: act.links, ...given({ organ: act.organ }) }
  return facts({ type: 'transmission-registered', transmissionId: circuit.value.id, registered, on })
}

/** The structure returns it with its reason: the decision has no effect, and comes back to the next meeting as a feedback [V5]. */
const giveBack: Judge<ActOf<'return'>> = (scene, actor, act) => {
  const circuit = unanswered(scene, actor, act.decisionId)
  if (!circuit.ok) return circuit
  return facts({ type: 'transmission-returned', transmissionId: circuit.value.id, reason: act.reason, on: today(scene) })
}

/** Rules of the registration circuit [§2.4.7]. */
export const transmissionJudges: { [T in keyof typeof transmissionActs]: Judge<ActOf<T>> } = {
  transmit,
  receive,
  register,
  return: giveBack,
}
