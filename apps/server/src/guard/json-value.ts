import { ByteReader } from './byte-reader.ts'
import type { Json } from './schema.ts'
import { refuse } from './verdict.ts'

// The tags of lib0's « any » encoding.
const UNDEFINED = 127
const NULL = 126
const INTEGER = 125
const FLOAT32 = 124
const FLOAT64 = 123
const BIGINT = 122
const FALSE = 121
const TRUE = 120
const STRING = 119
const OBJECT = 118
const ARRAY = 117
const BINARY = 116

/** How deep a value may nest before its bytes are not even read: recursion here must be bounded whatever the limits say. */
const DEEPEST = 64

const TRAPS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** True for a name that reaches a prototype when code somewhere uses it as a key. */
export function isTrap(name: string): boolean {
  return TRAPS.has(name)
}

/** Steps over one value without building it; refuses bytes that are no value. */
export function skipValue(reader: ByteReader, depth = 0): void {
  if (depth > DEEPEST) refuse('malformed', 'value nested too deep')
  const tag = reader.byte()
  switch (tag) {
    case UNDEFINED:
    case NULL:
    case FALSE:
    case TRUE:
      return
    case INTEGER:
      reader.int()
      return
    case FLOAT32:
      return reader.skip(4)
    case FLOAT64:
    case BIGINT:
      return reader.skip(8)
    case STRING:
      reader.skipString()
      return
    case BINARY:
      return reader.skip(reader.uint())
    case OBJECT:
    case ARRAY:
      for (let left = reader.uint(); left > 0; left--) {
        if (tag === OBJECT) reader.skipString()
        skipValue(reader, depth + 1)
      }
      return
    default:
      refuse('malformed', 'unknown kind of value')
  }
}

/** Builds one value; refuses what JSON cannot say, nesting beyond `maxDepth` and names that reach a prototype. */
export function readValue(reader: ByteReader, maxDepth: number): Json {
  if (maxDepth < 0) refuse('bad-value', 'value nested too deep')
  const tag = reader.byte()
  switch (tag) {
    case NULL:
      return null
    case FALSE:
      return false
    case TRUE:
      return true
    case INTEGER:
      return reader.int()
    case FLOAT32:
    case FLOAT64: {
      const size = tag === FLOAT32 ? 4 : 8
      const from = reader.pos
      reader.skip(size)
      const view = new DataView(reader.bytes.buffer, reader.bytes.byteOffset + from, size)
      const value = tag === FLOAT32 ? view.getFloat32(0) : view.getFloat64(0)
      return Number.isFinite(value) ? value : refuse('bad-value', 'not a finite number')
    }
    case STRING:
      return reader.string()
    case ARRAY: {
      const list: Json[] = []
      for (let left = reader.uint(); left > 0; left--) list.push(readValue(reader, maxDepth - 1))
      return list
    }
    case OBJECT: {
      const entries: Record<string, Json> = {}
      for (let left = reader.uint(); left > 0; left--) {
        const key = reader.string()
        if (isTrap(key)) refuse('bad-value', 'a name that reaches a prototype')
        entries[key] = readValue(reader, maxDepth - 1)
      }
      return entries
    }
    default:
      return refuse('bad-value', 'not a JSON value')
  }
}

/** Parses the JSON text of a mark; the same refusals as `readValue`. */
export function parseJson(text: string, maxDepth: number): Json {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('malformed', 'a mark is not JSON')
  }
  return plain(value, maxDepth)
}

function plain(value: unknown, maxDepth: number): Json {
  if (maxDepth < 0) refuse('bad-value', 'value nested too deep')
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse('bad-value', 'not a finite number')
  if (Array.isArray(value)) return value.map((entry) => plain(entry, maxDepth - 1))
  if (typeof value !== 'object') return refuse('bad-value', 'not a JSON value')
  const entries: Record<string, Json> = {}
  for (const [key, entry] of Object.entries(value)) {
    if (isTrap(key)) refuse('bad-value', 'a name that reaches a prototype')
    entries[key] = plain(entry, maxDepth - 1)
  }
  return entries
}
