import * as Y from 'yjs'
import type { RoomCore } from './core.ts'

/** Ticks after which a snapshot saves the next opening more than it costs now. */
const TICKS_PER_SNAPSHOT = 500

/** Writes the room's document as a snapshot now and then, so that opening it does not replay every keystroke. */
export class Compaction {
  readonly #core: RoomCore
  #last: number
  #isRunning = false

  constructor(core: RoomCore) {
    this.#core = core
    this.#last = core.journal.seq
  }

  get isRunning(): boolean {
    return this.#isRunning
  }

  /** To be called every second or so. Resolves when a snapshot that was due is verified or given up. */
  async sweep(): Promise<void> {
    const { journal } = this.#core
    if (this.#isRunning || journal.seq - this.#last < TICKS_PER_SNAPSHOT) return
    this.#isRunning = true
    this.#last = journal.seq
    try {
      await this.#compact()
    } finally {
      this.#isRunning = false
    }
  }

  async #compact(): Promise<void> {
    const { journal, state, means, meetingId } = this.#core
    const before = Y.snapshot(state.doc)
    const verify = (update: Uint8Array): boolean => {
      const copy = new Y.Doc()
      Y.applyUpdate(copy, update)
      return copy.store.pendingStructs === null && Y.equalSnapshots(before, Y.snapshot(copy))
    }
    const update = Y.encodeStateAsUpdate(state.doc)
    const isGood = await journal.compact({ upto: journal.seq, update, verify })
    if (isGood) means.watch.compacted?.(update.length)
    else means.log.error('a snapshot did not read back as written and was given up', { meetingId })
  }
}
