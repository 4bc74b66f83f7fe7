/**
 * The clock of the record: times in facts and minutes, reminders, the review's end, lifetimes of tokens, cookies and links, the delay of unsigned
 * whispers [§2.5-25]. Keep-alive, back-pressure and retries go by the machine's own time instead.
 */
export interface RecordClock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `act` once, `ms` from now; returns what calls it off. */
  after(ms: number, act: () => void): () => void
}

/** `setTimeout` takes at most 2^31-1 ms, which is 24 days: longer waits are walked in strides. */
const STRIDE_MS = 2_000_000_000

export class SystemClock implements RecordClock {
  now(): number {
    return Date.now()
  }

  after(ms: number, act: () => void): () => void {
    const due = Date.now() + ms
    let timer: NodeJS.Timeout
    const walk = (): void => {
      const rest = due - Date.now()
      timer = rest > STRIDE_MS ? setTimeout(walk, STRIDE_MS) : setTimeout(act, Math.max(0, rest))
      timer.unref()
    }
    walk()
    return () => clearTimeout(timer)
  }
}

/** `CLOCK=manual`: stands still until it is told to go on, and then only forward [contract § Start]. */
export class ManualClock implements RecordClock {
  #now: number
  readonly #timers = new Set<{ due: number; act: () => void }>()

  constructor(now = 0) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, act: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, ms), act }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  /** Goes to `to` (ms since 1970), calling what falls due on the way in order and each at its own time. False, and nothing moved, when `to` is in the past. */
  advance(to: number): boolean {
    if (to < this.#now) return false
    for (let next = this.#next(to); next !== undefined; next = this.#next(to)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.due)
      next.act()
    }
    this.#now = to
    return true
  }

  /** A Set keeps the order of arrival, so that of two timers due together the first set is called first. */
  #next(to: number): { due: number; act: () => void } | undefined {
    let next: { due: number; act: () => void } | undefined
    for (const timer of this.#timers) if (timer.due <= to && (next === undefined || timer.due < next.due)) next = timer
    return next
  }
}
