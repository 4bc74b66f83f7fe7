/** Bytes that need not wait for the end of a window. */
const MAX_WAITING_BYTES = 256 * 1024
const SHORTEST_MS = 4
/** Nobody sees a thirtieth of a second. */
const LONGEST_MS = 33
/** Of the time, a room may take so much: what its ticks cost is followed by twice as long for the others. */
const REST_PER_COST = 2

/**
 * Milliseconds between two ticks while words keep coming: fewer, larger writes when ticks are long [sync.md 4.4]. `costMs`: what a tick costs just now, its
 * relay included. How many read is in that cost; waiting longer because they are many made one in ten updates at a hundred people late by up to 8 ms, on a
 * machine that had nothing else to do.
 */
export function windowMs(costMs = 0): number {
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, costMs * REST_PER_COST))
}

/** Milliseconds between two presence frames. */
export function presenceMs(people: number): number {
  if (people <= 100) return 50
  return people <= 500 ? 100 : 250
}

/** Time as a room sees it: machine time in ms. `soon` is the end of this loop turn; `after` returns what calls it off. */
export interface PaceMeans {
  now(): number
  soon(run: () => void): void
  after(ms: number, run: () => void): () => void
}

/** When a room's next tick runs: at the end of this loop turn after a quiet while, then once per window. */
export class Pace {
  readonly #means: PaceMeans
  readonly #tick: () => void
  #lastTick = -Infinity
  #waitingBytes = 0
  #isSoon = false
  #callOff: (() => void) | null = null
  #spentMs = 0
  #costMs = 0

  constructor(means: PaceMeans, tick: () => void) {
    this.#means = means
    this.#tick = tick
  }

  /** Something waits for the tick. */
  ask(bytes: number): void {
    this.#waitingBytes += bytes
    if (this.#isSoon) return
    const wait = this.#lastTick + windowMs(this.#costMs) - this.#means.now()
    if (wait <= 0 || this.#waitingBytes >= MAX_WAITING_BYTES) {
      this.#clear()
      this.#isSoon = true
      this.#means.soon(() => this.#isSoon && this.run())
    } else this.#callOff ??= this.#means.after(wait, () => this.run())
  }

  /** Runs the tick now, in place of the one to come. */
  run(): void {
    this.#clear()
    this.#waitingBytes = 0
    this.#lastTick = this.#means.now()
    this.#costMs += (this.#spentMs - this.#costMs) / 4
    this.#spentMs = 0
    this.#tick()
  }

  /** A tick, or the relay of one, took so long. */
  spent(ms: number): void {
    this.#spentMs += ms
  }

  stop(): void {
    this.#clear()
  }

  #clear(): void {
    this.#callOff?.()
    this.#callOff = null
    this.#isSoon = false
  }
}
