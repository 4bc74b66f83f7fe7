/** The machine's time, which nobody but the test moves: what was put off until a moment happens when it passes. */
export class MachineTime {
  now = 0
  readonly #waiting = new Set<{ readonly at: number; readonly run: () => void }>()

  after(ms: number, run: () => void): () => void {
    const entry = { at: this.now + ms, run }
    this.#waiting.add(entry)
    return () => void this.#waiting.delete(entry)
  }

  /** How much is put off. */
  get waiting(): number {
    return this.#waiting.size
  }

  pass(ms: number): void {
    const end = this.now + ms
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#waiting.delete(next)
      this.now = next.at
      next.run()
    }
    this.now = end
  }

  #next(end: number): { readonly at: number; readonly run: () => void } | undefined {
    return [...this.#waiting].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
  }
}
