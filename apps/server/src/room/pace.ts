/** Bytes that need not wait for the end of a window. */
const MAX_WAITING_BYTES = 256 * 1024

/** Milliseconds between two ticks while words keep coming: fewer, larger writes when many sockets read them [sync.md 4.4]. */
export function windowMs(sockets: number): number {
  if (sockets < 50) return 4
  if (sockets < 300) return 8
  return sockets < 1000 ? 16 : 33
}

/** Milliseconds between two presence frames. */
export function presenceMs(people: number): number {
  if (people <= 100) return 50
  return people <= 500 ? 100 : 250
}

/**
 * When a room's next tick runs: at the end of this loop turn after a quiet while, then once per window. Machine time throughout.
 */
export class Pace {
  readonly #tick: () => void
  readonly #window: () => number
  #lastTick = -Infinity
  #waitingBytes = 0
  #timer: NodeJS.Timeout | null = null
  #immediate: NodeJS.Immediate | null = null

  constructor(tick: () => void, window: () => number) {
    this.#tick = tick
    this.#window = window
  }

  /** Something waits for the tick. */
  ask(bytes: number): void {
    this.#waitingBytes += bytes
    if (this.#immediate !== null) return
    const wait = this.#lastTick + this.#window() - performance.now()
    if (wait <= 0 || this.#waitingBytes >= MAX_WAITING_BYTES) {
      this.#clear()
      this.#immediate = setImmediate(() => this.run())
    } else this.#timer ??= setTimeout(() => this.run(), wait)
  }

  /** Runs the tick now, in place of the one to come. */
  run(): void {
    this.#clear()
    this.#waitingBytes = 0
    this.#lastTick = performance.now()
    this.#tick()
  }

  stop(): void {
    this.#clear()
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#immediate !== null) clearImmediate(this.#immediate)
    this.#timer = null
    this.#immediate = null
  }
}
