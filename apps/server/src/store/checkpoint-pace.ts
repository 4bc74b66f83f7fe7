import { statSync } from 'node:fs'
import type { Reader } from './reader.ts'
import type { StoreWatch } from './store.ts'

/** Moved every so many syncs; cut once it is this long, because it only starts again from its beginning when a moment comes with no write. */
const SYNCS_BETWEEN = 500
const LONG_LOG_BYTES = 16 * 1024 * 1024

/** Decides when the write-ahead log is moved into the database: off the relay's path, one at a time, and never because a commit was made. */
export class CheckpointPace {
  readonly #reader: Pick<Reader, 'checkpoint'>
  readonly #logPath: string
  readonly #watch: StoreWatch
  #syncs = 0
  #running: Promise<void> | null = null

  constructor(reader: Pick<Reader, 'checkpoint'>, logPath: string, watch: StoreWatch) {
    this.#reader = reader
    this.#logPath = logPath
    this.#watch = watch
  }

  /** After a sync. */
  step(): void {
    this.#syncs += 1
    if (this.#running !== null || this.#syncs < SYNCS_BETWEEN) return
    this.#syncs = 0
    this.#running = this.#checkpoint().finally(() => (this.#running = null))
  }

  /** Resolves when none is under way, and none will be. */
  async stop(): Promise<void> {
    this.#syncs = Number.NEGATIVE_INFINITY
    await this.#running
  }

  /** One that fails is no loss, the log only stays longer; a failed sync in it breaks the store by the reader's own way. */
  async #checkpoint(): Promise<void> {
    const startedAt = performance.now()
    try {
      const isLong = statSync(this.#logPath).size > LONG_LOG_BYTES
      if (await this.#reader.checkpoint(isLong ? 'emptied' : 'moved')) this.#watch.checkpointed?.(performance.now() - startedAt)
    } catch {}
  }
}
