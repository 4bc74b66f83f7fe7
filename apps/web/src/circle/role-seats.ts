import { roleIds, type PublicBoard, type RoleId, type RoleSeat } from '@clairiere/ritual'

/** Roles of the meeting in the order of the cards; convening is shown only while it gives something. */
export const shownRoles = (board: Pick<PublicBoard, 'roles' | 'meeting'>): readonly RoleId[] =>
  roleIds.filter((role) => role !== 'host' || board.meeting.status === 'draft' || board.meeting.status === 'scheduled')

const empty = { holders: [], pairs: [], backups: [], offers: [], handoverAsked: false } as const

/** The seat of a role, also when nobody has ever sat in it. */
export const seatOfRole = (roles: PublicBoard['roles'], role: RoleId): RoleSeat => roles[role] ?? { role, ...empty }
