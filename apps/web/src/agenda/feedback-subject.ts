import { compareRefs, type Feedback, type PublicBoard } from '@clairiere/ritual'

/** What a feedback may be about: an action or a decision, linked when the meeting or one before it knows it [A6]. */
export type FeedbackSubject = NonNullable<Feedback['about']>

/** Decisions first, then actions, each by its reference; those of former meetings among them. */
export const feedbackSubjects = (board: Pick<PublicBoard, 'decisions' | 'actions' | 'transmissions'>): readonly FeedbackSubject[] => {
  const decisions = new Map<string, string>()
  for (const { decisionRef, title, carriedOver } of Object.values(board.transmissions)) if (carriedOver) decisions.set(decisionRef, title)
  for (const { ref, title } of Object.values(board.decisions)) if (ref !== undefined) decisions.set(ref, title)
  const actions = new Map(Object.values(board.actions).map(({ ref, title }) => [ref, title]))
  const listed = (kind: FeedbackSubject['kind'], known: ReadonlyMap<string, string>): readonly FeedbackSubject[] =>
    [...known].toSorted(([a], [b]) => compareRefs(a, b)).map(([ref, text]) => ({ kind, ref, text }))
  return [...listed('decision', decisions), ...listed('action', actions)]
}

/** A subject in one line. */
export const sayFeedbackSubject = ({ ref, text }: FeedbackSubject): string => [ref, text].filter(Boolean).join(' – ')
