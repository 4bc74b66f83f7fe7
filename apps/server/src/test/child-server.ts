import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { until } from '../room/test/until.ts'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** The server as a process of its own, to be ended in every way a process can end. */
export class ChildServer {
  readonly dataDir: string
  output = ''
  ended: Ended | null = null
  readonly #child: ChildProcess

  private constructor(dataDir: string, environment: Record<string, string>, [program = process.execPath, ...before]: readonly string[]) {
    this.dataDir = dataDir
    this.#child = spawn(program, [...before, MAIN], {
      env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LANG: 'en_GB.UTF-8', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const keep = (chunk: Buffer): void => void (this.output += chunk.toString())
    this.#child.stdout?.on('data', keep)
    this.#child.stderr?.on('data', keep)
    this.#child.once('close', (code, signal) => (this.ended = { code, signal }))
  }

  /** Starts on `dataDir`, or on a new directory; does not wait until it listens. `by`: the program that runs it, with its arguments; Node, or what watches Node. */
  static async start(environment: Record<string, string> = {}, dataDir?: string, by: readonly string[] = []): Promise<ChildServer> {
    return new ChildServer(dataDir ?? (await mkdtemp(join(tmpdir(), 'clairiere-child-'))), environment, by)
  }

  /** Resolves with its address once it listens; throws what it said when it ended instead. */
  async url(): Promise<string> {
    await until('it listens or ends', () => /http:\/\/127\.0\.0\.1:\d+/.test(this.output) || this.ended !== null, 60_000)
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(this.output)?.[0]
    if (found === undefined) throw new Error(this.output)
    return found
  }

  async end(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal)
    return this.over()
  }

  /** Resolves once the process is no more. */
  async over(): Promise<Ended> {
    await until('the process ends', () => this.ended !== null, 60_000)
    return this.ended ?? { code: null, signal: null }
  }

  async remove(): Promise<void> {
    if (this.ended === null) await this.end('SIGKILL')
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
