import { TokenBucket } from '../room/token-bucket.ts'

/** Addresses remembered at once; past it, those with nothing to remember go first. */
const MAX_ADDRESSES = 10_000

/** Bounds how often one address may do something: `burst` at once, `perSecond` in the long run. Machine time. */
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

  /** Addresses remembered. */
  get size(): number {
    return this.#buckets.size
  }

  /** False: slow down. */
  admits(address: string): boolean {
    const now = this.#now()
    const bucket = this.#buckets.get(address) ?? new TokenBucket(this.#burst, this.#perSecond, now)
    this.#buckets.set(address, bucket)
    if (this.#buckets.size > MAX_ADDRESSES) this.#forget(now)
    return bucket.take(1, now)
  }

  #forget(now: number): void {
    for (const [address, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(address)
    for (const address of this.#buckets.keys()) {
      if (this.#buckets.size <= MAX_ADDRESSES * 0.9) break // room for many at once: a flood shall not scan them all each time
      this.#buckets.delete(address)
    }
  }
}
