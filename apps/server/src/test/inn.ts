import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../config.ts'
import { readServerKey } from '../keys/server-key-file.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { startServer, type RunningServer } from '../server.ts'
import { openSqliteStore } from '../store/sqlite.ts'
import type { Store } from '../store/store.ts'
import type { ActInput } from '@clairiere/ritual'
import { actId } from '../room/test/device.ts'

const EVENING = '2026-12-03T17:00:00.000Z'

export interface Guest {
  readonly id: string
  readonly token: string
}

/** A whole server on a port of its own and a data directory of its own, with its clock moved by hand. */
export class Inn {
  readonly dataDir: string
  readonly lines: string[] = []
  #server: RunningServer
  #store: Store

  private constructor(dataDir: string, server: RunningServer, store: Store) {
    this.dataDir = dataDir
    this.#server = server
    this.#store = store
  }

  static async open(): Promise<Inn> {
    const dataDir = await mkdtemp(join(tmpdir(), 'clairiere-inn-'))
    const lines: string[] = []
    const config = readConfig({ HOST: '127.0.0.1', PORT: '0', CLOCK: 'manual', DATA_DIR: dataDir })
    const store = await openSqliteStore({ dataDir, durability: 'power' })
    const log = createLog('debug', { write: (line) => void lines.push(line) })
    const server = await startServer({ config, store, serverKey: readServerKey(dataDir), log, metrics: createMetrics() })
    const inn = new Inn(dataDir, server, store)
    Object.assign(inn, { lines })
    await inn.moveClock(EVENING)
    return inn
  }

  get url(): string {
    return `http://127.0.0.1:${this.#server.port}`
  }

  async post(path: string, body: object, token?: string): Promise<{ status: number; json: Record<string, unknown> }> {
    const headers = { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) }
    const response = await fetch(`${this.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, json: (await response.json()) as Record<string, unknown> }
  }

  async text(path: string, token: string): Promise<string> {
    return (await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).text()
  }

  moveClock(to: string): Promise<unknown> {
    return this.post('/api/test/clock', { to })
  }

  async meeting(): Promise<{ id: string; host: string; join: string; observe: string }> {
    const { json } = await this.post('/api/meetings', { title: 'Réunion', purpose: 'se voir', scheduledStart: EVENING })
    const links = json['links'] as Record<'host' | 'join' | 'observe', string>
    const key = (kind: keyof typeof links): string => links[kind].split('#')[1] ?? ''
    return { id: String(json['meetingId']), host: key('host'), join: key('join'), observe: key('observe') }
  }

  async join(meetingId: string, key: string, name: string): Promise<Guest> {
    const { json } = await this.post(`/api/meetings/${meetingId}/join`, { key, name })
    return { id: String(json['participantId']), token: String(json['token']) }
  }

  async does(meetingId: string, guest: Guest, act: ActInput): Promise<void> {
    const { status, json } = await this.post(`/api/meetings/${meetingId}/acts`, { id: actId(), act }, guest.token)
    if (status !== 200) throw new Error(`${act.type}: ${JSON.stringify(json)}`)
  }

  /** Files of the data directory that hold these words in clear. */
  async filesWith(words: string): Promise<string[]> {
    const files = await readdir(this.dataDir, { recursive: true, withFileTypes: true })
    const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const held = await Promise.all(paths.map(async (path) => ((await readFile(path)).includes(words) ? [path] : [])))
    return held.flat()
  }

  async close(): Promise<void> {
    await this.#server.stop()
    await this.#store.close()
    await rm(this.dataDir, { recursive: true })
  }
}
