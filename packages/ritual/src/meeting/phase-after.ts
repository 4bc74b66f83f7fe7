import type { PublicBoard } from '../board.ts'
import type { Phase } from './entities.ts'
import { stepsOf } from './ritual-template.ts'

/** The phase that follows in this meeting's order [A17], past what the circle has left out [I2]; none after the last. Before the first phase is set, the meeting is in its welcome. */
export const phaseAfter = ({ meeting }: Pick<PublicBoard, 'meeting'>, phase: Phase | null): Phase | undefined => {
  const left: readonly string[] = meeting.without ?? []
  const steps = stepsOf(meeting)
  return steps.slice(phase === null ? 1 : steps.indexOf(phase) + 1).find((next) => !left.includes(next))
}
