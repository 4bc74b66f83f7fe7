import type { Recovery } from './recovery.ts'
import type { Replica } from './replica.ts'

/** What the way back needs of the room around it. */
export interface Way {
  replica(): Replica
  /** A fresh replica takes the place of the old one, in the generation of now, and opens. */
  renew(): Promise<void>
  /** Lists what was kept. */
  list(): void
  changed(): void
}

/**
 * The one way back [architecture § One way back]: read-only, kept safely, fresh document. A refusal, an older generation, a reset and a frame that is too large all
 * come here, and so does a tab whose neighbour has been here.
 */
export class WayBack {
  /** True between a refusal and the fresh document: editors are read-only, drafts stay. */
  isReplacing = false
  readonly #recovery: Recovery
  readonly #way: Way
  /** A second reason that came while the first was still at work. */
  #again: string | null = null
  #goneAt: readonly number[] = []

  constructor(recovery: Recovery, way: Way) {
    this.#recovery = recovery
    this.#way = way
  }

  /** Another tab of this person may have replaced the document: then this one's is of the past too. */
  follow(): void {
    if (this.#recovery.count > this.#way.replica().address.count) void this.go('elsewhere')
  }

  /** Resolves when the fresh document is open. */
  async go(reason: string): Promise<void> {
    if (this.isReplacing) return void (this.#again = reason)
    this.isReplacing = true
    this.#way.changed()
    const old = this.#way.replica()
    old.provider.disconnect()
    let isTouched = false
    old.doc.on('update', () => void (isTouched = true))
    await this.#recovery.keep({ doc: old.doc, ...old.address }, reason)
    await this.#waitYourTurn()
    await this.#way.renew()
    // A form that was open may have been kept into it meanwhile.
    if (isTouched) await this.#recovery.keep({ doc: old.doc, ...old.address }, reason)
    this.#way.list()
    await old.destroy()
    this.isReplacing = false
    this.#way.changed()
    const again = this.#again
    this.#again = null
    if (again === 'elsewhere') this.follow()
    else if (again !== null) await this.go(again)
  }

  /** A server that never takes us is not asked in a circle: the second time within a minute waits a second, each further one twice as long. */
  async #waitYourTurn(): Promise<void> {
    const now = Date.now()
    this.#goneAt = [...this.#goneAt.filter((at) => now - at < 60_000), now]
    const before = this.#goneAt.length - 1
    if (before > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 500 * 2 ** before)))
  }
}
