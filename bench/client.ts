import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Door } from './doors.ts'
import { BenchSocket } from './socket.ts'

/** What the clients of one load know of each other: when each writer’s n-th change was sent (ms, by client id and clock). */
export type SentTimes = Map<number, number[]>

/** A client that speaks the sync protocol by hand. It keeps the updates it is sent as bytes, and only looks into them as they come when it measures. */
export class Client {
  readonly doc = new Y.Doc()
  /** Updates since `mark`. */
  updates: Buffer[] = []
  /** How long each change took from its writer to here (ms); only in a client that measures. */
  latenciesMs: number[] = []
  /** The clock of the last caret seen of each device. */
  readonly carets = new Map<number, number>()
  /** Document messages of ours that the server says are safe (message 100), and those we sent. */
  saved = 0
  sent = 0
  bytesReceived = 0
  measures: SentTimes | null = null
  readonly #door: Door
  readonly #synced = Promise.withResolvers<Buffer>()
  #socket: BenchSocket | null = null
  #caretClock = 0
  #text = 0

  private constructor(door: Door) {
    this.#door = door
  }

  /** Enters a room; resolves once the server’s first SyncStep2 has come. `measures`: it notes how long changes take to come. */
  static async enter(door: Door, measures: SentTimes | null = null): Promise<Client> {
    const client = new Client(door)
    client.measures = measures
    await client.connect()
    await client.firstSync
    return client
  }

  /** Opens the socket and asks for the document. */
  static async ask(door: Door): Promise<Client> {
    const client = new Client(door)
    await client.connect()
    return client
  }

  /** The server’s first SyncStep2. */
  get firstSync(): Promise<Buffer> {
    return this.#synced.promise
  }

  /** Why the server closed the socket, if it did. */
  get closed(): string | null {
    return this.#socket?.closed ?? null
  }

  /** Opens the socket and asks for the document. */
  async connect(): Promise<void> {
    this.#socket = await BenchSocket.open(this.#door.url, (payload) => this.#onFrame(payload))
    if (this.#door.greeting) this.#socket.send(this.#door.greeting)
    const stateVector = Y.encodeStateVector(this.doc)
    this.sendRaw((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint8Array(encoder, stateVector)
    })
  }

  /** What comes from now on is what the load has to deliver. */
  mark(): void {
    this.updates = []
    this.latenciesMs = []
    this.bytesReceived = 0
  }

  /** One small change: the value under this writer’s key replaced, as a message ready to be sent. */
  change(text = `${this.#text++}`): Uint8Array {
    let update: Uint8Array | null = null
    const take = (made: Uint8Array): void => void (update = made)
    this.doc.once('update', take)
    this.doc.getMap('learnings').set(`w${this.doc.clientID}`, { kind: 'learning', text, rank: 0 })
    if (update === null) throw new Error('a change that changed nothing')
    return this.updateMessage(update)
  }

  updateMessage(update: Uint8Array): Uint8Array {
    return this.#message((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  /** Sends a change, and notes when. */
  send(message: Uint8Array, times?: SentTimes): void {
    if (times !== undefined) {
      const sent = times.get(this.doc.clientID) ?? []
      times.set(this.doc.clientID, sent)
      sent.push(performance.now())
    }
    this.sent++
    this.#socket?.send(message)
  }

  /** Moves this device’s caret: an awareness state as an editor makes it. */
  moveCaret(): void {
    const state = JSON.stringify({
      user: { name: 'Bench', color: '#2b6' },
      cursor: { anchor: this.#caretClock, head: this.#caretClock + 1 },
    })
    this.#caretClock++
    this.sendRaw((encoder) => {
      const body = encoding.createEncoder()
      encoding.writeVarUint(body, 1)
      encoding.writeVarUint(body, this.doc.clientID)
      encoding.writeVarUint(body, this.#caretClock)
      encoding.writeVarString(body, state)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
    })
  }

  get caretClock(): number {
    return this.#caretClock
  }

  /** Reads nothing more, as a phone in a tunnel. */
  pause(): void {
    this.#socket?.pause()
  }

  leave(): void {
    this.#socket?.leave()
  }

  sendRaw(write: (encoder: encoding.Encoder) => void): void {
    this.#socket?.send(this.#message(write))
  }

  #message(write: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.#door.prefix)
    write(encoder)
    return encoding.toUint8Array(encoder)
  }

  #onFrame(data: Buffer): void {
    this.bytesReceived += data.length
    const decoder = decoding.createDecoder(data)
    if (this.#door.prefix.length > 0) decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    if (type === 1) return this.#readCarets(decoding.readVarUint8Array(decoder))
    if (type === 100) {
      this.saved = decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
      return
    }
    // Hocuspocus answers syncs as type 0 and, to a replying client, as type 4.
    if (type !== 0 && type !== 4) return
    const step = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (step === 0) return this.#answer(payload)
    if (step === 1) this.#synced.resolve(payload)
    this.updates.push(payload)
    if (this.measures !== null) this.#measure(payload, this.measures)
  }

  #answer(stateVector: Uint8Array): void {
    const update = Y.encodeStateAsUpdate(this.doc, stateVector)
    this.sent++
    this.sendRaw((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  #measure(update: Uint8Array, times: SentTimes): void {
    const now = performance.now()
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, end] of to) {
      const sent = times.get(client)
      if (sent === undefined) continue
      for (let clock = from.get(client) ?? 0; clock < end; clock++) {
        const at = sent[clock]
        if (at !== undefined) this.latenciesMs.push(now - at)
      }
    }
  }

  #readCarets(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      decoding.readVarString(decoder)
      this.carets.set(client, Math.max(clock, this.carets.get(client) ?? 0))
    }
  }
}
