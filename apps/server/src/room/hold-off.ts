/** Refusals that cost nothing: a person whose rights changed under their hands meets one or two. */
const FREE = 2
const FIRST_MS = 5_000
const LONGEST_MS = 60_000
const FORGIVEN_AFTER_MS = 10 * 60_000

/** How long somebody who was refused again and again is not let in: a stock client comes back ten times a second without having understood. */
export class HoldOff {
  #count = 0
  #last = 0
  #until = 0

  /** One more refusal. `now`: the machine's time (ms). Past two, each doubles the delay, up to a minute. */
  refused(now: number): void {
    if (now - this.#last > FORGIVEN_AFTER_MS) this.#count = 0
    this.#last = now
    this.#count += 1
    if (this.#count > FREE) this.#until = now + Math.min(LONGEST_MS, FIRST_MS * 2 ** (this.#count - FREE - 1))
  }

  /** Ms until they may come in again; 0: now. */
  leftMs(now: number): number {
    return Math.max(0, this.#until - now)
  }
}
