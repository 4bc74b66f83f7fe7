import { useT } from '../i18n/words.tsx'
import { LOAD_FROM, carriedBy } from './carried.ts'
import { useBoard } from './use-board.ts'
import { useMine } from './use-roles.ts'

/** Said to oneself alone before taking one more action: how many one carries already, and that no is an answer [C3]. Nothing for who carries little. */
export function LoadNote() {
  const t = useT('room')
  const { me } = useMine()
  const carried = useBoard((board) => carriedBy(board, me))
  return carried >= LOAD_FROM && <p className="text-second text-ink2">{t.load(carried)}</p>
}
