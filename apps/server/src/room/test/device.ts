import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { ActInput } from '@clairiere/ritual'
import type { Connection, Wire } from '../connection.ts'
import { awarenessFrame, messageFrame, step1Frame, step2Frame, updateFrame, type AwarenessEntry } from '../protocol.ts'
import type { Room } from '../room.ts'
import type { Visitor } from '../visitor.ts'

let acts = 0
/** A ULID of its own for each act of a test. */
export const actId = (): string => `01HTEST${String(acts++).padStart(19, '0')}`

type Message = Record<string, unknown>

/** A device with a document that speaks as a stock client does, over a wire that records. */
export class Device implements Wire {
  readonly doc = new Y.Doc()
  readonly frames: Uint8Array[] = []
  readonly messages: Message[] = []
  readonly presence: AwarenessEntry[] = []
  /** How often the room wrote to the network. */
  writes = 0
  saved = 0
  sent = 0
  /** How often it was asked to sync. */
  asked = 0
  bufferedBytes = 0
  closed: number | null = null
  /** What it answers a SyncStep1 with; a test may hold it back. */
  answers = true
  readonly #room: Room
  connection: Connection | null = null

  constructor(room: Room) {
    this.#room = room
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#send(updateFrame(update), true)
    })
  }

  connect(personId: string, visitor: Partial<Visitor> = {}): this {
    const given: Visitor = {
      personId,
      host: null,
      speaksMore: true,
      generation: null,
      phrase: async (id, answer) => ({ id, ...answer }),
      ...visitor,
    }
    const connected = this.#room.connect(given, this)
    if (typeof connected === 'number') {
      this.closed = connected
      return this
    }
    this.connection = connected
    this.#send(step1Frame(Y.encodeStateVector(this.doc)))
    return this
  }

  write(frames: readonly Uint8Array[]): void {
    this.writes++
    for (const frame of frames) {
      this.frames.push(frame.slice())
      this.#read(frame)
    }
  }

  close(code: number): void {
    this.closed = code
    if (this.connection !== null) this.#room.left(this.connection)
  }

  /** The process it spoke with is no more; nothing more is heard or said. */
  forget(): void {
    this.closed = 0
    this.connection = null
  }

  /** What this device reads from its own store before it connects. */
  adopt(doc: Y.Doc): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(doc))
  }

  hangUp(): void {
    if (this.connection !== null) this.#room.left(this.connection)
  }

  raw(bytes: Uint8Array): void {
    this.#send(bytes)
  }

  update(update: Uint8Array): void {
    this.#send(updateFrame(update), true)
  }

  step2(update = Y.encodeStateAsUpdate(this.doc)): void {
    this.#send(step2Frame(update), true)
  }

  appear(state: object | null, clock = 1, clientId = this.doc.clientID): void {
    this.#send(awarenessFrame([{ clientId, clock, state: JSON.stringify(state) }]))
  }

  act(act: ActInput, id = actId()): string {
    this.#send(messageFrame({ act: { id, act } }))
    return id
  }

  hello(clients: readonly number[]): void {
    this.#send(messageFrame({ hello: { clients } }))
  }

  answerTo(id: string): Message | undefined {
    return this.messages.map(({ answer }) => answer as Message | undefined).find((answer) => answer?.['id'] === id)
  }

  /** Views of confidences as they stand after all that was told. */
  confided(kind: string): Message[] {
    const views = new Map<string, Message>()
    for (const view of this.messages.flatMap(({ confidences }) => (confidences as Message[] | undefined) ?? [])) {
      const key = JSON.stringify([view['kind'], view['subject'], view['personId']])
      if (view['payload'] === null) views.delete(key)
      else views.set(key, view)
    }
    return [...views.values()].filter((view) => view['kind'] === kind)
  }

  /** Whether any frame it received holds these words. */
  received(text: string): boolean {
    return this.frames.some((frame) => Buffer.from(frame).includes(text))
  }

  #send(frame: Uint8Array, counts = false): void {
    if (this.connection === null || this.closed !== null) return
    if (counts) this.sent++
    this.#room.receive(this.connection, frame)
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    switch (decoding.readVarUint(decoder)) {
      case 0:
        return this.#sync(decoder)
      case 1: {
        const body = decoding.createDecoder(decoding.readVarUint8Array(decoder))
        const count = decoding.readVarUint(body)
        for (let i = 0; i < count; i++) {
          this.presence.push({
            clientId: decoding.readVarUint(body),
            clock: decoding.readVarUint(body),
            state: decoding.readVarString(body),
          })
        }
        return
      }
      case 100:
        this.saved = decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
        return
      case 101:
        this.messages.push(JSON.parse(decoding.readVarString(decoder)) as Message)
    }
  }

  #sync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (step !== 0) return Y.applyUpdate(this.doc, bytes, this)
    this.asked++
    // A network answers later than it is asked.
    if (this.answers) setImmediate(() => this.#send(step2Frame(Y.encodeStateAsUpdate(this.doc, bytes)), true))
  }
}

/** A frame of any type, for what no client of ours would send. */
export function strangeFrame(type: number, body: Uint8Array | string): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, type)
  if (typeof body === 'string') writeVarString(encoder, body)
  else writeVarUint8Array(encoder, body)
  return toUint8Array(encoder)
}
