import type { ActOf } from '../acts.ts'
import { mayWriteFor } from '../acting.ts'
import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import { hatsOf } from '../permissions/hats.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { arrivalFacts, isCrowded } from '../system.ts'
import { facts, whoActs } from '../verdict.ts'
import type { peopleActs } from './acts.ts'
import type { Voice } from './entities.ts'

/** Whom an act speaks for: oneself, or a person without a device for whom one writes [I7, §2.5-8]. */
export const spokenFor = (scene: Scene, actor: Actor, personId: PersonId | undefined): Outcome<PersonId> => {
  const self = whoActs(actor)
  if (personId === undefined || personId === self) return { ok: true, value: self }
  const person = scene.board.people[personId]
  if (!person) return refuse('unknown-person')
  return mayWriteFor(scene, self, person) ? { ok: true, value: personId } : refuse('not-your-entry')
}

export const unknownOrganisations = (board: PublicBoard, voices: readonly Voice[]): readonly string[] =>
  voices.flatMap((voice) => (voice.org === null || board.organisations[voice.org] ? [] : [voice.org]))

/** Once the weather round is over, whoever has given theirs has said in whose name they speak; a late comer has until they give theirs [E4, §4.4]. */
const haveSpoken = (board: PublicBoard, personId: PersonId): boolean =>
  board.people[personId]?.device !== 'none' &&
  board.weather[personId] !== undefined &&
  Object.values(board.rounds).some((round) => round.kind === 'weather' && round.status !== 'running')

const setVoices: Judge<ActOf<'set-voices'>> = (scene, actor, { voices, name, personId }) => {
  const { board, online } = scene
  const who = spokenFor(scene, actor, personId)
  // Facilitation may put right the voices of someone without a device whose neighbour has gone.
  if (!who.ok && !(board.people[personId ?? '']?.device === 'none' && hatsOf(board, online, actor).has('F'))) return who
  const unknown = unknownOrganisations(board, voices)
  if (unknown.length > 0) return refuse('no-such-thing', { organisations: unknown })
  const whose = who.ok ? who.value : (personId ?? '')
  const person = board.people[whose]
  const renames = name !== undefined && name !== person?.name
  if (renames && Object.values(board.people).some((other) => other.name === name)) return refuse('already-there')
  // A name is put right as long as the meeting runs; the voices stay as they were said.
  const keepsVoices = renames && JSON.stringify(voices) === JSON.stringify(person?.voices)
  if (!keepsVoices && haveSpoken(board, whose)) return refuse('voices-said')
  return facts(
    ...(keepsVoices ? [] : [{ type: 'voices-set' as const, personId: whose, voices }]),
    ...(renames ? [{ type: 'person-renamed' as const, personId: whose, name }] : []),
  )
}

const enterPerson: Judge<ActOf<'enter-person'>> = ({ board }, actor, { name, voices, newcomer }) => {
  const unknown = unknownOrganisations(board, voices)
  if (unknown.length > 0) return refuse('no-such-thing', { organisations: unknown })
  if (Object.values(board.people).some((person) => person.name === name)) return refuse('already-there')
  if (isCrowded(board)) return refuse('too-many')
  const person = {
    id: actor.actId,
    name,
    standing: 'decider' as const,
    voices,
    device: 'none' as const,
    remote: false,
    newcomer,
    enteredBy: whoActs(actor),
    rolePreferences: {},
  }
  const entered = { ...board, people: { ...board.people, [person.id]: { ...person, presence: 'expected' as const, joinedAt: '' } } }
  return facts({ type: 'person-joined', person }, ...arrivalFacts(entered, person.id))
}

const leave: Judge<ActOf<'leave'>> = (scene, actor, { personId }) => {
  const who = spokenFor(scene, actor, personId)
  if (!who.ok) return who
  return scene.board.people[who.value]?.presence === 'left' ? facts() : facts({ type: 'person-left', personId: who.value })
}

const setStanding: Judge<ActOf<'set-standing'>> = ({ board }, _actor, { personId, standing }) => {
  if (!board.people[personId]) return refuse('unknown-person')
  // Deciders are frozen with the first round: nobody enters or leaves them by a change of standing [§2.5-6].
  const isFrozen = Object.values(board.decisions).some((decision) => decision.status === 'open' && decision.deciders.length > 0)
  if (isFrozen) return refuse('decisions-open')
  return facts({ type: 'standing-set', personId, standing })
}

export const peopleJudges = {
  'set-voices': setVoices,
  'enter-person': enterPerson,
  leave,
  'set-standing': setStanding,
} satisfies { [T in keyof typeof peopleActs]: Judge<ActOf<T>> }
