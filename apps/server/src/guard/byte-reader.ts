import { refuse } from './verdict.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads the bytes of an update forward. Everything the stock encoder would not have written ends the inspection. */
export class ByteReader {
  readonly bytes: Uint8Array
  pos: number

  constructor(bytes: Uint8Array, pos = 0) {
    this.bytes = bytes
    this.pos = pos
  }

  get done(): boolean {
    return this.pos === this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.pos]
    if (byte === undefined) refuse('malformed', 'ends too early')
    this.pos++
    return byte
  }

  /** A whole number up to 2^53, in its shortest form. */
  uint(): number {
    let byte = this.byte()
    if (byte < 128) return byte
    let value = byte & 127
    let scale = 128
    for (;;) {
      byte = this.byte()
      value += (byte & 127) * scale
      if (value > Number.MAX_SAFE_INTEGER) refuse('malformed', 'number out of range')
      if (byte < 128) {
        if (byte === 0) refuse('malformed', 'number not in its shortest form')
        return value
      }
      scale *= 128
    }
  }

  /** Steps over a signed number; its first byte holds six bits, a sign and « more ». */
  skipInt(): void {
    if ((this.byte() & 128) === 0) return
    for (let count = 0; count < 8; count++) {
      if (this.byte() < 128) return
    }
    refuse('malformed', 'number out of range')
  }

  skip(count: number): void {
    if (count > this.bytes.length - this.pos) refuse('malformed', 'ends too early')
    this.pos += count
  }

  string(): string {
    const size = this.uint()
    const from = this.pos
    this.skip(size)
    return decode(this.bytes.subarray(from, this.pos))
  }

  /** Steps over a string and answers its length in UTF-16 units, which is what the document counts in. */
  skipString(): number {
    const size = this.uint()
    const from = this.pos
    this.skip(size)
    for (let at = from; at < this.pos; at++) {
      if ((this.bytes[at] ?? 0) > 127) return decode(this.bytes.subarray(from, this.pos)).length
    }
    return size
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return refuse('malformed', 'not UTF-8')
  }
}
