import { TokenBucket } from '../room/token-bucket.ts'

/** Remembered at once; past it, those with nothing to remember go first. */
const MAX_KNOWN = 10_000

/** Bounds how often somebody (an address, a person) may do something: `burst` at once, `perSecond` in the long run. Machine time. */
export class RateLimit {
  readonly #burst: number
  readonly #perSecond: number
  readonly #now: () => number
  readonly #buckets = new Map<string, TokenBucket>()

  constructor({ burst, perSecond }: { burst: number; perSecond: number }, now: () => number) {
    this.#burst = burst
    this.#perSecond = perSecond
    this.#now = now
  }

  /** How many are remembered. */
  get size(): number {
    return this.#buckets.size
  }

  /** False: slow down. */
  admits(who: string): boolean {
    const now = this.#now()
    const bucket = this.#buckets.get(who) ?? new TokenBucket(this.#burst, this.#perSecond, now)
    this.#buckets.set(who, bucket)
    if (this.#buckets.size > MAX_KNOWN) this.#forget(now)
    return bucket.take(1, now)
  }

  #forget(now: number): void {
    for (const [who, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(who)
    for (const who of this.#buckets.keys()) {
      if (this.#buckets.size <= MAX_KNOWN * 0.9) break // room for many at once: a flood shall not scan them all each time
      this.#buckets.delete(who)
    }
  }
}
