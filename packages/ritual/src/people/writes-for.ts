import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import type { Person } from './entities.ts'

/** Whether this person, who has no device, was entered by that one, or is that one: what they keep to themselves is known there. */
export const isOwnOrEntered = (writer: PersonId, person: Person): boolean =>
  person.id === writer || (person.device === 'none' && person.enteredBy === writer)

/**
 * Whether somebody writes what this person says aloud [§2.5-8]: themselves; for a person without a device whoever entered them, and while that neighbour is not
 * here, whoever leads (`facilitates`). Once the meeting is over nobody is here, and only the neighbour does.
 */
export const writesFor = (
  { meeting, people }: Pick<PublicBoard, 'meeting' | 'people'>,
  writer: PersonId,
  person: Person,
  facilitates: boolean,
): boolean => {
  if (isOwnOrEntered(writer, person)) return true
  if (!facilitates || person.device !== 'none' || meeting.status !== 'live') return false
  return people[person.enteredBy ?? '']?.presence !== 'present'
}
