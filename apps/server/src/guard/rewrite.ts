import * as encoding from 'lib0/encoding'
import { ByteReader } from './byte-reader.ts'
import { ANY, GC, HAS_ORIGIN, HAS_RIGHT_ORIGIN, STRING, type ClockRange, type Decoded, type Struct } from './decode.ts'
import { skipValue } from './json-value.ts'
import type { Fresh } from './novelty.ts'

/**
 * Writes an update of nothing but the structs taken and the deletes that are left: slices of the bytes as sent, but for a first struct
 * whose beginning is known, which is written as the stock encoder would write its rest.
 */
export function rewrite(decoded: Decoded, fresh: Iterable<Fresh>, deletes: ReadonlyMap<number, readonly ClockRange[]>): Uint8Array {
  const encoder = encoding.createEncoder()
  const sections = [...fresh].filter(({ taken }) => taken > 0).toSorted((a, b) => b.client - a.client)
  encoding.writeVarUint(encoder, sections.length)
  for (const section of sections) writeSection(encoder, decoded, section)
  encoding.writeVarUint(encoder, deletes.size)
  for (const [client, ranges] of [...deletes].toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

function writeSection(encoder: encoding.Encoder, decoded: Decoded, { client, structs, taken }: Fresh): void {
  const first = structs[0]
  const last = structs[taken - 1]
  if (first === undefined || last === undefined) return
  encoding.writeVarUint(encoder, taken)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, first.clock)
  const isWhole = first.skipped === 0
  if (!isWhole) writeRest(encoder, decoded, first)
  encoding.writeUint8Array(encoder, decoded.bytes.subarray(isWhole ? first.from : first.to, last.to))
}

function writeRest(encoder: encoding.Encoder, { bytes }: Decoded, { ref, origin, rightOrigin, length, skipped, body, to }: Struct): void {
  encoding.writeUint8(encoder, ref | (origin === null ? 0 : HAS_ORIGIN) | (ref === GC || rightOrigin === null ? 0 : HAS_RIGHT_ORIGIN))
  for (const id of ref === GC ? [] : [origin, rightOrigin]) {
    if (id === null) continue
    encoding.writeVarUint(encoder, id.client)
    encoding.writeVarUint(encoder, id.clock)
  }
  const reader = new ByteReader(bytes, body)
  if (ref === STRING) {
    encoding.writeVarString(encoder, reader.string().slice(skipped))
    return
  }
  encoding.writeVarUint(encoder, length)
  if (ref !== ANY) return
  reader.uint()
  for (let left = skipped; left > 0; left--) skipValue(reader)
  encoding.writeUint8Array(encoder, bytes.subarray(reader.pos, to))
}
