import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket, type ClientOptions } from 'ws'
import * as Y from 'yjs'
import type { Json } from './ask.ts'
import { until } from '../player/until.ts'

/** A socket that says exactly the bytes it is told to: a client that no library would make. */
export class RawSocket {
  readonly frames: Buffer[] = []
  code: number | null = null
  /** HTTP status when the upgrade itself was refused. */
  refusedWith: number | null = null
  readonly #socket: WebSocket

  constructor(url: string, headers: Record<string, string> = {}, options: ClientOptions = {}) {
    this.#socket = new WebSocket(url, { ...options, headers })
    this.#socket.on('message', (data: Buffer) => this.frames.push(Buffer.from(data)))
    this.#socket.on('close', (code: number) => (this.code = code))
    this.#socket.on('unexpected-response', (_request, response) => {
      this.refusedWith = response.statusCode ?? 0
      response.destroy()
      this.code = 0
    })
    this.#socket.on('error', () => undefined)
  }

  /** Opens, or throws; waits for the upgrade only. */
  async opened(): Promise<this> {
    await until('the socket is open', () => this.#socket.readyState === WebSocket.OPEN || this.code !== null)
    return this
  }

  async closedWith(): Promise<number> {
    await until('the socket is closed', () => this.code !== null)
    return this.code ?? 0
  }

  send(bytes: Uint8Array | string): void {
    this.#socket.send(bytes)
  }

  /** Takes nothing more from the network until `readOn`; what it says still leaves. */
  stopReading(): void {
    this.#socket.pause()
  }

  readOn(): void {
    this.#socket.resume()
  }

  /** Says which part of `doc` it has and sends all of it, as a stock client answers a SyncStep1. */
  step2(doc: Y.Doc): void {
    this.send(syncFrame(1, Y.encodeStateAsUpdate(doc)))
  }

  step1(stateVector: Uint8Array = Y.encodeStateVector(new Y.Doc())): void {
    this.send(syncFrame(0, stateVector))
  }

  update(update: Uint8Array): void {
    this.send(syncFrame(2, update))
  }

  tell(message: unknown): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 101)
    encoding.writeVarString(encoder, typeof message === 'string' ? message : JSON.stringify(message))
    this.send(encoding.toUint8Array(encoder))
  }

  /** Messages 101 received so far. */
  get told(): Json[] {
    return this.frames
      .filter((frame) => frame[0] === 101)
      .map((frame) => {
        const decoder = decoding.createDecoder(frame)
        decoding.readVarUint(decoder)
        return JSON.parse(decoding.readVarString(decoder)) as Json
      })
  }

  /** The last count of message 100. */
  get saved(): number {
    const frame = this.frames.findLast((found) => found[0] === 100)
    if (frame === undefined) return 0
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    return decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
  }

  /** Types of the frames received. */
  get types(): Set<number> {
    return new Set(this.frames.map((frame) => frame[0] ?? -1))
  }

  end(): void {
    this.#socket.terminate()
  }
}

export const syncFrame = (step: number, bytes: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Awareness of one client id. */
export const awarenessFrame = (clientId: number, clock: number, state: unknown): Uint8Array => {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, 1)
  encoding.writeVarUint(body, clientId)
  encoding.writeVarUint(body, clock)
  encoding.writeVarString(body, JSON.stringify(state))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
  return encoding.toUint8Array(encoder)
}
