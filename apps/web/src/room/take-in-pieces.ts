import { cutUpdate } from './sync-pieces.ts'

/** One piece is a task: applied on a slow phone it may take some thirty milliseconds, at most twice that. */
const TASK = { bytes: 32 * 1024, structs: 500, cuts: Infinity }

/** Waits for a new task; not where nobody looks, since browsers let a page in the background have one a second. */
const turn = (): Promise<unknown> | undefined =>
  document.visibilityState === 'hidden' ? undefined : new Promise((resolve) => setTimeout(resolve))

/** Applies an update piece by piece, each in a task of its own, as long as it `goesOn`. */
export const takeInPieces = async (update: Uint8Array, apply: (piece: Uint8Array) => void, goesOn: () => boolean): Promise<void> => {
  for (const piece of cutUpdate(update, TASK)) {
    if (!goesOn()) return
    if (piece) apply(piece)
    await turn()
  }
}
