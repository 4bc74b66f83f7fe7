import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'

/** Who asks to read sealed minutes: a person of the meeting, the holder of one of its links, or somebody who shows nothing. */
export type Reader = { is: 'person'; personId: PersonId } | { is: 'link'; link: 'host' | 'join' | 'observe' } | null

/**
 * Whether the audience that the group chose takes in this reader, once the minutes are sealed [F7, §2.6 note 14]. `public`: anyone. `members`: every person and every link of
 * the meeting. `circle`: those who had come before it was closed, and the host's link, without which nobody could lead a meeting that was brought in.
 */
export const readsSealed = ({ meeting, people }: Pick<PublicBoard, 'meeting' | 'people'>, reader: Reader): boolean => {
  if (meeting.audience === 'public') return true
  if (reader === null) return false
  if (meeting.audience === 'members') return true
  if (reader.is === 'link') return reader.link === 'host'
  const person = people[reader.personId]
  return person !== undefined && person.joinedAt <= (meeting.closedAt ?? '')
}
