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
  /** Of each, two places it was written between, as client and clock in turn: where what its left neighbour ends in would be cut, and its right one; -1: none. */
  readonly edges: number[]
  /** Of each, whether it is the first in a type that a struct before it brought: to stand apart from it, such a type would be empty. */
  readonly isFirst: boolean[]
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
    const section: Section = { client, clocks: [clock], bytes: [decoder.pos], needs: [], edges: [], isFirst: [] }
    for (let i = 0; i < count; i++) {
      const needs: number[] = []
      const length = lengthOfNext(decoder, section, needs)
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
const NOWHERE: readonly [number, number] = [-1, -1]
const NAMED_TYPES = new Set([3, 5])

/** Reads past one struct and says how many clocks it takes; null: of a kind that has no place in a whole document. */
function lengthOfNext(decoder: decoding.Decoder, { client, edges, isFirst }: Section, needs: number[]): number | null {
  const info = decoding.readUint8(decoder)
  const kind = info & 31
  const readId = (): [number, number] => {
    const id: [number, number] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
    if (id[0] !== client) needs.push(...id)
    return id
  }
  const isItem = kind !== GC
  const [left, leftClock] = isItem && info & HAS_ORIGIN ? readId() : NOWHERE
  const [right, rightClock] = isItem && info & HAS_RIGHT_ORIGIN ? readId() : NOWHERE
  edges.push(left, leftClock + 1, right, rightClock)
  const isRooted = isItem && left === -1 && right === -1 && decoding.readVarUint(decoder) === 1
  if (isRooted) decoding.readVarString(decoder)
  const isWithin = isItem && left === -1 && right === -1 && !isRooted
  if (isWithin) readId()
  isFirst.push(isWithin)
  if (!isItem) return decoding.readVarUint(decoder)
  if ((isRooted || isWithin) && info & HAS_KEY) decoding.readVarString(decoder)
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
