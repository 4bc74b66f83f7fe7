import { changeEntity, dropEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Day, Id } from '../ids.ts'
import type { Appliers } from '../stamp.ts'
import type { DecisionReview, ReviewSaid } from './entities.ts'

/** `itemId`: the point proposed by it, null when that point was taken back with the answer. */
export type ReviewFact =
  | { type: 'decision-reviewed'; reviewId: Id; said: ReviewSaid; nextOn?: Day; itemId?: Id | null }
  /** A decision that the former meeting adopted, or gave another day, since this one was made. */
  | { type: 'review-handed-on'; review: DecisionReview }
  /** The former meeting has replaced it since. */
  | { type: 'review-left'; reviewId: Id }

export const reviewAppliers: Appliers<ReviewFact> = {
  'decision-reviewed': (board, { reviewId, said, nextOn, itemId }, { at }) =>
    changeEntity(board, 'reviews', reviewId, ({ itemId: before, nextOn: formerDay, ...review }) => {
      const point = itemId === undefined ? before : (itemId ?? undefined)
      // A day belongs to « garder » and to « plus tard »: a decision to change or to stop comes back until another one replaces it.
      const day = said.verdict === 'change' || said.verdict === 'stop' ? undefined : (nextOn ?? formerDay)
      return { ...review, ...said, at, ...(day !== undefined && { nextOn: day }), ...(point !== undefined && { itemId: point }) }
    }),
  'review-handed-on': (board, { review }) => noteOrder(putEntity(board, 'reviews', review.id, review), review.id),
  'review-left': (board, { reviewId }) => dropEntity(board, 'reviews', reviewId),
}
