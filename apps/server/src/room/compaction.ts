import * as Y from 'yjs'
import { JournalFrozen } from '../store/faults.ts'
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
    } catch (fault) {
      if (!(fault instanceof JournalFrozen)) throw fault // sealed or released on the way: there is nothing more to write
    } finally {
      this.#isRunning = false
    }
  }

  /**
   * The main thread only hands over and compares: a document of a megabyte takes a second to apply. What is written is made of the log as the disk has it, and must bring
   * the state that stands here.
   */
  async #compact(): Promise<void> {
    const { journal, state, means, meetingId } = this.#core
    const { generation, seq: upto } = journal
    const stateVector = Y.encodeStateVector(state.doc)
    const made = await means.snapshots.make(await journal.words())
    // sealed, read again or released meanwhile: this is a snapshot of something else
    if (this.#core.journal !== journal || journal.generation !== generation || journal.isFrozen) return
    const isRight = isSameState(made.stateVector, stateVector)
    const isGood =
      isRight && (await journal.compact({ upto, update: made.update, verify: (bytes) => Buffer.compare(bytes, made.update) === 0 }))
    if (isGood) means.watch.compacted?.(made.update.length)
    else means.log.error('a snapshot did not read back as written and was given up', { meetingId })
  }
}

/** Their order in a state vector is that of arrival, which a log read again need not keep. */
function isSameState(one: Uint8Array, other: Uint8Array): boolean {
  const [a, b] = [Y.decodeStateVector(one), Y.decodeStateVector(other)]
  return a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock)
}
