import type { ConfidenceKind, ConfidencePayloads, ConfidenceView, Person, PublicBoard } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useLink, useRoom } from './room.tsx'

/** A section or entity of the board; `select` picks by reference, so nothing re-renders for what did not change. Only inside `WhenReady`, where the board is there. */
export const useBoard = <T>(select: (board: PublicBoard) => T): T =>
  useLink((link) => {
    if (link.board === null) throw new Error('useBoard before the board has been read')
    return select(link.board)
  })

/** The board if it has been read. */
export const useBoardIfReady = (): PublicBoard | null => useLink((link) => link.board)

/** The person of this device in this room. Undefined in the moment between joining and the first sync. */
export const useMe = (): Person | undefined => {
  const { identity } = useRoom()
  return useBoard((board) => board.people[identity.personId])
}

/** The confidences of one kind this person may read, in order of arrival. */
export const useConfidences = <K extends ConfidenceKind | 'answered'>(
  kind: K,
  subject?: string,
): readonly (ConfidenceView & { payload: K extends ConfidenceKind ? ConfidencePayloads[K] : Record<string, unknown> })[] => {
  const all = useLink((link) => link.confidences)
  return useMemo(
    () =>
      [...all.values()].filter((view) => view.kind === kind && (subject === undefined || view.subject === subject)) as (ConfidenceView & {
        payload: K extends ConfidenceKind ? ConfidencePayloads[K] : Record<string, unknown>
      })[],
    [all, kind, subject],
  )
}
