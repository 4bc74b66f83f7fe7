import type { MeetingState } from './meeting-state.ts'

/** [sync.md 4.20] Past this, somebody should know: each who joins is sent all of it. */
const LARGE_BYTES = 2 * 1024 * 1024
/** Past this, words are only taken away. */
const FULL_BYTES = 8 * 1024 * 1024
/** Encoding a large document costs tens of milliseconds: only when it may have grown by so much. */
const STRIDE = 1.1

/** Whether the document is as large as it may be: inserting and deleting in a loop breaks no other rule [guard.md 8.25]. */
export class DocumentSize {
  readonly #onLarge: (bytes: number) => void
  #state: MeetingState | null = null
  #measured = 0
  #isLarge = false

  /** `onLarge` hears of it when it has come to that. */
  constructor(onLarge: (bytes: number) => void) {
    this.#onLarge = onLarge
  }

  isFull(state: MeetingState): boolean {
    return state.bytes >= FULL_BYTES && this.#bytesOf(state) >= FULL_BYTES
  }

  /** To be called every second or so. Of a full document it finds out whether enough was taken away. */
  sweep(state: MeetingState): void {
    if (state.bytes < LARGE_BYTES) return
    const bytes = state.bytes >= FULL_BYTES && state.bytes !== this.#measured ? this.#measure(state) : this.#bytesOf(state)
    const wasLarge = this.#isLarge
    this.#isLarge = bytes >= LARGE_BYTES
    if (this.#isLarge && !wasLarge) this.#onLarge(bytes)
  }

  #bytesOf(state: MeetingState): number {
    const isKnown = this.#state === state && state.bytes < this.#measured * STRIDE
    return isKnown ? state.bytes : this.#measure(state)
  }

  #measure(state: MeetingState): number {
    this.#state = state
    this.#measured = state.measure()
    return this.#measured
  }
}
