import type { PublicBoard } from '../board.ts'
import type { Day } from '../ids.ts'
import { compareRefs } from '../refs.ts'
import type { DecisionReview } from './entities.ts'

/** Decisions whose day has come, by reference: those that this meeting looks at [F11, D13]. `today` is a day of the meeting's time zone. */
export const dueReviews = ({ reviews }: Pick<PublicBoard, 'reviews'>, today: Day): readonly DecisionReview[] =>
  Object.values(reviews)
    .filter(({ reviewOn }) => reviewOn <= today)
    .toSorted((a, b) => compareRefs(a.ref, b.ref))

/** Whether the group has said what becomes of it, or when it will be looked at instead. */
export const isReviewed = ({ verdict, nextOn }: DecisionReview): boolean => verdict !== undefined || nextOn !== undefined
