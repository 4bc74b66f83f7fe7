/** Shut while a room is sealed or read again: nobody is judged meanwhile, what comes waits, and what the room shows is not to be read. */
export class Door {
  #shut: Promise<void> | null = null

  get isShut(): boolean {
    return this.#shut !== null
  }

  /** Resolves at once, or when it is open again. */
  async untilOpen(): Promise<void> {
    while (this.#shut !== null) await this.#shut
  }

  /** Does it now, or as soon as it is open again, in the order of asking. */
  whenOpen(act: () => void): void {
    if (this.#shut === null) act()
    else void this.#shut.then(() => this.whenOpen(act))
  }

  /** Returns what opens it again. */
  shut(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#shut = promise
    return () => {
      this.#shut = null
      resolve()
    }
  }
}
