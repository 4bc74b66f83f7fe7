import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Door } from './peer.ts'

/** A client that speaks the sync protocol by hand: it keeps the updates it is sent, and only decodes them as they come when it is asked to measure. */
export class Client {
  readonly received: Uint8Array[] = []
  readonly latenciesMs: number[] = []
  readonly doc = new Y.Doc()
  readonly #socket: WebSocket
  readonly #door: Door
  readonly #measures: boolean
  #synced = false

  private constructor(door: Door, measures: boolean) {
    this.#door = door
    this.#measures = measures
    this.#socket = new WebSocket(door.url, { perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('message', (data: Buffer) => this.#onFrame(data))
    if (measures) {
      this.doc.getMap('learnings').observe((event) => {
        for (const key of event.keysChanged) {
          const sent = Number((this.doc.getMap('learnings').get(key) as { text?: string } | undefined)?.text)
          if (sent > 0) this.latenciesMs.push(performance.now() - sent)
        }
      })
    }
  }

  /** Enters a room; resolves once the server’s first SyncStep2 has come. */
  static async enter(door: Door, measures: boolean): Promise<Client> {
    const client = new Client(door, measures)
    await new Promise<void>((resolve, reject) => client.#socket.once('open', resolve).once('error', reject))
    if (door.greeting) client.#socket.send(door.greeting)
    client.#send((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(client.doc))
    })
    for (let tries = 0; !client.#synced; tries++) {
      if (tries > 2000) throw new Error('no SyncStep2')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return client
  }

  /** One small edit: a value replaced under this writer’s key, carrying the time at which it was made. */
  write(key: string): void {
    let update: Uint8Array | null = null
    const take = (made: Uint8Array): void => void (update = made)
    this.doc.once('update', take)
    this.doc.getMap('learnings').set(key, { kind: 'learning', text: String(performance.now()), rank: 0 })
    const bytes = update as Uint8Array | null
    if (bytes) this.#sendUpdate(bytes)
  }

  /** The document this client would show: everything it was sent and wrote. */
  finalState(): Y.Doc {
    if (!this.#measures) for (const update of this.received) Y.applyUpdate(this.doc, update)
    return this.doc
  }

  leave(): void {
    this.#socket.terminate()
  }

  #sendUpdate(update: Uint8Array): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, 2)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeUint8Array(encoder, this.#door.prefix)
    write(encoder)
    this.#socket.send(encoding.toUint8Array(encoder))
  }

  #onFrame(data: Buffer): void {
    const decoder = decoding.createDecoder(data)
    if (this.#door.prefix.length > 0) decoding.readVarString(decoder)
    const type = decoding.readVarUint(decoder)
    // Hocuspocus answers syncs as type 0 and, to a replying client, as type 4.
    if (type !== 0 && type !== 4) return
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === 0) {
      this.#send((encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.doc, payload))
      })
      return
    }
    if (step === 1) this.#synced = true
    this.received.push(payload)
    if (this.#measures) Y.applyUpdate(this.doc, payload)
  }
}
