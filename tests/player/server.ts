import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

/** A port nobody listens on, asked of the system. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

/** Our own server as a process on loopback, with a data directory of its own and, if asked, a clock that is moved by hand. */
export class TestServer {
  readonly dataDir: string
  readonly port: number
  #child: ChildProcess | null = null
  #output = ''
  readonly #environment: Record<string, string>

  private constructor(port: number, environment: Record<string, string>) {
    this.port = port
    this.dataDir = mkdtempSync(join(tmpdir(), 'clairiere-'))
    this.#environment = environment
  }

  static async start(environment: Record<string, string> = {}): Promise<TestServer> {
    const server = new TestServer(await freePort(), environment)
    await server.restart()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Everything it printed, for the searches of what a log must not hold. */
  get output(): string {
    return this.#output
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Starts it again on the same data; resolves once it is ready. */
  async restart(): Promise<void> {
    const child = this.#spawn()
    const ended = new Promise<never>((_, reject) =>
      child.once('exit', (code) => reject(new Error(`the server ended with code ${code}:\n${this.#output.slice(-2000)}`))),
    )
    ended.catch(() => undefined)
    for (let tries = 0; tries < 400; tries++) {
      const ready = await Promise.race([
        fetch(`${this.url}/readyz`).then(
          (response) => response.ok,
          () => false,
        ),
        ended,
      ])
      if (ready) return
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`the server did not become ready:\n${this.#output.slice(-2000)}`)
  }

  /** Starts it again on the same data and kills it `ms` later, wherever its start is by then. */
  async stumble(ms: number): Promise<void> {
    this.#spawn()
    await new Promise((resolve) => setTimeout(resolve, ms))
    await this.stop('SIGKILL')
  }

  #spawn(): ChildProcess {
    const child = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        NO_COLOR: '1',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        LOG_LEVEL: 'debug',
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.stdout?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()))
    return child
  }

  /** Ends the process with a signal and waits for its end. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  /** Stops and removes the data directory. */
  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Files of the data directory that contain the bytes of `text`. */
  filesWith(text: string): string[] {
    const needle = Buffer.from(text, 'utf8')
    const found: string[] = []
    const walk = (directory: string): void => {
      for (const entry of readdirSync(directory, { withFileTypes: true })) {
        const path = join(directory, entry.name)
        if (entry.isDirectory()) walk(path)
        else if (entry.isFile() && readFileSync(path).includes(needle)) found.push(path)
      }
    }
    walk(this.dataDir)
    return found
  }
}
