import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import type { Person } from '../people/entities.ts'
import type { Round } from './entities.ts'

const isHere = (board: PublicBoard, personId: PersonId): boolean => board.people[personId]?.presence === 'present'

/** Who speaks next, and who was passed over because they are away. */
export interface NextTurn {
  personId: PersonId
  skipped: readonly PersonId[]
}

/**
 * The next turn of a round [§2.4.2]: first those not heard yet, in order; then those who were away when it was theirs and are back; at the end the word is
 * offered once more to those who passed. `undefined` when everyone has been heard or asked.
 */
export const nextTurn = (board: PublicBoard, round: Round): NextTurn | undefined => {
  const skipped: PersonId[] = []
  for (const personId of round.order) {
    if (round.turns[personId] !== 'waiting') continue
    if (isHere(board, personId)) return { personId, skipped }
    skipped.push(personId)
  }
  const back = round.order.find((personId) => round.turns[personId] === 'away' && isHere(board, personId))
  const again =
    back ??
    round.order.find((personId) => round.turns[personId] === 'passed' && !round.offeredAgain.includes(personId) && isHere(board, personId))
  return again === undefined ? undefined : { personId: again, skipped }
}

/** People as they sit: in the order in which they came, so that everyone sees the same circle. */
const seats = (board: PublicBoard): readonly Person[] =>
  Object.values(board.people)
    .filter((person) => person.presence === 'present')
    .toSorted((a, b) => (a.joinedAt < b.joinedAt ? -1 : a.joinedAt > b.joinedAt ? 1 : a.id < b.id ? -1 : 1))

const circleRounds = (board: PublicBoard): readonly Round[] =>
  Object.values(board.rounds)
    .filter((round) => round.mode === 'circle')
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : a.id < b.id ? -1 : 1))

/** Directions alternate from round to round [§2.4.2]. */
export const nextDirection = (board: PublicBoard): 1 | -1 => (circleRounds(board).at(-1)?.direction === 1 ? -1 : 1)

/**
 * The order of a round when facilitation gives none: whoever has started least often starts, the seat after the last starter first, and never a newcomer
 * unless all are [§2.4.2, B24].
 */
export const proposeOrder = (board: PublicBoard): readonly PersonId[] => {
  const circle = seats(board).map((person) => person.id)
  const experienced = circle.filter((id) => !board.people[id]?.newcomer)
  const candidates = experienced.length > 0 ? experienced : circle
  const rounds = circleRounds(board)
  const last = rounds.at(-1)?.order[0]
  const after = last === undefined ? 0 : candidates.indexOf(last) + 1
  const fromThere = [...candidates.slice(after), ...candidates.slice(0, after)]
  const starts = (id: PersonId): number => rounds.filter((round) => round.order[0] === id).length
  const starter = fromThere.reduce<PersonId | undefined>(
    (best, id) => (best === undefined || starts(id) < starts(best) ? id : best),
    undefined,
  )
  if (starter === undefined) return []
  const from = circle.indexOf(starter)
  const clockwise = [...circle.slice(from), ...circle.slice(0, from)]
  return nextDirection(board) === 1 ? clockwise : [starter, ...clockwise.slice(1).toReversed()]
}

/** Facilitation's own order, completed with everyone present it left out: a round gives everyone a turn [B19]. */
export const completeOrder = (board: PublicBoard, order: readonly PersonId[]): readonly PersonId[] => {
  const given = [...new Set(order)]
  return [...given, ...seats(board).flatMap((person) => (given.includes(person.id) ? [] : [person.id]))]
}
