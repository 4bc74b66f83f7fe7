import { ByteReader } from './byte-reader.ts'
import { skipValue } from './json-value.ts'
import { refuse } from './verdict.ts'

// How version 1 updates name their structs.
export const GC = 0
export const DELETED = 1
export const STRING = 4
export const FORMAT = 6
export const TYPE = 7
export const ANY = 8
export const SKIP = 10

// Kinds of shared types.
export const XML_ELEMENT = 3
export const XML_HOOK = 5
export const XML_TEXT = 6

// What a struct says beside its content.
export const HAS_ORIGIN = 128
export const HAS_RIGHT_ORIGIN = 64
/** Said of an entry of a key even where its origin says which. */
export const HAS_KEY = 32

const MAX_CLIENT = 2 ** 32 - 1
/** Where a client's clock ends. */
export const MAX_CLOCK = 2 ** 31

export interface Id {
  readonly client: number
  readonly clock: number
}

/** One struct as sent. `from`, `body` and `to` are offsets into the update; the content is only stepped over, never built. */
export interface Struct {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly ref: number
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  readonly root: string | null
  readonly parent: Id | null
  readonly key: string | null
  /** Units of the content that are known already; 0 as sent. */
  readonly skipped: number
  readonly from: number
  readonly body: number
  readonly to: number
}

export interface Section {
  readonly client: number
  readonly structs: readonly Struct[]
}

export interface ClockRange {
  readonly clock: number
  readonly length: number
}

export interface Decoded {
  readonly bytes: Uint8Array
  readonly sections: readonly Section[]
  readonly deletes: ReadonlyMap<number, readonly ClockRange[]>
}

/**
 * Reads a version 1 update and instantiates nothing. Ends the inspection with `malformed` on everything the stock encoder never writes
 * (empty or repeated sections, structs without length, unsorted deletes, trailing bytes, version 2) and with `bad-shape` on contents
 * that no schema here can hold (subdocuments, binaries, embeds, the old JSON content).
 */
export function decodeUpdate(bytes: Uint8Array): Decoded {
  const reader = new ByteReader(bytes)
  const sections: Section[] = []
  const seen = new Set<number>()
  for (let left = reader.uint(); left > 0; left--) {
    const section = readSection(reader)
    if (seen.has(section.client)) refuse('malformed', 'a client id has two sections')
    seen.add(section.client)
    sections.push(section)
  }
  const deletes = readDeletes(reader)
  if (!reader.done) refuse('malformed', 'bytes after the end')
  return { bytes, sections, deletes }
}

function readSection(reader: ByteReader): Section {
  const count = reader.uint()
  if (count === 0) refuse('malformed', 'empty section')
  const client = readClient(reader)
  let clock = reader.uint()
  const structs: Struct[] = []
  for (let left = count; left > 0; left--) {
    const struct = readStruct(reader, client, clock)
    clock += struct.length
    if (struct.length === 0) refuse('malformed', 'struct without length')
    if (clock > MAX_CLOCK) refuse('malformed', 'clock out of range')
    structs.push(struct)
  }
  return { client, structs }
}

function readStruct(reader: ByteReader, client: number, clock: number): Struct {
  const from = reader.pos
  const info = reader.byte()
  const ref = info & 31
  let origin: Id | null = null
  let rightOrigin: Id | null = null
  let root: string | null = null
  let parent: Id | null = null
  let key: string | null = null
  if (ref === GC || ref === SKIP) {
    if (info !== ref) refuse('malformed', 'flags on a struct that has none')
  } else {
    if ((info & HAS_ORIGIN) !== 0) origin = readId(reader)
    if ((info & HAS_RIGHT_ORIGIN) !== 0) rightOrigin = readId(reader)
    if (origin === null && rightOrigin === null) {
      const named = reader.uint()
      if (named > 1) refuse('malformed', 'unknown kind of parent')
      if (named === 1) root = reader.string()
      else parent = readId(reader)
      if ((info & HAS_KEY) !== 0) key = reader.string()
    }
  }
  const body = reader.pos
  const length = skipContent(reader, ref)
  return { client, clock, length, ref, origin, rightOrigin, root, parent, key, skipped: 0, from, body, to: reader.pos }
}

function skipContent(reader: ByteReader, ref: number): number {
  switch (ref) {
    case GC:
    case SKIP:
    case DELETED:
      return reader.uint()
    case STRING:
      return reader.skipString()
    case FORMAT:
      reader.skipString()
      reader.skipString()
      return 1
    case TYPE: {
      const kind = reader.uint()
      if (kind > XML_TEXT) refuse('malformed', 'unknown kind of type')
      if (kind === XML_ELEMENT || kind === XML_HOOK) reader.skipString()
      return 1
    }
    case ANY: {
      const count = reader.uint()
      for (let left = count; left > 0; left--) skipValue(reader)
      return count
    }
    default:
      return refuse(ref > SKIP ? 'malformed' : 'bad-shape', 'content that is not accepted')
  }
}

function readDeletes(reader: ByteReader): Map<number, ClockRange[]> {
  const deletes = new Map<number, ClockRange[]>()
  for (let left = reader.uint(); left > 0; left--) {
    const client = readClient(reader)
    if (deletes.has(client)) refuse('malformed', 'a client id has two lists of deletes')
    const count = reader.uint()
    if (count === 0) refuse('malformed', 'empty list of deletes')
    const ranges: ClockRange[] = []
    let end = 0
    for (let more = count; more > 0; more--) {
      const clock = reader.uint()
      const length = reader.uint()
      if (clock < end || length === 0 || clock + length > MAX_CLOCK) refuse('malformed', 'deletes out of order or range')
      end = clock + length
      ranges.push({ clock, length })
    }
    deletes.set(client, ranges)
  }
  return deletes
}

function readClient(reader: ByteReader): number {
  const client = reader.uint()
  return client > MAX_CLIENT ? refuse('malformed', 'client id out of range') : client
}

function readId(reader: ByteReader): Id {
  return { client: readClient(reader), clock: reader.uint() }
}
