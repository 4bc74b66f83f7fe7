import type { Mark } from '../store/store.ts'

type Waiting = { readonly mark: Mark } | 'judged-later' | 'held'

/**
 * How many SyncStep2 and Update messages of one socket, in their order, are synced: what message 100 tells [contract § Socket]. It stops before a
 * message that was not taken, until a later SyncStep2 (which repeats everything) is synced.
 */
export class SavedCount {
  /** Messages not counted yet, the oldest first. */
  readonly #waiting: Waiting[] = []
  #counted = 0

  /** A message came; the number names it in `take` and `hold`. */
  arrive(): number {
    return this.#counted + this.#waiting.push('judged-later') - 1
  }

  /** It is in the document, or brought nothing new: saved once `mark` is synced. A SyncStep2 answers for all that came before it too. */
  take(message: number, mark: Mark, isSyncStep2: boolean): void {
    const index = message - this.#counted
    this.#waiting[index] = { mark }
    if (!isSyncStep2) return
    for (let i = 0; i < index; i++) if (this.#waiting[i] === 'held') this.#waiting[i] = { mark }
  }

  /** Ignored, or answered gap, wait, ahead or refused: the count stands before it. */
  hold(message: number): void {
    this.#waiting[message - this.#counted] = 'held'
  }

  /** The new count, or null when nothing more is saved than before. */
  synced(mark: Mark): number | null {
    let grown = 0
    for (const waiting of this.#waiting) {
      if (typeof waiting === 'string' || waiting.mark > mark) break
      grown++
    }
    if (grown === 0) return null
    this.#waiting.splice(0, grown)
    this.#counted += grown
    return this.#counted
  }
}
