import type { PublicBoard } from '../board.ts'
import type { PersonId } from '../ids.ts'
import { circleSize, MERGED_ROLES_MAX } from '../permissions/circle-size.ts'
import { holdersOf } from '../permissions/hats.ts'
import type { RoleSeat } from './entities.ts'
import type { Rank, RoleId } from './ids.ts'

type Online = ReadonlySet<PersonId>

/** Facilitation (its relay too, who may act at any moment) and mood-watch are two people, unless the circle is of four or fewer [§2.5-2]. */
export const isIncompatible = (board: PublicBoard, role: RoleId, rank: Rank, personId: PersonId): boolean => {
  if (circleSize(board) <= MERGED_ROLES_MAX) return false
  if (role === 'facilitator') return rank !== 'pair' && holdersOf(board, 'moodWatcher').includes(personId)
  const { facilitator } = board.roles
  return (
    role === 'moodWatcher' && rank !== 'backup' && [...(facilitator?.holders ?? []), ...(facilitator?.backups ?? [])].includes(personId)
  )
}

/** Whether nobody answers on any of their devices, or they said goodbye; a person without a device is here as long as their neighbour is. */
export const isGone = (board: PublicBoard, online: Online, personId: PersonId): boolean => {
  const person = board.people[personId]
  return person?.presence === 'left' || (!online.has(personId) && person?.device !== 'none')
}

/** The holder of the facilitation of whom nothing is heard, when there is one. */
export const goneFacilitator = (board: PublicBoard, online: Online): PersonId | undefined =>
  board.roles.facilitator?.holders.find((id) => isGone(board, online, id))

/** Whether this person could lead now: here, taking part in decisions, not the mood-watch, and not already passed over in this call. */
export const mayRelay = (board: PublicBoard, online: Online, seat: RoleSeat, personId: PersonId): boolean =>
  board.people[personId]?.standing === 'decider' &&
  !isGone(board, online, personId) &&
  seat.relay?.passed.includes(personId) !== true &&
  !seat.holders.includes(personId) &&
  !isIncompatible(board, 'facilitator', 'holder', personId)

/** Whom the relay is offered to: the designated relays, without them the scribe, then a pair of the scribe; nobody, when it is for volunteers [§4.1]. */
export const nextToRelay = (board: PublicBoard, online: Online, seat: RoleSeat): readonly PersonId[] => {
  const { scribe } = board.roles
  const lists = [seat.backups, scribe?.holders ?? [], scribe?.pairs ?? []]
  return (
    lists
      .map((list) => list.filter((id) => mayRelay(board, online, seat, id) && seat.relay?.lapsed?.includes(id) !== true))
      .find((list) => list.length > 0) ?? []
  )
}
