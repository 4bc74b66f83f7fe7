import type { Mark } from '../store/store.ts'

interface Departure {
  readonly mark: Mark
  readonly wait: 'committed' | 'synced'
  readonly leave: () => void
}

/**
 * What leaves a room, in the order in which it came to be: words when committed, facts and answers when synced [architecture § Saved means saved].
 * A fact holds back the words after it, so that nobody sees a word that rests on a fact the disk does not have.
 */
export class Departures {
  readonly #queue: Departure[] = []
  #committed: Mark = 0
  #synced: Mark = 0
  #isDeparting = false

  add(wait: Departure['wait'], mark: Mark, leave: () => void): void {
    this.#queue.push({ mark, wait, leave })
    this.#depart()
  }

  committed(mark: Mark): void {
    this.#committed = Math.max(this.#committed, mark)
    this.#depart()
  }

  synced(mark: Mark): void {
    this.#synced = Math.max(this.#synced, mark)
    this.committed(mark)
  }

  /** Everything up to here is synced. */
  get syncedMark(): Mark {
    return this.#synced
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0
  }

  #depart(): void {
    if (this.#isDeparting) return // something that leaves may add to the queue: it waits its turn
    this.#isDeparting = true
    try {
      for (let next = this.#ready(); next !== undefined; next = this.#ready()) {
        this.#queue.shift()
        next.leave()
      }
    } finally {
      this.#isDeparting = false
    }
  }

  #ready(): Departure | undefined {
    const next = this.#queue[0]
    return next !== undefined && next.mark <= (next.wait === 'synced' ? this.#synced : this.#committed) ? next : undefined
  }
}
