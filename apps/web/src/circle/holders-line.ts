import { circleSize, MERGED_ROLES_MAX, type PublicBoard, type RoleId, type RoleSeat } from '@clairiere/ritual'
import { seatOfRole } from './role-seats.ts'
import type { Names } from '../room/use-names.ts'

type Words = { nobody: string; backup: (name: string) => string; offered: (names: string) => string }

/** Who holds a role, as one line: « Élise et Hugo », « Awa, relais Farid ». */
export const holdersLine = (seat: RoleSeat, names: Pick<Names, 'first' | 'list'>, words: Words): string => {
  const held = [...seat.holders, ...seat.pairs]
  const parts = [
    ...(held.length > 0 ? [names.list(held)] : []),
    ...seat.backups.map((id) => words.backup(names.first(id))),
    ...(held.length === 0 && seat.offers.length > 0 ? [words.offered(names.list(seat.offers.map((offer) => offer.personId)))] : []),
  ]
  return parts.join(', ') || words.nobody
}

/** The same for a role of the board; in a small circle where nobody keeps the mood, everyone does [§4.7]. */
export const roleLine = (
  board: PublicBoard,
  role: RoleId,
  names: Pick<Names, 'first' | 'list'>,
  words: Words & { sharedWatch: string },
): string => {
  const seat = seatOfRole(board.roles, role)
  const isShared = role === 'moodWatcher' && seat.holders.length + seat.offers.length === 0 && circleSize(board) <= MERGED_ROLES_MAX
  return isShared ? words.sharedWatch : holdersLine(seat, names, words)
}
