import type { GenerationKeys } from '../keys/generation-keys.ts'
import type { CommitRoad } from './commit-road.ts'
import { StoreBroken } from './faults.ts'
import type { Reader } from './reader.ts'
import type { StoreWatch } from './store.ts'
import type { Shelf, Tables } from './tables.ts'

/** Rows swept in one transaction: the relay waits no longer for it than for a busy tick. */
const SWEEP_ROWS = 200
/** A reader in the way of the checkpoint is gone in a moment. */
const CHECKPOINT_TRIES = 50
const CHECKPOINT_PAUSE_MS = 20
/** A backup reads for longer, and a disk may not let go of a key: it is tried again beside the work, at first so soon and at last so seldom. */
const LATER_MS = 1_000
const LATEST_MS = 5 * 60_000

/**
 * The forgetting itself: of a generation that was sealed, or of a whole meeting. Each step may be repeated, and what to do is read from the
 * disk, so that an interruption anywhere is made good by running it again.
 */
export class GenerationTurn {
  readonly #tables: Tables
  readonly #keys: GenerationKeys
  readonly #road: CommitRoad
  readonly #reader: Reader
  readonly #watch: Pick<StoreWatch, 'erasureFault'>

  constructor(tables: Tables, keys: GenerationKeys, road: CommitRoad, reader: Reader, watch: Pick<StoreWatch, 'erasureFault'>) {
    this.#tables = tables
    this.#keys = keys
    this.#road = road
    this.#reader = reader
    this.#watch = watch
  }

  /** The key first: from then on every row, freed block and backup of the generation is noise. */
  async finish(shelf: Shelf): Promise<void> {
    await this.#erase(shelf)
    if (await this.#emptyLog()) await this.#write(() => this.#tables.setGenerationState(shelf, 'past', null))
    else this.#later(() => this.finish(shelf))
  }

  /** `finish`, once the seal itself is written: what the disk does not let go of at once unmakes it no more, and is tried again until it is gone. */
  async finishSoon(shelf: Shelf): Promise<void> {
    await this.#attempt(() => this.finish(shelf))
  }

  /** Everything of a meeting already marked as going. */
  async purge(meeting: string): Promise<void> {
    const own = this.#tables.generations().filter((row) => row.meeting === meeting)
    for (const { n } of own) await this.#erase({ meeting, generation: n })
    await this.#write(() => this.#tables.deleteMeeting(meeting))
    await this.#empty()
  }

  /** What an interrupted process left half done, then keys that no generation knows (made for a seal or a meeting that never was). What cannot be done now keeps nobody out. */
  async resume(): Promise<void> {
    for (const { meeting, n, state } of this.#tables.generations()) {
      if (state === 'sealing') await this.finishSoon({ meeting, generation: n })
    }
    for (const { id, isGoing } of this.#tables.meetings()) if (isGoing) await this.#attempt(() => this.purge(id))
    for (const { meetingId, generation } of await this.#keys.list()) {
      if (this.#tables.generation({ meeting: meetingId, generation })?.state === 'live') continue
      await this.#attempt(() => this.#keys.destroy(meetingId, generation))
    }
  }

  async #erase(shelf: Shelf): Promise<void> {
    await this.#keys.destroy(shelf.meeting, shelf.generation)
    let swept: number
    do swept = await this.#write(() => this.#tables.sweep(shelf, SWEEP_ROWS))
    while (swept > 0)
  }

  /** False: somebody reads what is to go. The key is gone already, so that it waits as noise. */
  async #emptyLog(): Promise<boolean> {
    for (let tries = 1; !(await this.#reader.checkpoint('emptied')); tries += 1) {
      if (tries === CHECKPOINT_TRIES) return false
      await new Promise((resolve) => setTimeout(resolve, CHECKPOINT_PAUSE_MS))
    }
    return true
  }

  async #empty(): Promise<void> {
    if (!(await this.#emptyLog())) this.#later(() => this.#empty())
  }

  /** Nobody waits for it, and what this process does not come to do the next start does. */
  #later(step: () => Promise<void>, pauseMs = LATER_MS): void {
    const again = (): Promise<void> => this.#attempt(step, Math.min(2 * pauseMs, LATEST_MS))
    setTimeout(() => void again().catch((fault: unknown) => this.#watch.erasureFault?.(fault)), pauseMs).unref()
  }

  /** What fails is told of and tried again; rejects when the store itself is over. */
  async #attempt(step: () => Promise<void>, pauseMs = LATER_MS): Promise<void> {
    try {
      await step()
    } catch (fault) {
      if (fault instanceof StoreBroken) throw fault
      this.#watch.erasureFault?.(fault)
      this.#later(step, pauseMs)
    }
  }

  #write<T>(run: () => T): Promise<T> {
    return this.#road.record(run, { isPatient: true })
  }
}
