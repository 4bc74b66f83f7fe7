import type { Id, PersonId } from '../ids.ts'

/** What everyone may see of the closing round: published words, unsigned improvements, and at `close` the ROTI's distribution (never under five answers). The rest is confidences. */
export interface Closing {
  /** Without person, once its author asked that their name be taken out of the sealed minutes [§4.12]. */
  words: readonly { id: Id; personId?: PersonId; text: string }[]
  improvements: readonly { id: Id; text: string }[]
  roti?: { answers: number; counts: Readonly<Record<1 | 2 | 3 | 4 | 5, number>> }
  /** People who gave or passed, so that the circle sees the round advance. */
  heard: readonly PersonId[]
}
