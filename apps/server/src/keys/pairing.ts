import { randomInt } from 'node:crypto'

/** [contract] a pairing code lives five minutes. */
const LIFETIME_MS = 5 * 60_000
/** No 0/O, 1/I/L: a code is read aloud across a room. 30^8 ≈ 6.6·10^11 codes. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXY'
const LENGTH = 8

/**
 * Codes that let a person's second device in, kept in memory only and spent by their first use. `T` is what a code opens. Guessing is
 * bounded by whoever calls: limit attempts by address.
 */
export class PairingCodes<T> {
  readonly #codes = new Map<string, { opens: T; until: number }>()

  /** `now`: ms since 1970. */
  issue(opens: T, now: number): { code: string; expiresAt: number } {
    for (const [code, { until }] of this.#codes) if (until <= now) this.#codes.delete(code)
    const expiresAt = now + LIFETIME_MS
    let code = ''
    while (code.length < LENGTH || this.#codes.has(code)) {
      code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    }
    this.#codes.set(code, { opens, until: expiresAt })
    return { code, expiresAt }
  }

  /** What the code opens, once; null when it is unknown, spent or older than five minutes. Case and spaces do not matter. */
  redeem(given: string, now: number): T | null {
    const code = given.replaceAll(/[\s-]/g, '').toUpperCase()
    const held = this.#codes.get(code)
    this.#codes.delete(code)
    return held !== undefined && now < held.until ? held.opens : null
  }
}
