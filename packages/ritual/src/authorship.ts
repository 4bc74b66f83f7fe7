import type { ConfidenceChange } from './confidences/entities.ts'
import type { Id, Instant, OrgId, PersonId } from './ids.ts'
import type { EntryKind } from './notes/acts.ts'
import type { Attributed, Attribution, Person } from './people/entities.ts'
import type { Actor, Scene } from './scene.ts'
import { mayWriteFor } from './acting.ts'
import { isOwnOrEntered } from './people/writes-for.ts'

/** An author as everyone may know them [§2.3]. */
export const appearsAs = (attribution: Attribution, personId: PersonId, voice: OrgId | null): Attributed => {
  if (attribution === 'name-and-voice') return { attribution, personId, voice }
  return attribution === 'voice-only' ? { attribution, voice } : { attribution }
}

/** Whether a person may speak with this voice; in one's own name always [E1]. */
export const hasVoice = (person: Person, voice: OrgId | null): boolean => voice === null || person.voices.some(({ org }) => org === voice)

/** The id of an entry: its act's, or a random one when the act would betray the author. */
export const entryId = (actor: Actor, attribution: Attribution): Id => (attribution === 'name-and-voice' ? actor.actId : actor.randomId())

const subjectOf = (kind: EntryKind, id: Id): string => `${kind}:${id}`

/** Keeps, for the author alone and a `writer` who wrote it for them, whose an entry is that does not show them; so that only they lift, withdraw or sign it. */
export const keepAuthorship = (
  kind: EntryKind,
  id: Id,
  personId: PersonId,
  voice: OrgId | null,
  at: Instant,
  writer?: PersonId,
): ConfidenceChange => {
  const written = writer === undefined || writer === personId ? {} : { enteredBy: writer }
  return { put: { kind: 'authorship', subject: subjectOf(kind, id), personId, at, payload: { voice, ...written } } }
}

/** The authorship to keep for an entry, if it does not show its author. */
export const authorshipFor = (
  kind: EntryKind,
  id: Id,
  attribution: Attribution,
  personId: PersonId,
  voice: OrgId | null,
  at: Instant,
  writer?: PersonId,
): readonly ConfidenceChange[] => (attribution === 'name-and-voice' ? [] : [keepAuthorship(kind, id, personId, voice, at, writer)])

/** Forgets who wrote an entry: it was taken back, or signed. */
export const dropAuthorship = (kind: EntryKind, id: Id, personId: PersonId): ConfidenceChange => ({
  drop: { kind: 'authorship', subject: subjectOf(kind, id), personId },
})

/**
 * The person an entry belongs to when the writer may act on it: the writer, or a person without a device for whom they write; undefined when it is not theirs.
 * One without a name is known by who wrote it or entered its author: whoever only leads in a neighbour's place could otherwise find out by trying. A device that
 * does not know every confidence takes it for the writer's own and lets the server answer.
 */
export const ownerFor = (scene: Scene, writer: PersonId, kind: EntryKind, id: Id, entry: { personId?: PersonId }): PersonId | undefined => {
  const { people } = scene.board
  if (entry.personId !== undefined) {
    const signed = people[entry.personId]
    return signed && mayWriteFor(scene, writer, signed) ? signed.id : undefined
  }
  const kept = scene.secrets.all('authorship', subjectOf(kind, id)).find(({ personId, payload }) => {
    const author = people[personId ?? '']
    return author && (payload.enteredBy === writer || isOwnOrEntered(writer, author))
  })
  return kept?.personId ?? (scene.knowsAll ? undefined : writer)
}

/** The voice an entry was said with, shown or kept. */
export const voiceOf = (scene: Scene, kind: EntryKind, id: Id, owner: PersonId, entry: { voice?: OrgId | null }): OrgId | null =>
  entry.voice !== undefined ? entry.voice : (scene.secrets.one('authorship', subjectOf(kind, id), owner)?.payload.voice ?? null)
