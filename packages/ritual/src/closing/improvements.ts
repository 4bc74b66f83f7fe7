import type { ConfidenceChange } from '../confidences/entities.ts'
import type { Fact } from '../facts.ts'
import type { Id, PersonId } from '../ids.ts'
import type { Actor, Scene } from '../scene.ts'

const prefix = 'closing-improvement:'
export const improvementSubject = (id: Id): string => `${prefix}${id}`

/** Improvements of a person that are already public, which only the confidences know. */
export const improvementsOf = ({ board, secrets }: Pick<Scene, 'board' | 'secrets'>, personId: PersonId): readonly Id[] =>
  secrets
    .all('authorship')
    .filter((authorship) => authorship.personId === personId && authorship.subject.startsWith(prefix))
    .map((authorship) => authorship.subject.slice(prefix.length))
    .filter((id) => board.closing.improvements.some((given) => given.id === id))

const dropped = (id: Id, personId: PersonId): ConfidenceChange => ({
  drop: { kind: 'authorship', subject: improvementSubject(id), personId },
})

/**
 * The improvements that wait become public all at once, at the close, and those given in the day after it at the seal, where a second one replaces the first of its
 * author. Given one by one, each would come with the « heard » of its author, and whoever watches the frames would know. Their order is that of their texts.
 */
export const improvementsTold = (scene: Scene, actor: Actor): { facts: Fact[]; confidences: ConfidenceChange[] } => {
  const facts: Fact[] = []
  const confidences: ConfidenceChange[] = []
  const waiting = scene.secrets
    .all('closing-improvement')
    .toSorted((a, b) => (a.payload.text < b.payload.text ? -1 : a.payload.text > b.payload.text ? 1 : 0))
  for (const { subject, personId, payload } of waiting) {
    if (personId === undefined) continue
    for (const old of improvementsOf(scene, personId)) {
      facts.push({ type: 'closing-improvement-withdrawn', id: old })
      confidences.push(dropped(old, personId))
    }
    const id = actor.randomId()
    facts.push({ type: 'closing-improvement-given', id, text: payload.text })
    confidences.push(
      { drop: { kind: 'closing-improvement', subject, personId } },
      { put: { kind: 'authorship', subject: improvementSubject(id), personId, at: scene.now, payload: { voice: null } } },
    )
  }
  return { facts, confidences }
}
