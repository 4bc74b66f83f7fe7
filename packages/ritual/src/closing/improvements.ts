import type { Id, PersonId } from '../ids.ts'
import type { Scene } from '../scene.ts'

const prefix = 'closing-improvement:'
export const improvementSubject = (id: Id): string => `${prefix}${id}`

/** Improvements a person gave, which only the confidences know. */
export const improvementsOf = ({ board, secrets }: Pick<Scene, 'board' | 'secrets'>, personId: PersonId): readonly Id[] =>
  secrets
    .all('authorship')
    .filter((authorship) => authorship.personId === personId && authorship.subject.startsWith(prefix))
    .map((authorship) => authorship.subject.slice(prefix.length))
    .filter((id) => board.closing.improvements.some((given) => given.id === id))
