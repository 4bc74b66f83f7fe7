import type { Id, Instant, PersonId } from '../ids.ts'

/** A dated erratum: asked by anyone, accepted by the scribe (spelling) or scribe, facilitator and person quoted (meaning) [§4.12]. */
export interface Correction {
  id: Id
  version: number
  at: Instant
  /** A person, or the id of the structure whose contact asked. */
  by: Id
  /** Whose words are corrected, and who then has to agree. */
  quoted?: PersonId
  place: string
  before: string
  after: string
  reason: string
  kind: 'spelling' | 'meaning' | 'redaction'
  acceptedBy: readonly PersonId[]
  /** `disputed`: somebody who had to agree does not; both wordings stand side by side. */
  status: 'asked' | 'accepted' | 'disputed'
}

/** What a person may ask to be taken out of sealed minutes: everything printed that is theirs [§2.7, §4.12]. `closing-name` leaves the words and takes the name. */
export const redactionKinds = [
  'closing-words',
  'closing-name',
  'closing-improvement',
  'name',
  'note',
  'reaction',
  'advice',
  'objection',
  'concern',
  'improvement',
  'interest',
  'commitment',
  'feedback',
  'feedback-answer',
  'reaction-answer',
  'advice-answer',
  'feedback-learning',
  'experience',
  'summary',
  'correction',
] as const
export type RedactionKind = (typeof redactionKinds)[number]

export const redactionMarks = { fr: '[mention retirée à la demande de la personne]', en: '[removed at the person’s request]' } as const
