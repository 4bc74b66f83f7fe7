import type { Act } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import type { RoleId } from '../roles/ids.ts'
import type { Actor } from '../scene.ts'
import { wasInMeeting } from './circle-size.ts'
import type { Hat } from './matrix.ts'
import { decisionOf, itemOf } from './subject.ts'

type Online = ReadonlySet<PersonId>

/** Everyone who can do what the role does, pairs included; a backup only steps in. */
export const holdersOf = (board: PublicBoard, role: RoleId): readonly PersonId[] => {
  const seat = board.roles[role]
  return seat ? [...seat.holders, ...seat.pairs] : []
}

/** Who holds the facilitation in effect: its holder, or the backup while the holder has no device connected [§4.1]. */
export const actingFacilitators = (board: PublicBoard, online: Online): readonly PersonId[] => {
  const seat = board.roles.facilitator
  if (!seat) return []
  const reachable = seat.holders.some((id) => online.has(id))
  return reachable ? seat.holders : [...seat.holders, ...seat.backups.filter((id) => online.has(id))]
}

/**
 * Nobody to lead: no holder who is present, nor a backup connected. Presence turns `away` 120 s after the last sign, so that a phone that sleeps
 * for a moment gives nobody its powers [§4.1, §4.6].
 */
export const facilitatorAbsent = (board: PublicBoard, online: Online): boolean => {
  const seat = board.roles.facilitator
  if (!seat) return true
  const present = seat.holders.some((id) => online.has(id) || board.people[id]?.presence === 'present')
  return !present && !seat.backups.some((id) => online.has(id))
}

/** Whether someone keeps the mood now; when not, everyone may raise anything [§2.4.5, §4.2]. */
export const moodWatchOnline = (board: PublicBoard, online: Online): boolean => holdersOf(board, 'moodWatcher').some((id) => online.has(id))

/** Whether being host still gives something: until the meeting is live and a facilitator has accepted [§2.6]. */
const hostStillLeads = (board: PublicBoard): boolean => {
  const { status } = board.meeting
  if (status === 'draft' || status === 'scheduled') return true
  return status === 'live' && (board.roles.facilitator?.holders.length ?? 0) === 0
}

/** All the hats a person or contact wears for one act: the columns of the matrix that apply [§2.6]. Without an act, the carrier's hat stays off. */
export const hatsOf = (
  board: PublicBoard,
  online: Online,
  actor: Pick<Actor, 'kind'> & { personId?: PersonId },
  act?: Act,
): ReadonlySet<Hat> => {
  const worn = new Set<Hat>()
  if (actor.kind === 'contact') return worn.add('R')
  const { personId } = actor
  const person = personId === undefined ? undefined : board.people[personId]
  if (personId === undefined || !person) return worn
  if (actingFacilitators(board, online).includes(personId)) worn.add('F')
  if (holdersOf(board, 'moodWatcher').includes(personId)) worn.add('G')
  if (holdersOf(board, 'timekeeper').includes(personId)) worn.add('T')
  if (holdersOf(board, 'scribe').includes(personId)) worn.add('S')
  if (holdersOf(board, 'decisionKeeper').includes(personId)) worn.add('K')
  if (act && carries(board, personId, act)) worn.add('P')
  worn.add(person.standing === 'decider' ? 'D' : 'O')
  if (hostStillLeads(board) && holdersOf(board, 'host').includes(personId)) worn.add('H')
  if (board.meeting.closedAt !== undefined && !wasInMeeting(board, personId)) worn.add('X')
  return worn
}

const carries = (board: PublicBoard, personId: PersonId, act: Act): boolean => {
  const item = itemOf(board, act)
  return decisionOf(board, act)?.carrier === personId || item?.carriers.includes(personId) === true || item?.replacement === personId
}
