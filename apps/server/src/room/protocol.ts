import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { FrameReader } from './frame-reader.ts'

/** The stock y-websocket frames (0–3) and ours (100, 101) as bytes, and back. Nothing here knows a room [contract § Socket]. */
const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const QUERY_AWARENESS = 3
const SAVED = 100
const MESSAGE = 101

const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

/** A document's state vector and one awareness frame name at most so many client ids. */
const MAX_CLIENTS = 20_000

export type StateVector = ReadonlyMap<number, number>

/** One device's own entry; `state` is the JSON text as it came, not parsed. `null` says it went. */
export interface AwarenessEntry {
  readonly clientId: number
  readonly clock: number
  readonly state: string
}

export type Frame =
  | { readonly kind: 'step-1'; readonly stateVector: StateVector; readonly encoded: Uint8Array }
  | { readonly kind: 'step-2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'message'; readonly json: string }

/** Null: not a frame of this protocol. A client's `auth` and `saved` are none: only the server says those. */
export function readFrame(bytes: Uint8Array): Frame | null {
  const reader = new FrameReader(bytes)
  const frame = readBody(reader)
  return frame !== null && reader.isDone ? frame : null
}

function readBody(reader: FrameReader): Frame | null {
  switch (reader.varUint()) {
    case SYNC:
      return readSync(reader)
    case AWARENESS:
      return readAwareness(reader.varBytes())
    case QUERY_AWARENESS:
      return { kind: 'query-awareness' }
    case MESSAGE:
      return { kind: 'message', json: reader.varText() }
    default:
      return null
  }
}

function readSync(reader: FrameReader): Frame | null {
  const step = reader.varUint()
  const bytes = reader.varBytes()
  if (step === STEP_2) return { kind: 'step-2', update: bytes }
  if (step === UPDATE) return { kind: 'update', update: bytes }
  if (step !== STEP_1) return null
  const stateVector = readStateVector(bytes)
  return stateVector && { kind: 'step-1', stateVector, encoded: bytes }
}

/** Null: not a state vector. Also reads those the store keeps of past generations. */
export function readStateVector(bytes: Uint8Array): StateVector | null {
  const reader = new FrameReader(bytes)
  const count = reader.varUint()
  if (count > MAX_CLIENTS) return null
  const clocks = new Map<number, number>()
  for (let i = 0; i < count && reader.isSound; i++) clocks.set(reader.varUint(), reader.varUint())
  return reader.isDone ? clocks : null
}

function readAwareness(bytes: Uint8Array): Frame | null {
  const reader = new FrameReader(bytes)
  const count = reader.varUint()
  if (count > MAX_CLIENTS) return null
  const entries: AwarenessEntry[] = []
  for (let i = 0; i < count && reader.isSound; i++) {
    entries.push({ clientId: reader.varUint(), clock: reader.varUint(), state: reader.varText() })
  }
  return reader.isDone ? { kind: 'awareness', entries } : null
}

export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP_1, stateVector)
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update)

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, SYNC)
  writeVarUint(encoder, step)
  writeVarUint8Array(encoder, bytes)
  return toUint8Array(encoder)
}

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const body = createEncoder()
  writeVarUint(body, entries.length)
  for (const { clientId, clock, state } of entries) {
    writeVarUint(body, clientId)
    writeVarUint(body, clock)
    writeVarString(body, state)
  }
  const encoder = createEncoder()
  writeVarUint(encoder, AWARENESS)
  writeVarUint8Array(encoder, toUint8Array(body))
  return toUint8Array(encoder)
}

/** An awareness frame of no entry: stock clients hang up after 30 s of silence, and take this for a sign of life. */
export const keepAliveFrame: Uint8Array = awarenessFrame([])

/** y-protocols' « permission denied »: stock clients log it. */
export function deniedFrame(reason: string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, AUTH)
  writeVarUint(encoder, 0)
  writeVarString(encoder, reason)
  return toUint8Array(encoder)
}

export function savedFrame(count: number): Uint8Array {
  const body = createEncoder()
  writeVarUint(body, count)
  const encoder = createEncoder()
  writeVarUint(encoder, SAVED)
  writeVarUint8Array(encoder, toUint8Array(body))
  return toUint8Array(encoder)
}

export function messageFrame(message: object): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE)
  writeVarString(encoder, JSON.stringify(message))
  return toUint8Array(encoder)
}
