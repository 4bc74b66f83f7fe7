import type { ConfidenceChange } from './confidences/entities.ts'
import type { Id, Instant, OrgId, PersonId } from './ids.ts'
import type { EntryKind } from './notes/acts.ts'
import type { Attributed, Attribution, Person } from './people/entities.ts'
import type { Actor, Scene } from './scene.ts'
import { writesFor } from './acting.ts'

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

/** Keeps, for the author alone, who wrote an entry that does not show them; so that only they lift, withdraw or sign it. */
export const keepAuthorship = (kind: EntryKind, id: Id, personId: PersonId, voice: OrgId | null, at: Instant): ConfidenceChange => ({
  put: { kind: 'authorship', subject: subjectOf(kind, id), personId, at, payload: { voice } },
})

/** The authorship to keep for an entry, if it does not show its author. */
export const authorshipFor = (
  kind: EntryKind,
  id: Id,
  attribution: Attribution,
  personId: PersonId,
  voice: OrgId | null,
  at: Instant,
): readonly ConfidenceChange[] => (attribution === 'name-and-voice' ? [] : [keepAuthorship(kind, id, personId, voice, at)])

/** Forgets who wrote an entry: it was taken back, or signed. */
export const dropAuthorship = (kind: EntryKind, id: Id, personId: PersonId): ConfidenceChange => ({
  drop: { kind: 'authorship', subject: subjectOf(kind, id), personId },
})

/**
 * The person an entry belongs to when the writer may act on it: the writer, or a person without a device whom they entered; undefined when it is not theirs.
 * A device that does not know every confidence takes an entry without a name for the writer's own and lets the server answer.
 */
export const ownerFor = (scene: Scene, writer: PersonId, kind: EntryKind, id: Id, entry: { personId?: PersonId }): PersonId | undefined => {
  const { people } = scene.board
  if (entry.personId !== undefined) {
    const signed = people[entry.personId]
    return signed && writesFor(writer, signed) ? signed.id : undefined
  }
  const candidates = Object.values(people).filter((person) => writesFor(writer, person))
  const owner = candidates.find((person) => scene.secrets.one('authorship', subjectOf(kind, id), person.id))?.id
  return owner ?? (scene.knowsAll ? undefined : writer)
}

/** The voice an entry was said with, shown or kept. */
export const voiceOf = (scene: Scene, kind: EntryKind, id: Id, owner: PersonId, entry: { voice?: OrgId | null }): OrgId | null =>
  entry.voice !== undefined ? entry.voice : (scene.secrets.one('authorship', subjectOf(kind, id), owner)?.payload.voice ?? null)
