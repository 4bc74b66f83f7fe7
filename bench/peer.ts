import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hallOf, type Hall, type Wish } from './doors.ts'
import type { Living } from './living.ts'

export type PeerName = 'clairiere' | 'y-websocket' | 'hocuspocus' | 'hocuspocus-sqlite' | 'raw'
export const peerNames: readonly PeerName[] = ['clairiere', 'y-websocket', 'hocuspocus', 'hocuspocus-sqlite', 'raw']
/** Those we are measured against; `raw` is the floor. */
export const rivals: readonly PeerName[] = ['y-websocket', 'hocuspocus', 'hocuspocus-sqlite']

const scripts: Record<PeerName, string> = {
  clairiere: '../apps/server/src/main.ts',
  'y-websocket': './peers/y-websocket.ts',
  hocuspocus: './peers/hocuspocus.ts',
  'hocuspocus-sqlite': './peers/hocuspocus.ts',
  raw: './peers/raw.ts',
}
/** A server that ends slowly is ended: what it does then is not measured here. */
const END_MS = 3_000
const COLLECT_MS = 2_000

export interface PeerOptions {
  /** A folder for a CPU profile of the whole run. */
  readonly profile?: string
  /** It can be asked what lives in it. */
  readonly isCounted?: boolean
}

/** One server as a process of its own, so that its CPU and memory are its own. */
export class Peer {
  readonly name: PeerName
  readonly port: number
  readonly #child: ChildProcess
  readonly #dataDir: string
  readonly #isProfiled: boolean

  private constructor(name: PeerName, port: number, child: ChildProcess, dataDir: string, isProfiled: boolean) {
    this.name = name
    this.port = port
    this.#child = child
    this.#dataDir = dataDir
    this.#isProfiled = isProfiled
  }

  static async start(name: PeerName, { profile, isCounted = false }: PeerOptions = {}): Promise<Peer> {
    const port = await freePort()
    const dataDir = mkdtempSync(join(tmpdir(), 'clairiere-bench-'))
    const flags =
      profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}-${Date.now()}.cpuprofile`]
    const ours = name === 'clairiere' ? startFlags() : []
    const collect = ['--expose-gc', `--import=${new URL('./peers/collect.ts', import.meta.url).href}`]
    const counted = isCounted ? [`--import=${new URL('./peers/left-behind.ts', import.meta.url).href}`] : []
    const child = spawn(
      process.execPath,
      [...ours, ...flags, ...collect, ...counted, fileURLToPath(new URL(scripts[name], import.meta.url))],
      {
        env: {
          ...process.env,
          PORT: String(port),
          HOST: '127.0.0.1',
          DATA_DIR: dataDir,
          LOG_LEVEL: 'error',
          DURABILITY: 'power',
          RATE_LIMITS: '1000',
          ...(name === 'hocuspocus-sqlite' && { SQLITE: join(dataDir, 'hocuspocus.sqlite') }),
        },
        stdio: ['ignore', 'ignore', 'inherit', ...(isCounted ? (['ipc'] as const) : [])],
      },
    )
    const peer = new Peer(name, port, child, dataDir, profile !== undefined)
    for (let tries = 0; tries < 400; tries++) {
      if (await answers(port)) return peer
      if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`${name} did not start`)
  }

  /** A fresh room. */
  hall(room: string, wish: Wish): Promise<Hall> {
    return hallOf(this.name, this.port, room, wish)
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  /** CPU of the process so far, in ms (user and system, all threads). */
  cpuMs(): number {
    const tasks = `/proc/${this.pid}/task`
    return readdirSync(tasks).reduce((sum, task) => sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0)
  }

  /** Resident memory, in KiB. */
  rssKiB(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1])
  }

  /** Has it collect its garbage, and waits until the pages are given back. */
  async collect(): Promise<void> {
    this.#child.kill('SIGUSR2')
    await new Promise((resolve) => setTimeout(resolve, COLLECT_MS))
  }

  /** What lives in it now; only of one started as `isCounted`. */
  async living(): Promise<Living> {
    const told = new Promise<Living>((resolve) => this.#child.once('message', (found) => resolve(found as Living)))
    this.#child.send('what lives?')
    return told
  }

  /** What it says of itself, for the soak; empty when it says nothing. */
  async metrics(): Promise<string> {
    return fetch(`http://127.0.0.1:${this.port}/metrics`).then((response) => response.text())
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    const patience = setTimeout(() => this.#child.kill('SIGKILL'), this.#isProfiled ? 20_000 : END_MS)
    if (this.#child.exitCode === null) {
      this.#child.kill(this.name === 'clairiere' ? 'SIGTERM' : this.#isProfiled ? 'SIGINT' : 'SIGTERM')
      await ended
    }
    clearTimeout(patience)
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}

/** What `npm start` gives our Node. */
function startFlags(): string[] {
  return JSON.parse(readFileSync(new URL('../apps/server/node-flags.json', import.meta.url), 'utf8')) as string[]
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
