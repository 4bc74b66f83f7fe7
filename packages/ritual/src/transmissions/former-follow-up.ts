import type { Action } from '../actions/entities.ts'
import { takenUpBy } from '../actions/taken-up.ts'
import type { Board } from '../board.ts'
import type { Fact } from '../facts.ts'
import type { Id } from '../ids.ts'
import { isOver } from '../meeting/is-over.ts'
import type { Previous } from '../meeting/handed-on.ts'
import type { DecisionReview } from '../reviews/entities.ts'
import { formerAction, formerReview } from '../seed.ts'

type Told = Previous['actions'][number]

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Its takers in one order, whoever came first. */
const sorted = (action: Action): Action => ({ ...action, takers: action.takers.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)) })

/** As whoever is here under one of its names has taken it up. */
const actionHere = ({ people }: Pick<Board, 'people'>, told: Told, id?: Id): Action => {
  const action = takenUpBy(formerAction(told), Object.values(people))
  return sorted({ ...action, id: id ?? action.id })
}

/** Whether nobody here has said a thing of it. */
const isUntouched = (board: Board, action: Action): boolean => {
  const told = board.previous.actions.find(({ ref }) => ref === action.ref)
  return action.carriedOver !== undefined && told !== undefined && isSame(sorted(action), actionHere(board, told, action.id))
}

/**
 * The facts by which a meeting made early learns of the actions that its former made since, or that were answered there [F11, A3]; one answered here stays as it is. `all`:
 * those of the former meeting; `handed`: those it hands on.
 */
export const actionsHeard = (board: Board, all: readonly Told[], handed: readonly Told[]): readonly Fact[] => {
  if (isOver(board.meeting)) return []
  return all.flatMap((told): readonly Fact[] => {
    const ours = Object.values(board.actions).find(({ ref }) => ref === told.ref)
    const action = actionHere(board, told, ours?.id)
    const isNews = ours ? isUntouched(board, ours) && !isSame(sorted(ours), action) : handed.some(({ ref }) => ref === told.ref)
    return isNews ? [{ type: 'action-handed-on', action, told }] : []
  })
}

const isUnsaid = ({ at, verdict, nextOn }: DecisionReview): boolean => at === undefined && verdict === undefined && nextOn === undefined

/** The facts by which it learns which decisions are to be looked at again, on which day, and which were replaced [D13]. */
export const reviewsHeard = (board: Board, told: Previous['reviews'], replaced: readonly string[]): readonly Fact[] => {
  if (isOver(board.meeting)) return []
  const here = new Set(Object.values(board.decisions).flatMap(({ ref, status, replaces }) => (status === 'adopted' ? [ref, replaces] : [])))
  const known = new Map(Object.values(board.reviews).map((review) => [review.ref, review]))
  const handed = (told ?? []).map(formerReview).filter((review) => {
    const ours = known.get(review.ref)
    return ours ? isUnsaid(ours) && !isSame({ ...ours, id: '' }, { ...review, id: '' }) : !here.has(review.ref)
  })
  const left = replaced.flatMap((ref) => known.get(ref) ?? []).filter(isUnsaid)
  return [
    ...handed.map((review) => ({ type: 'review-handed-on' as const, review: { ...review, id: known.get(review.ref)?.id ?? review.id } })),
    ...left.map(({ id }) => ({ type: 'review-left' as const, reviewId: id })),
  ]
}
