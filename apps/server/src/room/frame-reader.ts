const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads one frame from outside. Never throws and never looks past the frame's end (a `ws` buffer is a slice of a pool that holds other people's
 * bytes): the first thing that does not fit makes it unsound, and all that is read after that is empty.
 */
export class FrameReader {
  readonly #bytes: Uint8Array
  #at = 0
  #sound = true

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isSound(): boolean {
    return this.#sound
  }

  /** Sound, and read to the last byte. */
  get isDone(): boolean {
    return this.#sound && this.#at === this.#bytes.length
  }

  /** An unsigned number of 7-bit groups, lowest first, up to 2^53-1. */
  varUint(): number {
    let value = 0
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.#bytes[this.#at]
      if (byte === undefined) return this.#fail()
      this.#at++
      value += (byte & 0x7f) * factor
      if (value > Number.MAX_SAFE_INTEGER) return this.#fail()
      if (byte < 0x80) return value
    }
    return this.#fail()
  }

  /** A length, then as many bytes; a view, not a copy. */
  varBytes(): Uint8Array {
    const length = this.varUint()
    if (!this.#sound || length > this.#bytes.length - this.#at) {
      this.#fail()
      return new Uint8Array()
    }
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  varText(): string {
    const bytes = this.varBytes()
    try {
      return utf8.decode(bytes)
    } catch {
      this.#fail()
      return ''
    }
  }

  #fail(): 0 {
    this.#sound = false
    return 0
  }
}
