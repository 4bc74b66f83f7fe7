import type { MachineClocks } from '../record-clock.ts'

/** A machine whose clocks only the test moves. */
export class MachineOf implements MachineClocks {
  #wall: number
  #elapsed = 0
  #slept = 0
  readonly #timers = new Set<{ due: number; act: () => void }>()

  constructor(wall: string) {
    this.#wall = Date.parse(wall)
  }

  wall(): number {
    return this.#wall
  }
  elapsed(): number {
    return this.#elapsed
  }
  uptime(): number {
    return 100_000 + Math.floor((this.#elapsed + this.#slept) / 1_000) * 1_000
  }

  timer(ms: number, act: () => void): () => void {
    const timer = { due: this.#elapsed + Math.max(1, ms), act }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  /** Somebody sets the wall. */
  set(by: number): void {
    this.#wall += by
  }

  sleeps(ms: number): void {
    this.#wall += ms
    this.#slept += ms
  }

  /** Time passes; timers come each at its own. */
  runs(ms: number): void {
    const end = this.#elapsed + ms
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#timers.delete(next)
      this.#pass(next.due)
      next.act()
    }
    this.#pass(end)
  }

  #pass(to: number): void {
    this.#wall += to - this.#elapsed
    this.#elapsed = to
  }

  #next(end: number): { due: number; act: () => void } | undefined {
    return [...this.#timers].filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)[0]
  }
}
