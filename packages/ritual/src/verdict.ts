import type { ConfidenceChange } from './confidences/entities.ts'
import type { Fact } from './facts.ts'
import type { PersonId } from './ids.ts'
import { ok, type Outcome } from './refusal.ts'
import type { Actor, Verdict } from './scene.ts'

/** An act that is let through and makes these facts true. */
export const facts = (...made: readonly Fact[]): Outcome<Verdict> => ok({ facts: made, confidences: [] })
export const factsAnd = (made: readonly Fact[], confidences: readonly ConfidenceChange[], result?: Verdict['result']): Outcome<Verdict> =>
  ok({ facts: made, confidences, ...(result && { result }) })

/** The person behind an act, or the structure for a contact. */
export const whoActs = (actor: Actor): PersonId => (actor.kind === 'person' ? actor.personId : actor.org)
