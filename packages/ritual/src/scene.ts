import type { PublicBoard } from './board.ts'
import type { Secrets } from './confidences/entities.ts'
import type { Fact } from './facts.ts'
import type { ConfidenceChange } from './confidences/entities.ts'
import type { Id, Instant, OrgId, PersonId } from './ids.ts'
import type { Outcome } from './refusal.ts'
import type { WordsState } from './words.ts'

/** All that a rule may look at. No clock, socket or database: the same scene gives the same answer on both sides. */
export interface Scene {
  board: PublicBoard
  words: WordsState
  /** Confidences the judging side holds: all on the server, one's own on a device. */
  secrets: Secrets
  /** People with a device connected now. */
  online: ReadonlySet<PersonId>
  now: Instant
  /** False on a device, where secrets are partial: a rule that needs them then lets the act through for the server to answer. */
  knowsAll: boolean
}

/** Who acts, and under which id. A contact acts for a structure through its inbox link; `system` is the server itself (arrivals, absences). */
export type Actor =
  | { kind: 'person'; personId: PersonId; actId: Id; randomId: () => Id }
  | { kind: 'contact'; org: OrgId; actId: Id; randomId: () => Id }

export interface Verdict {
  facts: readonly Fact[]
  confidences: readonly ConfidenceChange[]
  /** For the actor alone, e.g. `{ inbox }` of a transmission or the id of an anonymous thing. */
  result?: Readonly<Record<string, unknown>>
  /** The facts are about something that does not show its author: their stamp carries neither `by` nor `act`. */
  unsigned?: true
}

export type Judge<A> = (scene: Scene, actor: Actor, act: A) => Outcome<Verdict>
