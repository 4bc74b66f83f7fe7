import type { Board } from './board.ts'
import type { Id, Instant, PersonId } from './ids.ts'

/** When and through which act a fact came to be. `by` and `act` are absent for unsigned things. */
export interface Stamp {
  at: Instant
  by?: PersonId
  act?: Id
}

/** How one kind of fact folds into the board; every area brings a table of these, and `applyFact` joins them. */
export type Appliers<F extends { type: string }> = {
  [K in F['type']]: (board: Board, fact: Extract<F, { type: K }>, stamp: Stamp) => Board
}
