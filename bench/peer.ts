import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type PeerName = 'clairiere' | 'y-websocket' | 'hocuspocus' | 'raw'
export const peerNames: readonly PeerName[] = ['clairiere', 'y-websocket', 'hocuspocus', 'raw']

const scripts: Record<PeerName, string> = {
  clairiere: '../apps/server/src/main.ts',
  'y-websocket': './peers/y-websocket.ts',
  hocuspocus: './peers/hocuspocus.ts',
  raw: './peers/raw.ts',
}

/** How to enter a room of a peer: the socket's address, and what stands before every message of its protocol. */
export interface Door {
  url: string
  prefix: Uint8Array
  greeting: Uint8Array | null
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

const varString = (text: string): Uint8Array => Uint8Array.of(text.length, ...new TextEncoder().encode(text))
const ticksPerSecond = 100

/** One server as a process of its own, so that its CPU and memory are its own. */
export class Peer {
  readonly name: PeerName
  readonly #port: number
  readonly #child: ChildProcess
  readonly #dataDir: string

  private constructor(name: PeerName, port: number, child: ChildProcess, dataDir: string) {
    this.name = name
    this.#port = port
    this.#child = child
    this.#dataDir = dataDir
  }

  static async start(name: PeerName): Promise<Peer> {
    const port = await freePort()
    const dataDir = mkdtempSync(join(tmpdir(), 'clairiere-bench-'))
    const child = spawn(process.execPath, [fileURLToPath(new URL(scripts[name], import.meta.url))], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'error',
        DURABILITY: 'power',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const peer = new Peer(name, port, child, dataDir)
    for (let tries = 0; tries < 400; tries++) {
      if (
        await fetch(`http://127.0.0.1:${port}/`).then(
          () => true,
          () => false,
        )
      )
        return peer
      if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`${name} did not start`)
  }

  /** Doors into a fresh room, one per client. Ours are real people of a real meeting; the others take any name. */
  async doors(room: string, count: number): Promise<Door[]> {
    const base = `ws://127.0.0.1:${this.#port}`
    if (this.name === 'hocuspocus') {
      const name = varString(room)
      const token = varString('bench')
      return Array.from({ length: count }, () => ({ url: base, prefix: name, greeting: Uint8Array.of(...name, 2, 0, ...token) }))
    }
    if (this.name !== 'clairiere')
      return Array.from({ length: count }, () => ({ url: `${base}/${room}`, prefix: new Uint8Array(), greeting: null }))
    const http = `http://127.0.0.1:${this.#port}`
    const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
      const response = await fetch(http + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as Record<string, unknown>
    }
    const { meetingId, links } = (await post('/api/meetings', { title: room })) as { meetingId: string; links: { join: string } }
    const doors: Door[] = []
    for (let index = 0; index < count; index++) {
      const { token } = await post(`/api/meetings/${meetingId}/join`, { key: links.join.split('#')[1], name: `Bench ${index}` })
      doors.push({ url: `${base}/live/${meetingId}?token=${encodeURIComponent(String(token))}`, prefix: new Uint8Array(), greeting: null })
    }
    return doors
  }

  /** CPU of the process so far, in ms (user and system, all threads). */
  cpuMs(): number {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
  }

  /** Resident memory, in KiB. */
  rssKiB(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1])
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}
