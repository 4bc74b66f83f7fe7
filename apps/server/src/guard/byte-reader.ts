import { refuse } from './verdict.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** What the last byte of the longest number below 2^53 counts for. Beyond, zeros may follow without end, and zero times infinity is no number. */
const LAST_SCALE = 2 ** 49

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
      if (value > Number.MAX_SAFE_INTEGER || scale > LAST_SCALE) refuse('malformed', 'number out of range')
      if (byte < 128) {
        if (byte === 0) refuse('malformed', 'number not in its shortest form')
        return value
      }
      scale *= 128
    }
  }

  /** A signed number up to 2^53; its first byte holds six bits, a sign and « more ». */
  int(): number {
    let byte = this.byte()
    const sign = (byte & 64) === 0 ? 1 : -1
    let value = byte & 63
    for (let scale = 64; byte > 127; scale *= 128) {
      byte = this.byte()
      value += (byte & 127) * scale
      if (value > Number.MAX_SAFE_INTEGER || scale > LAST_SCALE) refuse('malformed', 'number out of range')
    }
    return sign * value
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
