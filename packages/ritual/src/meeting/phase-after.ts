import type { PublicBoard } from '../board.ts'
import { phases, type Phase } from './entities.ts'

/** The phase that follows, past what the circle has left out [I2]; none after the last. Before the first phase is set, the meeting is in its welcome. */
export const phaseAfter = ({ meeting }: Pick<PublicBoard, 'meeting'>, phase: Phase | null): Phase | undefined => {
  const left: readonly string[] = meeting.without ?? []
  return phases.slice(phase === null ? 1 : phases.indexOf(phase) + 1).find((next) => !left.includes(next))
}
