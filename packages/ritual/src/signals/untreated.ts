import type { PublicBoard } from '../board.ts'
import type { Signal } from './entities.ts'

/** A signal that still needs the group: nothing closes while one is left [§2.5-13]. */
export const isUntreated = (signal: Signal): boolean =>
  signal.status === 'raised' || signal.status === 'acknowledged' || signal.status === 'in-care'

/** A level-3 signal not yet treated: the process waits [§2.4.5]. */
export const isStopped = (board: PublicBoard): boolean =>
  Object.values(board.signals).some((signal) => signal.level === 3 && isUntreated(signal))
