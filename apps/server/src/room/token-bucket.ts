/** Allows bursts of `capacity` and `perSecond` in the long run. Goes by the machine's time, handed in as `now` (ms). */
export class TokenBucket {
  readonly #capacity: number
  readonly #perMs: number
  #tokens: number
  #at: number

  constructor(capacity: number, perSecond: number, now: number) {
    this.#capacity = capacity
    this.#perMs = perSecond / 1000
    this.#tokens = capacity
    this.#at = now
  }

  /** False: too many. What is refused costs nothing. */
  take(count: number, now: number): boolean {
    if (!this.has(count, now)) return false
    this.#tokens -= count
    return true
  }

  /** Takes even what is not there yet, for what is known only once it was given: the next one waits for it. */
  spend(count: number, now: number): void {
    this.has(0, now)
    this.#tokens -= count
  }

  has(count: number, now: number): boolean {
    this.#tokens = Math.min(this.#capacity, this.#tokens + Math.max(0, now - this.#at) * this.#perMs)
    this.#at = now
    return count <= this.#tokens
  }

  /** Whether nothing is left to remember: a full bucket is as good as a new one. */
  isFull(now: number): boolean {
    return this.has(this.#capacity, now)
  }
}
