import { proposeForRole, type PublicBoard, type RoleId } from '@clairiere/ritual'
import { seatOfRole } from './role-seats.ts'

type Words = { streak: Record<'scribe' | 'other', (name: string, count: number) => string> }

/** « Capucine a écrit les trois derniers comptes rendus. Qui prend le relais ? », while nobody has taken the role; null when nothing is to be said [C1]. */
export const streakLine = (board: PublicBoard, role: RoleId, words: Words): string | null => {
  if (seatOfRole(board.roles, role).holders.length > 0) return null
  const { streak } = proposeForRole(board, role)
  if (!streak) return null
  return (role === 'scribe' ? words.streak.scribe : words.streak.other)(streak.name.split(' ')[0] ?? streak.name, streak.inARow)
}
