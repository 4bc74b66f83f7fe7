import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomFillSync, type KeyObject } from 'node:crypto'

/** AES-256-GCM (NIST SP 800-38D): 96-bit random nonce, 128-bit tag. At one row a millisecond a key stays under 2^32 nonces for 49 days. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const FORMAT = 1
const KEY_BYTES = 32
/** Drawn together: a draw costs as much as a short lock. */
const NONCES_AT_ONCE = 256

/** Confidences of one to about two hundred letters all look alike on the disk. */
const PADDING_BYTES = 256
const LENGTH_BYTES = 4

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Writes and reads what is kept of one generation; what it wrote is noise to anyone once the key is destroyed. */
export class GenerationCipher {
  // A key object, made once: given bytes, every lock would make its own, which costs three times the lock.
  #content: KeyObject | null
  readonly #names: Uint8Array
  readonly #nonces = new Uint8Array(NONCES_AT_ONCE * NONCE_BYTES)
  #nextNonce = NONCES_AT_ONCE

  /** `key`: the 32 bytes of the generation's key file. */
  constructor(key: Uint8Array) {
    const content = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'clairiere content', KEY_BYTES))
    this.#content = createSecretKey(content)
    content.fill(0)
    this.#names = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'clairiere names', KEY_BYTES))
  }

  /** `place` says where the box lies (table, meeting, position): a box moved elsewhere does not open. */
  lock(plain: Uint8Array, place: string): Uint8Array {
    const nonce = this.#freshNonce()
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(encoder.encode(place))
    const body = cipher.update(plain)
    cipher.final()
    const box = new Uint8Array(1 + NONCE_BYTES + body.length + TAG_BYTES)
    box[0] = FORMAT
    box.set(nonce, 1)
    box.set(body, 1 + NONCE_BYTES)
    box.set(cipher.getAuthTag(), 1 + NONCE_BYTES + body.length)
    return box
  }

  /** Throws when the key, the place or a single bit is not the one it was locked with. */
  unlock(box: Uint8Array, place: string): Uint8Array {
    if (box[0] !== FORMAT || box.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Error('not a box of this format')
    const nonce = box.subarray(1, 1 + NONCE_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(encoder.encode(place))
    decipher.setAuthTag(box.subarray(box.length - TAG_BYTES))
    const plain = new Uint8Array(decipher.update(box.subarray(1 + NONCE_BYTES, box.length - TAG_BYTES)))
    decipher.final()
    return plain
  }

  lockText(text: string, place: string): Uint8Array {
    return this.lock(encoder.encode(text), place)
  }

  unlockText(box: Uint8Array, place: string): string {
    return decoder.decode(this.unlock(box, place))
  }

  /** The name of a row that must not tell whose it is nor what it is about. */
  nameOf(...parts: readonly string[]): string {
    return createHmac('sha256', this.#names).update(JSON.stringify(parts)).digest('base64url')
  }

  /** Nothing is locked or opened any more. Best effort: the runtime frees the key when it likes, and may have copied it elsewhere in memory. */
  forget(): void {
    this.#content = null
    this.#names.fill(0)
  }

  get #key(): KeyObject {
    if (this.#content === null) throw new Error('the key was forgotten')
    return this.#content
  }

  /** Each is handed out once. */
  #freshNonce(): Uint8Array {
    if (this.#nextNonce === NONCES_AT_ONCE) {
      randomFillSync(this.#nonces)
      this.#nextNonce = 0
    }
    const at = this.#nextNonce++ * NONCE_BYTES
    return this.#nonces.subarray(at, at + NONCE_BYTES)
  }
}

/** Its length, the text, then zeros up to the next multiple of 256 bytes. */
export function pad(text: string): Uint8Array {
  const bytes = encoder.encode(text)
  const size = Math.ceil((LENGTH_BYTES + bytes.length) / PADDING_BYTES) * PADDING_BYTES
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, bytes.length)
  padded.set(bytes, LENGTH_BYTES)
  return padded
}

/** What `pad` was given. */
export function unpad(padded: Uint8Array): string {
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0)
  return decoder.decode(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length))
}
