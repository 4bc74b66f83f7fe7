import { proposeForRole, type PublicBoard, type RoleId } from '@clairiere/ritual'
import { seatOfRole } from './role-seats.ts'

type Words = {
  streak: Record<'scribe' | 'other', (name: string, count: number) => string>
  foreseen: (names: string) => string
}
type Names = { list: (ids: readonly string[]) => string }

/**
 * Before a role is taken: whom the meeting before foresaw for it, else « Capucine a écrit les trois derniers comptes rendus. Qui prend le relais ? »; null when nothing
 * is to be said [C1].
 */
export const streakLine = (board: PublicBoard, role: RoleId, words: Words, names: Names): string | null => {
  if (seatOfRole(board.roles, role).holders.length > 0) return null
  const { streak, proposals } = proposeForRole(board, role)
  const foreseen = proposals.flatMap((proposal) => (proposal.foreseen ? [proposal.personId] : []))
  if (foreseen.length > 0) return words.foreseen(names.list(foreseen))
  if (!streak) return null
  return (role === 'scribe' ? words.streak.scribe : words.streak.other)(streak.name.split(' ')[0] ?? streak.name, streak.inARow)
}
