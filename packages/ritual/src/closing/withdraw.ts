import type { ConfidenceChange } from '../confidences/entities.ts'
import type { Fact } from '../facts.ts'
import type { Id, PersonId } from '../ids.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Scene, Verdict } from '../scene.ts'
import { factsAnd } from '../verdict.ts'
import { improvementsOf, improvementSubject } from './improvements.ts'

/** Takes back one's closing: words, published or not, thanks and ROTI; the seal counts it no more [§2.5-19]. */
export const withdrawClosing = ({ board, secrets, knowsAll }: Scene, personId: PersonId): Outcome<Verdict> => {
  const isPublished = board.closing.words.some((words) => words.personId === personId)
  const kinds = ['closing', 'roti'] as const
  const held = kinds.filter((kind) => secrets.one(kind, 'closing', personId) !== undefined)
  if (!isPublished && held.length === 0 && knowsAll) return refuse('no-such-thing')
  const made: Fact[] = isPublished ? [{ type: 'closing-words-withdrawn', personId }] : []
  return factsAnd(
    made,
    held.map((kind): ConfidenceChange => ({ drop: { kind, subject: 'closing', personId } })),
  )
}

/** Takes back an improvement that still waits for the close; only its author knows of it. */
export const withdrawWaiting = ({ secrets, knowsAll }: Scene, personId: PersonId): Outcome<Verdict> =>
  secrets.one('closing-improvement', 'closing', personId) === undefined && knowsAll
    ? refuse('no-such-thing')
    : factsAnd([], [{ drop: { kind: 'closing-improvement', subject: 'closing', personId } }])

export const withdrawImprovement = (scene: Scene, personId: PersonId, id: Id): Outcome<Verdict> => {
  if (!scene.board.closing.improvements.some((given) => given.id === id)) return refuse('no-such-thing')
  if (scene.knowsAll && !improvementsOf(scene, personId).includes(id)) return refuse('not-your-entry')
  return factsAnd(
    [{ type: 'closing-improvement-withdrawn', id }],
    [{ drop: { kind: 'authorship', subject: improvementSubject(id), personId } }],
  )
}
