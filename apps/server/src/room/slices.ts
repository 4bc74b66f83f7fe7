/** So many sockets go at once without being noticed. */
const AT_ONCE = 20
const SLICE_MS = 50

/** Spreads goodbyes over a while: a stock client has no chance in its delay, and who goes in one wave comes back in one. */
export class Slices {
  readonly #size: number
  #next = 0
  #gone: Promise<void> = Promise.resolve()

  /** `count` sockets within about `overMs`; the first slice goes at once, and alone if it is all. */
  constructor(count: number, overMs: number) {
    this.#size = Math.max(AT_ONCE, Math.ceil((count * SLICE_MS) / Math.max(SLICE_MS, overMs)))
  }

  /** Resolves when it is the next one's turn, in the order of asking. */
  turn(): Promise<void> {
    const index = this.#next++
    if (index > 0 && index % this.#size === 0) this.#gone = this.#gone.then(() => new Promise((resolve) => setTimeout(resolve, SLICE_MS)))
    return this.#gone
  }
}
