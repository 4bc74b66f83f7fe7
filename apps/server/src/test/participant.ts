import * as decoding from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { ActInput } from '@clairiere/ritual'
import { actId } from '../room/test/device.ts'
import { until } from '../room/test/until.ts'

type Message = Record<string, unknown>

/** How to present oneself: `v` asks for message types 100 and 101. */
export interface Manner {
  readonly token: string
  readonly v?: string
  readonly gen?: string
}

/** A person with the stock y-websocket provider, whose every frame is recorded. */
export class Participant {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly frames: Buffer[] = []
  readonly messages: Message[] = []
  readonly closes: number[] = []
  /** Sync messages sent and told saved on the present socket. */
  sent = 0
  saved = 0

  constructor(url: string, meetingId: string, manner: Manner, doc = new Y.Doc(), onSent: () => void = () => {}) {
    this.doc = doc
    this.provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/live`, meetingId, doc, {
      connect: false,
      disableBc: true,
      params: { ...manner },
      WebSocketPolyfill: recordingSocket(this, onSent) as unknown as typeof globalThis.WebSocket,
    })
    this.provider.messageHandlers = [...this.provider.messageHandlers]
    if (manner.v === undefined) return
    this.provider.messageHandlers[100] = (_encoder, decoder) => {
      this.saved = decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    }
    this.provider.messageHandlers[101] = (_encoder, decoder) => {
      this.messages.push(JSON.parse(decoding.readVarString(decoder)) as Message)
    }
  }

  async connect(): Promise<this> {
    this.provider.connect()
    await until('synced', () => this.provider.synced)
    return this
  }

  async allSaved(): Promise<void> {
    await until('saved', () => this.provider.synced && this.sent > 0 && this.saved === this.sent)
  }

  /** Sends an act; resolves with its answer. */
  async act(act: ActInput, id = actId()): Promise<Message> {
    this.say({ act: { id, act } })
    const find = (): Message | undefined =>
      this.messages.map(({ answer }) => answer as Message | undefined).find((answer) => answer?.['id'] === id)
    await until(`an answer to ${act.type}`, () => find() !== undefined)
    return find() ?? {}
  }

  say(message: object): void {
    const encoder = createEncoder()
    writeVarUint(encoder, 101)
    writeVarString(encoder, JSON.stringify(message))
    this.provider.ws?.send(toUint8Array(encoder))
  }

  received(text: string): boolean {
    return this.frames.some((frame) => frame.includes(text))
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }
}

/** A socket class of this participant's own: the stock provider makes its sockets itself. */
function recordingSocket(participant: Participant, onSent: () => void): new (url: string, protocols?: string[]) => WebSocket {
  return class extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols)
      participant.sent = 0
      participant.saved = 0
      this.on('message', (data: Buffer) => participant.frames.push(Buffer.from(data)))
      this.on('close', (code) => participant.closes.push(code))
    }
    override send(data: Uint8Array): void {
      super.send(data)
      if (data[0] !== 0 || data[1] === 0) return
      participant.sent++
      onSent()
    }
  }
}
