import type { Mark } from './store.ts'

interface Wait {
  readonly mark: Mark
  resolve(): void
  reject(fault: unknown): void
}

/** Who waits for a mark to be reached. */
export class MarkWaits {
  #waits: Wait[] = []

  /** Rejects at once with `never`, if there is such a fault. */
  wait(mark: Mark, never: Error | null): Promise<void> {
    if (never !== null) return Promise.reject(never)
    return new Promise((resolve, reject) => this.#waits.push({ mark, resolve, reject }))
  }

  /** Everything up to here has come. */
  reached(mark: Mark): void {
    if (this.#waits.length === 0) return
    for (const wait of this.#waits) if (wait.mark <= mark) wait.resolve()
    this.#waits = this.#waits.filter((wait) => wait.mark > mark)
  }

  /** Nothing more will come. */
  end(fault: Error): void {
    for (const wait of this.#waits.splice(0)) wait.reject(fault)
  }
}
