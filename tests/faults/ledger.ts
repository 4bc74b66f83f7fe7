/** What somebody did that can be found again: a word that was put in, or taken out. */
export interface Deed {
  readonly word: string
  readonly does: 'put' | 'take'
}

/**
 * What was promised to whom: every deed has a word of its own, and its author or another screen has seen it kept. A promise binds whatever
 * is killed; what was not promised may be lost with the device that alone had it, and only then.
 */
export class Ledger {
  /** Everything ever done, promised or not: nothing else may be found. */
  readonly done = new Set<string>()
  readonly #kept = new Set<string>()
  readonly #saved = new Set<string>()
  readonly #relayed = new Set<string>()
  readonly #lost = new Set<string>()

  did({ word, does }: Deed): void {
    if (does === 'put') this.done.add(word)
    this.#kept.add(nameOf({ word, does }))
  }

  /** Its author was told so. */
  saved(deed: Deed): void {
    this.#saved.add(nameOf(deed))
  }

  /** Somebody else's screen showed it. */
  relayed(deed: Deed): void {
    this.#relayed.add(nameOf(deed))
  }

  /** The only device that had it is gone: it may be there or not. */
  lost(deed: Deed): void {
    if (!this.isPromised(deed)) this.#lost.add(nameOf(deed))
  }

  isPromised(deed: Deed): boolean {
    return this.#saved.has(nameOf(deed)) || this.#relayed.has(nameOf(deed))
  }

  get counts(): { done: number; saved: number; relayed: number } {
    return { done: this.done.size, saved: this.#saved.size, relayed: this.#relayed.size }
  }

  /**
   * What is wrong with what is there, each with the promise it breaks. `all`: everyone is back, so that what was not promised is there too.
   */
  broken(words: readonly string[], { all }: { all: boolean }): string[] {
    const faults: string[] = []
    const there = new Set<string>()
    for (const word of words) {
      if (there.has(word)) faults.push(`${word} is there twice`)
      if (!this.done.has(word)) faults.push(`${word} was written by nobody`)
      there.add(word)
    }
    for (const word of this.done) {
      const [put, take]: [Deed, Deed] = [
        { word, does: 'put' },
        { word, does: 'take' },
      ]
      const isTaken = this.#kept.has(nameOf(take))
      if (there.has(word) && isTaken && this.#binds(take, all)) faults.push(`${word} came back: taking it out was ${this.#why(take)}`)
      if (!there.has(word) && !isTaken && this.#binds(put, all)) faults.push(`${word} is lost: it was ${this.#why(put)}`)
    }
    return faults
  }

  #binds(deed: Deed, all: boolean): boolean {
    return this.isPromised(deed) || (all && !this.#lost.has(nameOf(deed)))
  }

  #why(deed: Deed): string {
    const name = nameOf(deed)
    if (this.#saved.has(name)) return 'saved'
    return this.#relayed.has(name) ? 'relayed' : 'on a device that came back'
  }
}

const nameOf = ({ word, does }: Deed): string => `${does} ${word}`
