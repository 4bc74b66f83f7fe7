import { isHeard, type PersonId, type PublicBoard, type RoleId } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useLink } from './room.tsx'
import { useBoard } from './use-board.ts'

/** What the person of this device holds here. What they may do is asked of `useAllowed`; this says whom a screen is laid out for. */
export interface Mine {
  me: PersonId
  /** Roles held, or shared as a pair. */
  roles: ReadonlySet<RoleId>
  /** Holds the facilitation, or stands in while its holder is away [§4.1]. */
  facilitating: boolean
  /** Who facilitates now; empty before anyone has accepted. */
  facilitators: readonly PersonId[]
  keepsMood: boolean
  isHost: boolean
  observes: boolean
}

/** Re-read only when roles or people change. */
export const useMine = (): Mine => {
  const me = useLink((link) => link.identity.personId)
  const seats = useBoard((board) => board.roles)
  const people = useBoard((board) => board.people)
  return useMemo(() => {
    const roles = new Set(Object.values(seats).flatMap((seat) => (seat.holders.includes(me) || seat.pairs.includes(me) ? [seat.role] : [])))
    const seat = seats['facilitator']
    const answers = (id: PersonId): boolean => people[id] !== undefined && isHeard(people[id])
    const reachable = seat?.holders.some(answers) ?? false
    const facilitators = seat ? (reachable ? seat.holders : [...seat.holders, ...seat.backups.filter(answers)]) : []
    return {
      me,
      roles,
      facilitators,
      facilitating: facilitators.includes(me),
      keepsMood: roles.has('moodWatcher'),
      isHost: roles.has('host'),
      observes: people[me]?.standing === 'observer',
    }
  }, [me, seats, people])
}

/** Whether somebody watches over the mood. */
export const isWatched = ({ roles, people }: PublicBoard): boolean => {
  const seat = roles['moodWatcher']
  return [...(seat?.holders ?? []), ...(seat?.pairs ?? [])].some((id) => people[id] !== undefined && isHeard(people[id]))
}
