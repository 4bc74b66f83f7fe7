import type { Mark } from './store.ts'

/** A rest is ended by the first commit after it; when none comes, so much later than it would have been. */
const OVERTIME = 1.5

/**
 * When a sync may begin: at once after a quiet while or when somebody waits for it, else with the first commit a rest after the one before, so that
 * what comes meanwhile is covered by one and the process is not woken for it.
 */
export class SyncPace {
  readonly #restMs: number
  readonly #wake: () => void
  #last = Number.NEGATIVE_INFINITY
  #hurriedUpTo: Mark = 0
  #timer: NodeJS.Timeout | undefined

  /** `restMs`: from the start of one to the start of the next. `wake` is called when a rest is over. */
  constructor(restMs: number, wake: () => void) {
    this.#restMs = restMs
    this.#wake = wake
  }

  /** Somebody waits for all up to `mark`. False: somebody did already. */
  hurry(mark: Mark): boolean {
    if (mark <= this.#hurriedUpTo) return false
    this.#hurriedUpTo = mark
    return true
  }

  /** True: begin now. False: `wake` will be called. */
  mayStart(synced: Mark): boolean {
    const now = performance.now()
    const restedMs = now - this.#last
    if (restedMs < this.#restMs && this.#hurriedUpTo <= synced) {
      this.#timer ??= setTimeout(
        () => {
          this.stop()
          this.#last = Number.NEGATIVE_INFINITY // timers are early by a fraction of a ms
          this.#wake()
        },
        this.#restMs * OVERTIME - restedMs,
      )
      return false
    }
    this.stop()
    this.#last = now
    return true
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
