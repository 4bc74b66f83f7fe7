import { useMemo } from 'react'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { myEntries, type MyEntry } from './my-words.ts'

/** One's own entries, re-read when the board or one's own confidences change. */
export const useMyWords = (): readonly MyEntry[] => {
  const { me } = useMine()
  const board = useBoard((current) => current)
  const kept = useConfidences('authorship')
  const waiting = useConfidences('closing-improvement').find(({ personId }) => personId === me)?.payload.text
  const gaveClosing = [...useConfidences('closing'), ...useConfidences('roti')].some(({ personId }) => personId === me)
  return useMemo(
    () =>
      myEntries(board, me, new Set(kept.filter(({ personId }) => personId === me).map(({ subject }) => subject)), { waiting, gaveClosing }),
    [board, me, kept, waiting, gaveClosing],
  )
}
