import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits, as text that fits a link's fragment or a cookie. */
const SECRET_BYTES = 32

/**
 * The server's own key, from which every secret it hands out can be checked without being kept: random secrets are known by their HMAC,
 * links are derived. Whoever holds the data without this key can neither open a meeting by link nor pass for a person.
 */
export class ServerKey {
  readonly #hashing: Uint8Array
  readonly #deriving: Uint8Array

  /** `key`: 32 bytes. */
  constructor(key: Uint8Array) {
    this.#hashing = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'clairiere hash', SECRET_BYTES))
    this.#deriving = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'clairiere derive', SECRET_BYTES))
  }

  /** What the store keeps of a secret; the same value of another kind hashes otherwise. */
  hmac(kind: string, value: string): string {
    return digest(this.#hashing, kind, value)
  }

  /** A secret that can be made again at will and is stored nowhere: the links of a meeting, by standing and number of renewals. */
  derive(kind: string, value: string): string {
    return digest(this.#deriving, kind, value)
  }

  /** Whether `given` is the secret derived for `value`; takes the same time wherever they differ. */
  isDerived(kind: string, value: string, given: string): boolean {
    return isSame(this.derive(kind, value), given)
  }
}

/** A fresh secret for a token, a device or a structure's inbox: 43 characters of base64url. */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** Compares two secrets without telling, by the time it takes, where they differ. Their lengths are not secret. */
export function isSame(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** JSON keeps the border between kind and value: no pair of one kind can spell a pair of another. */
function digest(key: Uint8Array, kind: string, value: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, value]))
    .digest('base64url')
}
