import type { PublicBoard } from '../board.ts'
import type { Day } from '../ids.ts'
import { compareRefs } from '../refs.ts'
import type { DecisionReview } from './entities.ts'

type Held = Pick<PublicBoard, 'reviews' | 'transmissions'>

/** Whether its structure returned it: it has no effect that could be looked at, until a decision replaces it [§2.4.7]. What was said of it before stays said. */
export const isWithoutEffect = ({ transmissions }: Pick<Held, 'transmissions'>, { ref, at }: DecisionReview): boolean =>
  at === undefined && Object.values(transmissions).some((one) => one.decisionRef === ref && one.status === 'returned' && !one.inForce)

/** Decisions whose day has come, by reference: those that this meeting looks at [F11, D13]. `today` is a day of the meeting's time zone. */
export const dueReviews = (board: Held, today: Day): readonly DecisionReview[] =>
  Object.values(board.reviews)
    .filter((review) => review.reviewOn <= today && !isWithoutEffect(board, review))
    .toSorted((a, b) => compareRefs(a.ref, b.ref))

/** Whether the group has said what becomes of it, or when it will be looked at instead. */
export const isReviewed = ({ verdict, nextOn }: DecisionReview): boolean => verdict !== undefined || nextOn !== undefined
