import * as encoding from 'lib0/encoding'
import { decodeUpdate, type Id } from '../decode.ts'

// Writes updates by hand, struct by struct, so that tests can send what no Yjs would.

export interface ForgedStruct {
  ref: number
  origin?: Id | null
  rightOrigin?: Id | null
  root?: string | null
  parent?: Id | null
  key?: string | null
  /** The content, as bytes. */
  body: Uint8Array
  /** Bits set beyond those that follow from the fields. */
  bits?: number
}

export interface ForgedSection {
  client: number
  clock: number
  structs: ForgedStruct[]
}

export interface Forged {
  sections: ForgedSection[]
  deletes: { client: number; ranges: { clock: number; length: number }[] }[]
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export function id(client: number, clock: number): Id {
  return { client, clock }
}

const uintBody = (ref: number, value: number): ForgedStruct => ({ ref, body: written((encoder) => encoding.writeVarUint(encoder, value)) })
export const gc = (length: number): ForgedStruct => uintBody(0, length)
export const deleted = (length: number): ForgedStruct => uintBody(1, length)
export const skip = (length: number): ForgedStruct => uintBody(10, length)
export const type = (kind: number): ForgedStruct => uintBody(7, kind)

export function characters(text: string): ForgedStruct {
  return { ref: 4, body: written((encoder) => encoding.writeVarString(encoder, text)) }
}

export function values(...list: unknown[]): ForgedStruct {
  return {
    ref: 8,
    body: written((encoder) => {
      encoding.writeVarUint(encoder, list.length)
      // lib0 types what it encodes more narrowly than what it accepts.
      for (const value of list) encoding.writeAny(encoder, value as null)
    }),
  }
}

export function mark(name: string, json: string): ForgedStruct {
  return {
    ref: 6,
    body: written((encoder) => {
      encoding.writeVarString(encoder, name)
      encoding.writeVarString(encoder, json)
    }),
  }
}

export function element(name: string): ForgedStruct {
  return {
    ref: 7,
    body: written((encoder) => {
      encoding.writeVarUint(encoder, 3)
      encoding.writeVarString(encoder, name)
    }),
  }
}

export function raw(ref: number, ...bytes: number[]): ForgedStruct {
  return { ref, body: Uint8Array.from(bytes) }
}

/** The bytes of a forged update. */
export function forge({ sections, deletes }: Forged): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { client, clock, structs } of sections) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const { client, ranges } of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, length } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

/** One section without deletes: what most attacks need. */
export function forgeOne(client: number, clock: number, ...structs: ForgedStruct[]): Uint8Array {
  return forge({ sections: [{ client, clock, structs }], deletes: [] })
}

function writeStruct(encoder: encoding.Encoder, struct: ForgedStruct): void {
  const { ref, origin = null, rightOrigin = null, root = null, parent = null, key = null, body, bits = 0 } = struct
  if (ref === 0 || ref === 10) {
    encoding.writeUint8(encoder, ref | bits)
    encoding.writeUint8Array(encoder, body)
    return
  }
  encoding.writeUint8(encoder, ref | bits | (origin === null ? 0 : 128) | (rightOrigin === null ? 0 : 64) | (key === null ? 0 : 32))
  for (const near of [origin, rightOrigin]) if (near !== null) writeId(encoder, near)
  if (origin === null && rightOrigin === null) {
    encoding.writeVarUint(encoder, root === null ? 0 : 1)
    if (root !== null) encoding.writeVarString(encoder, root)
    else writeId(encoder, parent ?? id(0, 0))
    if (key !== null) encoding.writeVarString(encoder, key)
  }
  encoding.writeUint8Array(encoder, body)
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** A real update as something to change. */
export function unforge(update: Uint8Array): Forged {
  const { bytes, sections, deletes } = decodeUpdate(update)
  return {
    sections: sections.map(({ client, structs }) => ({
      client,
      clock: structs[0]?.clock ?? 0,
      structs: structs.map(({ ref, origin, rightOrigin, root, parent, key, body, to }) => {
        return { ref, origin, rightOrigin, root, parent, key, body: bytes.slice(body, to) }
      }),
    })),
    deletes: [...deletes].map(([client, ranges]) => ({ client, ranges: ranges.map((range) => ({ ...range })) })),
  }
}
