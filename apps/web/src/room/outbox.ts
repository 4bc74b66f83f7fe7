import { offlineOf, type ActInput, type Answer } from '@clairiere/ritual'
import * as v from 'valibot'

/** An act on its way: made here, not yet answered. */
export interface Pending {
  id: string
  act: ActInput
}

const PendingSchema = v.object({ id: v.string(), act: v.looseObject({ type: v.string() }) })

/** Roads of an act: the open socket (false when there is none), or HTTP (null when the network does not answer). */
export interface Roads {
  socket(pending: Pending): boolean
  http(pending: Pending): Promise<Answer | null>
}

export interface OutboxStorage {
  read(): string | null
  write(value: string): void
}

/** What became of an act, for the one who made it. */
export type Sent = Answer | { id: string; ok: false; refused: 'queued' | 'dropped' }

/**
 * Acts of one person on their way to the server, in order. Those that may wait are kept on the device and sent again under the same id until answered;
 * commands of the process are dropped with a message when there is no network; whispers are never kept [architecture § Acts, facts, board].
 */
export class Outbox {
  readonly #roads: Roads
  readonly #storage: OutboxStorage
  readonly #onChange: () => void
  #isKept = true
  #isCalling = false
  readonly #pending = new Map<string, { pending: Pending; settle: ((sent: Sent) => void) | null; flying: boolean }>()

  constructor(roads: Roads, storage: OutboxStorage, onChange: () => void) {
    this.#roads = roads
    this.#storage = storage
    this.#onChange = onChange
    for (const pending of this.#restore()) this.#pending.set(pending.id, { pending, settle: null, flying: false })
  }

  /** How many acts wait for their answer. */
  get size(): number {
    return this.#pending.size
  }

  /** How many of them the device would not keep: they live in this page alone. */
  get unkept(): number {
    return this.#isKept ? this.size - this.#lasting.length : this.size
  }

  /** Acts on their way, oldest first. */
  get waiting(): readonly Pending[] {
    return [...this.#pending.values()].map((entry) => entry.pending)
  }

  /** Sends an act, or keeps or drops it as its type says. Resolves with the server's answer, `queued` or `dropped`; never rejects. */
  async send(pending: Pending): Promise<Sent> {
    const road = offlineOf(pending.act.type)
    const entry = { pending, settle: null as ((sent: Sent) => void) | null, flying: false }
    const settled = new Promise<Sent>((resolve) => {
      entry.settle = resolve
    })
    this.#pending.set(pending.id, entry)
    this.#persist()
    if (this.#roads.socket(pending)) {
      entry.flying = true
      return settled
    }
    const answer = await this.#roads.http(pending)
    if (answer) this.answer(answer)
    else if (road === 'queue') entry.settle?.({ id: pending.id, ok: false, refused: 'queued' })
    else this.#drop(pending.id)
    return settled
  }

  /** An answer from either road: settles its act. */
  answer(answer: Answer): void {
    const entry = this.#pending.get(answer.id)
    if (!entry) return
    this.#pending.delete(answer.id)
    this.#persist()
    entry.settle?.(answer)
  }

  /** The socket is open again: everything unanswered goes out once more, in order; the server gives a repeated id its first answer. */
  resend(): void {
    for (const { pending } of this.#pending.values()) if (this.#roads.socket(pending)) this.#mark(pending.id, true)
  }

  /** HTTP answers where no socket opens: what waited goes that way, in order, until it is silent again. */
  async resendByCall(): Promise<void> {
    if (this.#isCalling) return
    this.#isCalling = true
    for (const { pending, flying } of this.#pending.values()) {
      if (flying) continue
      const answer = await this.#roads.http(pending)
      if (!answer) break
      this.answer(answer)
    }
    this.#isCalling = false
  }

  /** The socket is gone: commands of the process that were under way are tried once over HTTP, then dropped; the others wait. */
  async disconnected(): Promise<void> {
    for (const [id, entry] of this.#pending) {
      if (!entry.flying) continue
      entry.flying = false
      const answer = await this.#roads.http(entry.pending)
      if (answer) this.answer(answer)
      else if (offlineOf(entry.pending.act.type) === 'queue') entry.settle?.({ id, ok: false, refused: 'queued' })
      else this.#drop(id)
    }
  }

  #drop(id: string): void {
    const entry = this.#pending.get(id)
    this.#pending.delete(id)
    this.#persist()
    entry?.settle?.({ id, ok: false, refused: 'dropped' })
  }

  #mark(id: string, flying: boolean): void {
    const entry = this.#pending.get(id)
    if (entry) entry.flying = flying
  }

  /** Those that outlive the page: commands of the process and whispers do not. */
  get #lasting(): readonly Pending[] {
    return this.waiting.filter(({ act }) => offlineOf(act.type) === 'queue')
  }

  #persist(): void {
    try {
      this.#storage.write(JSON.stringify(this.#lasting))
      this.#isKept = true
    } catch {
      // Storage full: the act stays in memory and is sent from there.
      this.#isKept = false
    }
    this.#onChange()
  }

  #restore(): Pending[] {
    try {
      const parsed = v.safeParse(v.array(PendingSchema), JSON.parse(this.#storage.read() ?? '[]'))
      return parsed.success ? (parsed.output as Pending[]) : []
    } catch {
      return []
    }
  }
}
