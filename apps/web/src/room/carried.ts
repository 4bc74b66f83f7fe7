import type { PersonId, PublicBoard } from '@clairiere/ritual'

/** From this many actions under way on, taking one more is gently questioned before it is accepted [C3]. */
export const LOAD_FROM = 3

/** How many actions somebody has accepted and not finished, those of former meetings among them. */
export const carriedBy = (board: Pick<PublicBoard, 'actions' | 'people'>, personId: PersonId): number => {
  const name = board.people[personId]?.name
  return Object.values(board.actions).filter(
    ({ status, takers, carriedOver }) =>
      status !== 'done' &&
      status !== 'dropped' &&
      (takers.some((taker) => taker.personId === personId && taker.accepted) || (name !== undefined && carriedOver?.who.includes(name))),
  ).length
}
