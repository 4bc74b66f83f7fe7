import { WebSocket } from 'ws'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { actId } from './act-id.ts'
import { until } from './until.ts'

export type Json = Record<string, unknown>
export interface Answer {
  ok: boolean
  status?: number
  error?: string
  message?: string
  facts?: Json[]
  result?: Json
  seq?: number
}

/** One call to the server's HTTP API; answers its status and JSON. */
export const call = async (
  method: string,
  url: string,
  body?: unknown,
  bearer?: string,
): Promise<{ status: number; json: Json; text: string; headers: Headers }> => {
  const response = await fetch(url, {
    method,
    headers: {
      'accept-language': 'fr',
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  let json: Json = {}
  try {
    json = JSON.parse(text) as Json
  } catch {
    // Minutes are not JSON.
  }
  return { status: response.status, json, text, headers: response.headers }
}

/** One participant with a real y-websocket client of their own, its frames recorded. */
export class Person {
  readonly doc = new Y.Doc()
  readonly id: string
  readonly token: string
  readonly name: string
  readonly confidences = new Map<string, Json>()
  /** Every confidence ever received, also those taken back since. */
  readonly confided: Json[] = []
  readonly frames: Buffer[] = []
  readonly closes: number[] = []
  sent = 0
  saved = 0
  readonly #base: string
  readonly #meetingId: string
  readonly #provider: WebsocketProvider
  readonly #waiting = new Map<string, (answer: Answer) => void>()

  constructor(base: string, meetingId: string, joined: { participantId: string; token: string; generation: number; name: string }) {
    this.#base = base
    this.#meetingId = meetingId
    this.id = joined.participantId
    this.token = joined.token
    this.name = joined.name
    const { frames, closes } = this
    const restart = (): void => {
      this.sent = 0
      this.saved = 0 // the count is this socket's
    }
    const count = (): void => {
      this.sent += 1
    }
    class RecordingSocket extends WebSocket {
      constructor(url: string, protocols?: string[]) {
        super(url, protocols)
        restart()
        this.on('message', (data: Buffer) => frames.push(Buffer.from(data)))
        this.on('close', (code: number) => closes.push(code))
      }
      override send(data: Uint8Array): void {
        super.send(data)
        if (data[0] === 0 && (data[1] === 1 || data[1] === 2)) count()
      }
    }
    this.#provider = new WebsocketProvider(`${base.replace(/^http/, 'ws')}/live`, meetingId, this.doc, {
      connect: false,
      disableBc: true,
      params: { token: joined.token, v: '1', gen: String(joined.generation) },
      WebSocketPolyfill: RecordingSocket as unknown as typeof globalThis.WebSocket,
    })
    this.#provider.messageHandlers = [...this.#provider.messageHandlers]
    this.#provider.messageHandlers[100] = (_encoder, decoder) => {
      this.saved = decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
    }
    this.#provider.messageHandlers[101] = (_encoder, decoder) => this.#onJson(JSON.parse(decoding.readVarString(decoder)) as Json)
    this.#provider.on('status', ({ status }: { status: string }) => {
      if (status === 'connected') this.#send({ hello: { clients: [this.doc.clientID] } })
    })
  }

  static async join(base: string, meetingId: string, body: Json): Promise<Person> {
    const { status, json } = await call('POST', `${base}/api/meetings/${meetingId}/join`, body)
    if (status !== 200) throw new Error(`join of ${String(body['name'])} answered ${status}: ${JSON.stringify(json)}`)
    const person = new Person(base, meetingId, {
      ...(json as { participantId: string; token: string; generation: number }),
      name: String(body['name']),
    })
    await person.connect()
    return person
  }

  async connect(): Promise<void> {
    this.#provider.connect()
    await until(`${this.name} is in the room`, () => this.#provider.synced)
  }

  get isOpen(): boolean {
    return this.#provider.wsconnected
  }

  disconnect(): void {
    this.#provider.disconnect()
  }

  /** Waits until the server has said that everything this person sent is synced. */
  async allSaved(): Promise<void> {
    await until(`${this.name}’s words are saved`, () => this.#provider.synced && this.sent > 0 && this.saved >= this.sent)
  }

  leave(): void {
    this.#provider.destroy()
    this.doc.destroy()
  }

  /** Makes an act over the socket; answers the server's answer. */
  async act(act: Json, id = actId()): Promise<Answer & { id: string }> {
    if (!this.isOpen) return { ...(await this.actByHttp(act, id)), id }
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.#send({ act: { id, act } })
    return { ...(await answer), id }
  }

  /** The same over HTTP, for those without a socket at that moment. */
  async actByHttp(act: Json, id = actId()): Promise<Answer & { id: string }> {
    const { status, json } = await call('POST', `${this.#base}/api/meetings/${this.#meetingId}/acts`, { id, act }, this.token)
    return { ...json, id, ok: status === 200, status }
  }

  /** Makes an act that must be taken; throws the server's sentence otherwise. */
  async does(act: Json, id?: string): Promise<Answer & { id: string }> {
    const answer = await this.act(act, id)
    if (!answer.ok) throw new Error(`${this.name} could not ${String(act['type'])}: ${answer.error} – ${answer.message}`)
    return answer
  }

  async board(): Promise<Json> {
    return (await call('GET', `${this.#base}/api/meetings/${this.#meetingId}`, undefined, this.token)).json
  }

  async minutes(format: string): Promise<{ status: number; text: string }> {
    return call('GET', `${this.#base}/api/meetings/${this.#meetingId}/minutes.${format}`, undefined, this.token)
  }

  /** Whether any frame this person received holds the bytes of `text`. */
  received(text: string): boolean {
    const needle = Buffer.from(text, 'utf8')
    return this.frames.some((frame) => frame.includes(needle))
  }

  confidencesOf(kind: string): Json[] {
    return [...this.confidences.values()].filter((view) => view['kind'] === kind)
  }

  #send(message: Json): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 101)
    encoding.writeVarString(encoder, JSON.stringify(message))
    this.#provider.ws?.send(encoding.toUint8Array(encoder))
  }

  #onJson(message: Json): void {
    if (message['answer']) {
      const raw = message['answer'] as Answer & { id: string; refused?: string }
      // The socket names a refusal `refused`, HTTP `error`.
      const answer = raw.refused === undefined ? raw : { ...raw, error: raw.refused }
      this.#waiting.get(answer.id)?.(answer)
      this.#waiting.delete(answer.id)
    }
    for (const view of (message['confidences'] ?? []) as Json[]) {
      const key = JSON.stringify([view['kind'], view['subject'], view['personId']])
      if (view['payload'] === null) this.confidences.delete(key)
      else {
        this.confidences.set(key, view)
        this.confided.push(view)
      }
    }
  }
}
