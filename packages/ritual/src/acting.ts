import type { ConfidenceChange } from './confidences/entities.ts'
import type { Fact } from './facts.ts'
import type { PersonId } from './ids.ts'
import type { Person } from './people/entities.ts'
import { writesFor } from './people/writes-for.ts'
import { actingFacilitators } from './permissions/hats.ts'
import { ok, refuse, type Outcome } from './refusal.ts'
import type { Actor, Scene, Verdict } from './scene.ts'

/** Whether somebody writes what this person says, on this scene [§2.5-8]. */
export const mayWriteFor = ({ board, online }: Pick<Scene, 'board' | 'online'>, writer: PersonId, person: Person): boolean =>
  writesFor(board, writer, person, actingFacilitators(board, online).includes(writer))

/** The participant who acts; refuses the contact of a structure, who only receives, advises, reacts and answers. */
export const personOf = (scene: Scene, actor: Actor): Outcome<Person> => {
  if (actor.kind === 'contact') return refuse('not-permitted')
  const person = scene.board.people[actor.personId]
  return person ? ok(person) : refuse('unknown-person')
}

/** The participant an act is about: the actor, or a person without a device for whom the actor writes. */
export const personFor = (scene: Scene, actor: Actor, personId: PersonId | undefined): Outcome<Person> => {
  const self = personOf(scene, actor)
  if (!self.ok || personId === undefined || personId === self.value.id) return self
  const other = scene.board.people[personId]
  if (!other) return refuse('unknown-person')
  return mayWriteFor(scene, self.value.id, other) ? ok(other) : refuse('not-yours')
}

/** An act whose author the facts do not show: their stamp carries neither actor nor act. */
export const unsigned = (
  facts: readonly Fact[],
  confidences: readonly ConfidenceChange[] = [],
  result?: Verdict['result'],
): Outcome<Verdict> => ok({ facts, confidences, unsigned: true, ...(result && { result }) })

/** An act that changes confidences alone: nothing that everyone sees, and no trace of who [§2.5-23]. */
export const confides = (...confidences: readonly ConfidenceChange[]): Outcome<Verdict> => unsigned([], confidences)
