import { call } from './person.ts'

/** The record's clock of a server: moved by hand, forward only. Evenings held side by side on one server share it. */
export class ServerClock {
  readonly #base: string
  #ms = 0
  #isManual = true
  #moving: Promise<void> = Promise.resolve()

  constructor(base: string) {
    this.#base = base
  }

  get ms(): number {
    return this.#ms
  }

  /** False once the server has said that it keeps its own time. */
  get isManual(): boolean {
    return this.#isManual
  }

  /** Goes to `ms` since 1970; nothing when that is past. One move at a time. */
  to(ms: number): Promise<void> {
    this.#moving = this.#moving.then(async () => {
      if (!this.#isManual || ms <= this.#ms) return
      const { status } = await call('POST', `${this.#base}/api/test/clock`, { to: new Date(ms).toISOString() })
      this.#isManual = status === 200
      this.#ms = ms
    })
    return this.#moving
  }
}
