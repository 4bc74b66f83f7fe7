import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'

/** People in the circle now: present, or away for the moment. */
export const circleSize = (board: PublicBoard): number =>
  Object.values(board.people).filter((person) => person.presence === 'present' || person.presence === 'away').length

/** Whether the person took part: they came, and before it was closed. Who joins later reads and reacts only [contract § Acts]. */
export const wasInMeeting = (board: PublicBoard, personId: PersonId): boolean => {
  const person = board.people[personId]
  return (
    person !== undefined &&
    person.presence !== 'expected' &&
    (board.meeting.closedAt === undefined || person.joinedAt <= board.meeting.closedAt)
  )
}

/** Up to four people the roles of facilitation and mood-watch may be one person's [§2.5-2]. */
export const MERGED_ROLES_MAX = 4
/** Up to three, any two people turn the keys, and nobody can whisper unguessed [§4.7]. */
export const SMALL_CIRCLE_MAX = 3

export const participants = (board: PublicBoard): readonly PersonId[] =>
  Object.values(board.people)
    .filter((person) => wasInMeeting(board, person.id))
    .map((person) => person.id)
