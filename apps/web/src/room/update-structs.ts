import * as decoding from 'lib0/decoding'

/** Where the structs of one writer lie in an update. */
export interface Section {
  readonly client: number
  /** The clock each begins at, and at last the clock after them. */
  readonly clocks: number[]
  /** The byte each begins at, and at last the byte after them. */
  readonly bytes: number[]
  /** Of each, up to three ids of other writers that it was written beside or in: client and clock in turn. */
  readonly needs: (readonly number[])[]
}

/** What an update brings: structs, and the byte its deletions begin at. */
export interface Structs {
  readonly sections: readonly Section[]
  readonly deletionsAt: number
}

/** Structs looked at before others have their turn. */
const AT_ONCE = 4_000

/**
 * Looks where the structs of an update (version 1, as our server sends it) lie, without making them: that alone would keep a slow phone busy for a third of a second. Yields now
 * and then for whoever wants a turn; returns null where something stands that it does not know.
 */
export function* structsOf(update: Uint8Array): Generator<void, Structs | null> {
  const decoder = decoding.createDecoder(update)
  const sections: Section[] = []
  let looked = 0
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const count = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    let clock = decoding.readVarUint(decoder)
    const section: Section = { client, clocks: [clock], bytes: [decoder.pos], needs: [] }
    for (let i = 0; i < count; i++) {
      const needs: number[] = []
      const length = lengthOfNext(decoder, client, needs)
      if (length === null) return null
      clock += length
      section.clocks.push(clock)
      section.bytes.push(decoder.pos)
      section.needs.push(needs)
      if (++looked % AT_ONCE === 0) yield
    }
    sections.push(section)
  }
  return { sections, deletionsAt: decoder.pos }
}

/** Bits of a struct's first byte, and the kinds of content in its lower five, as Yjs 13 writes them. */
const HAS_ORIGIN = 128
const HAS_RIGHT_ORIGIN = 64
const HAS_KEY = 32
const GC = 0
const NAMED_TYPES = new Set([3, 5])

/** Reads past one struct and says how many clocks it takes; null: of a kind that has no place in a whole document. */
function lengthOfNext(decoder: decoding.Decoder, client: number, needs: number[]): number | null {
  const info = decoding.readUint8(decoder)
  const kind = info & 31
  if (kind === GC) return decoding.readVarUint(decoder)
  const readId = (): void => {
    const [of, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
    if (of !== client) needs.push(of, clock)
  }
  if (info & HAS_ORIGIN) readId()
  if (info & HAS_RIGHT_ORIGIN) readId()
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (decoding.readVarUint(decoder) === 1) decoding.readVarString(decoder)
    else readId()
    if (info & HAS_KEY) decoding.readVarString(decoder)
  }
  return lengthOfContent(decoder, kind)
}

function lengthOfContent(decoder: decoding.Decoder, kind: number): number | null {
  switch (kind) {
    case 1: // deleted
      return decoding.readVarUint(decoder)
    case 2: // JSON
      return several(decoder, decoding.readVarString)
    case 3: // binary
      return (decoding.readVarUint8Array(decoder), 1)
    case 4: // text
      return decoding.readVarString(decoder).length
    case 5: // embedded
      return (decoding.readVarString(decoder), 1)
    case 6: // a mark: key and value
      return (decoding.readVarString(decoder), decoding.readVarString(decoder), 1)
    case 7: // a type
      if (NAMED_TYPES.has(decoding.readVarUint(decoder))) decoding.readVarString(decoder)
      return 1
    case 8: // plain values
      return several(decoder, decoding.readAny)
    default: // a document within, or clocks left out
      return null
  }
}

function several(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => unknown): number {
  const count = decoding.readVarUint(decoder)
  for (let i = 0; i < count; i++) read(decoder)
  return count
}
