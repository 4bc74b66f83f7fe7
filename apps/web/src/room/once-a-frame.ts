/** How long something may wait where no frame is drawn: a tab behind others, a screen that is off. Ms; browsers round it up to a second there. */
const FRAMELESS_MS = 200

/**
 * Does one thing at most once a frame, however often it is asked for: what a hundred and fifty people do in one moment is read, and drawn, once. The first asking
 * after a quiet moment is done at once; and always in a task of its own, which a slow phone then does not add to drawing the frame. Where no frames are drawn, and
 * in Node, a timer stands for them.
 */
export class OnceAFrame {
  readonly #act: () => void
  #isAsked = false
  /** What was done is not drawn yet. */
  #isResting = false
  #frame = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(act: () => void) {
    this.#act = act
  }

  /** Asks for it. What happens before it is done is in it. */
  soon(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    if (!this.#isResting) this.#timer = setTimeout(this.#do)
  }

  /** Nobody waits for it any more; it may be asked for again. */
  drop(): void {
    this.#isAsked = false
    this.#drawn()
  }

  readonly #do = (): void => {
    this.#isAsked = false
    this.#isResting = true
    this.#timer = setTimeout(this.#drawn, FRAMELESS_MS)
    this.#frame = globalThis.requestAnimationFrame?.(this.#drawn)
    this.#act()
  }

  readonly #drawn = (): void => {
    clearTimeout(this.#timer)
    globalThis.cancelAnimationFrame?.(this.#frame)
    this.#isResting = false
    if (this.#isAsked) this.#timer = setTimeout(this.#do)
  }
}
