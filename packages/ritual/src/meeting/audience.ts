import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import type { Meeting } from './entities.ts'

/** Who asks to read: a person of the meeting, the holder of one of its links, or somebody who shows nothing. */
export type Reader = { is: 'person'; personId: PersonId } | { is: 'link'; link: 'host' | 'join' | 'observe' } | null

/**
 * Whether the audience that the group chose takes in this reader, once the minutes are sealed [F7, §2.6 note 14]. `public`: anyone. `members`: every person and every link of
 * the meeting. `circle`: those who had come before it was closed, and the host's link, without which nobody could lead a meeting that was brought in.
 */
export const readsSealed = ({ meeting, people }: Pick<PublicBoard, 'meeting' | 'people'>, reader: Reader): boolean => {
  if (reader?.is !== 'person') return readsByLink(meeting.audience, reader)
  if (meeting.audience !== 'circle') return true
  const person = people[reader.personId]
  return person !== undefined && person.joinedAt <= (meeting.closedAt ?? '')
}

/** `readsSealed` for those who are no person of the meeting: what they hold says it alone, without the meeting's people. */
export const readsByLink = (audience: Meeting['audience'], reader: Exclude<Reader, { is: 'person' }>): boolean => {
  if (audience === 'public') return true
  if (reader === null) return false
  return audience === 'members' || reader.link === 'host'
}

/**
 * Whether a link still opens the meeting, to look at its board or to come in. From the close on it holds more than its minutes will (whose weather was what): where those are
 * for the circle alone, no link but the host's opens what is left of it, in review as once sealed [F7].
 */
export const linkOpens = ({ status, audience }: Pick<Meeting, 'status' | 'audience'>, link: 'host' | 'join' | 'observe'): boolean =>
  (status !== 'review' && status !== 'sealed') || audience !== 'circle' || link === 'host'
