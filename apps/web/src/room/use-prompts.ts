import { ownPrompt, type RoundKind } from '@clairiere/ritual'
import { useBoard } from './use-board.ts'
import { useLabels } from './use-labels.ts'

/** The question of a round: the group's own where it wrote one [A17], else the catalogue's. */
export const usePrompts = (): ((kind: RoundKind) => string) => {
  const { rounds } = useLabels().meeting
  const meeting = useBoard((board) => board.meeting)
  return (kind) => ownPrompt(meeting, kind) ?? rounds[kind].prompt
}
