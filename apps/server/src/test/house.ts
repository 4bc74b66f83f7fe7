import type { ActInput, NewMeetingInput } from '@clairiere/ritual'
import { createApp } from '../app.ts'
import type { AppMeans } from '../app-means.ts'
import type { Config } from '../config.ts'
import { readConfig } from '../config.ts'
import { ServerKey } from '../keys/server-key.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { actId } from '../room/test/device.ts'
import { assemble } from '../server.ts'
import { MemoryDisk, openMemoryStore, type MemorySeams } from '../store/memory.ts'

/** An evening in December: 18:00 in Paris. */
export const EVENING = '2026-12-03T17:00:00.000Z'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
  readonly json: Record<string, unknown>
}

/** What a call shows for itself. */
export interface Call {
  readonly bearer?: string
  readonly cookie?: string
  readonly origin?: string
  readonly language?: string
  readonly peer?: string
  readonly headers?: Record<string, string>
}

/** Someone who joined: what a device then holds. */
export interface Guest {
  readonly id: string
  readonly token: string
  readonly cookie: string
}

/** The whole HTTP side on a memory store, without a port. */
export class House {
  readonly means: AppMeans
  readonly lines: string[]
  readonly #app: ReturnType<typeof createApp>

  private constructor(means: AppMeans, lines: string[]) {
    this.means = means
    this.lines = lines
    this.#app = createApp(means)
  }

  static async open(environment: Record<string, string> = {}, seams: MemorySeams = {}): Promise<House> {
    const config: Config = { ...readConfig({ HOST: '127.0.0.1', CLOCK: 'manual', ...environment }), port: 4100 }
    const lines: string[] = []
    const log = createLog('debug', { write: (line) => void lines.push(line) })
    const store = await openMemoryStore(new MemoryDisk(seams))
    const serverKey = new ServerKey(new Uint8Array(32).fill(7))
    const means = assemble({ config, store, serverKey, log, metrics: createMetrics() }, () => true)
    means.manualClock?.advance(Date.parse(EVENING))
    return new House({ ...means, webRoot: null }, lines)
  }

  async call(method: string, path: string, body?: unknown, call: Call = {}): Promise<Answer> {
    const { bearer, cookie, origin, language, peer = '127.0.0.1', headers } = call
    const incoming = { socket: { remoteAddress: peer, remotePort: 1, remoteFamily: 'IPv4' } }
    const response = await this.#app.request(
      `http://localhost:4100${path}`,
      {
        method,
        headers: {
          host: 'localhost:4100',
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...(cookie !== undefined && { cookie: `clairiere=${cookie}` }),
          ...(origin !== undefined && { origin }),
          ...(language !== undefined && { 'accept-language': language }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      },
      { incoming },
    )
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    }
  }

  /** Makes a meeting; answers its id and the keys of its links. */
  async meeting(given: Partial<NewMeetingInput> = {}): Promise<{ id: string; host: string; join: string; observe: string }> {
    const { json } = await this.call('POST', '/api/meetings', { title: 'Réunion', purpose: 'se voir', scheduledStart: EVENING, ...given })
    const links = json['links'] as Record<'host' | 'join' | 'observe', string>
    const key = (kind: keyof typeof links): string => links[kind].split('#')[1] ?? ''
    return { id: String(json['meetingId']), host: key('host'), join: key('join'), observe: key('observe') }
  }

  async join(meetingId: string, key: string, name: string, call: Call = {}): Promise<Guest> {
    const answer = await this.call('POST', `/api/meetings/${meetingId}/join`, { key, name }, call)
    const cookie = /clairiere=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
    return { id: String(answer.json['participantId']), token: String(answer.json['token']), cookie }
  }

  act(meetingId: string, guest: Guest, act: ActInput, id = actId()): Promise<Answer> {
    return this.call('POST', `/api/meetings/${meetingId}/acts`, { id, act }, { bearer: guest.token })
  }

  /** An act that must be taken. */
  async does(meetingId: string, guest: Guest, act: ActInput, id = actId()): Promise<Answer> {
    const answer = await this.act(meetingId, guest, act, id)
    if (answer.status !== 200) throw new Error(`${act.type}: ${answer.status} ${answer.text}`)
    return answer
  }

  moveClock(to: string): Promise<Answer> {
    return this.call('POST', '/api/test/clock', { to })
  }
}
