import type { ActInput } from '@clairiere/ritual'
import { useCallback } from 'react'
import { useLink, useRoom } from './room.tsx'
import { useRecordTime } from './use-clock.ts'

/** Asks of several acts which would be taken now. A new function whenever the answer may have changed, so that it can stand among dependencies: who uses it renders with every change of the board. */
export const useForesee = (): ((act: ActInput) => boolean) => {
  const link = useRoom()
  const board = useLink((current) => current.board)
  const confidences = useLink((current) => current.confidences)
  const rules = useLink((current) => current.rules)
  const minute = useRecordTime()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- these four are read by `foresee` through the link
  return useCallback((act) => link.foresee(act)?.ok === true, [link, board, confidences, rules, minute])
}
