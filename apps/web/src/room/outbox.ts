import { offlineOf, type ActInput, type Answer } from '@clairiere/ritual'
import * as v from 'valibot'

/** An act on its way: made here, not yet answered. */
export interface Pending {
  id: string
  act: ActInput
}

/** `isRefused`: not on its way any more. */
const KeptSchema = v.object({ id: v.string(), act: v.looseObject({ type: v.string() }), isRefused: v.optional(v.literal(true)) })
type Kept = Pending & { isRefused?: true | undefined }

/** Roads of an act: the open socket (false when there is none), or HTTP (null when the network does not answer); and the way back. */
export interface Roads {
  socket(pending: Pending): boolean
  http(pending: Pending): Promise<Answer | null>
  /** One that was said to be kept is refused in the end. */
  late(answer: Extract<Answer, { ok: false }>): void
}

export interface OutboxStorage {
  read(): string | null
  write(value: string): void
}

/** What became of an act, for the one who made it. */
export type Sent = Answer | { id: string; ok: false; refused: 'queued' | 'dropped' }

/** « Not now », said by the server of any act: what waits on this device goes on waiting. */
const NOT_NOW: ReadonlySet<string> = new Set(['not-saving', 'too-many'])
const AGAIN_MS = 10_000

interface Entry {
  readonly pending: Pending
  settle: ((sent: Sent) => void) | null
  /** Sent on the socket of now. */
  flying: boolean
  /** Its maker was told that it waits on this device. */
  isPromised: boolean
}

/**
 * Acts of one person on their way to the server, in order. Those that may wait are kept on the device and sent again under the same id until answered;
 * commands of the process are dropped with a message when there is no network; whispers are never kept [architecture § Acts, facts, board].
 */
export class Outbox {
  readonly #roads: Roads
  readonly #storage: OutboxStorage
  readonly #onChange: () => void
  #isKept = true
  #calling: Promise<void> | null = null
  #again: ReturnType<typeof setTimeout> | undefined
  readonly #pending = new Map<string, Entry>()
  /** Kept by this page at some time: of what else is kept, another tab of this person knows. */
  readonly #known = new Set<string>()
  /** Said to be kept, and refused in the end: until their maker has copied or given up what was typed in them. */
  refused: readonly Pending[] = []

  constructor(roads: Roads, storage: OutboxStorage, onChange: () => void) {
    this.#roads = roads
    this.#storage = storage
    this.#onChange = onChange
    for (const { id, act, isRefused } of this.#restore()) {
      this.#known.add(id)
      if (isRefused) this.refused = [...this.refused, { id, act }]
      else this.#pending.set(id, { pending: { id, act }, settle: null, flying: false, isPromised: true })
    }
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
    const entry: Entry = { pending, settle: null, flying: false, isPromised: false }
    const settled = new Promise<Sent>((resolve) => {
      entry.settle = resolve
    })
    this.#pending.set(pending.id, entry)
    this.#persist()
    if (this.#roads.socket(pending)) entry.flying = true
    else {
      await this.resendByCall()
      this.#unanswered(entry)
    }
    return settled
  }

  /** An answer from either road: settles its act. */
  answer(answer: Answer): void {
    const entry = this.#pending.get(answer.id)
    if (!entry) return
    if (!answer.ok && entry.isPromised && NOT_NOW.has(answer.refused)) return this.#waitOn(entry)
    const isLate = !answer.ok && entry.isPromised
    if (isLate) this.refused = [...this.refused, entry.pending]
    this.#take(answer.id)
    entry.settle?.(answer)
    if (isLate) this.#roads.late(answer)
  }

  /** Its maker has no more use for the words of one that was refused. */
  giveUp(id: string): void {
    this.refused = this.refused.filter((pending) => pending.id !== id)
    this.#persist()
  }

  /** The socket is open again: everything unanswered goes out once more, in order; the server gives a repeated id its first answer. */
  resend(): void {
    for (const entry of this.#pending.values()) if (this.#roads.socket(entry.pending)) entry.flying = true
  }

  /** Where no socket is open: what waits goes over HTTP, in order, until that is silent. Resolves when all was tried. */
  resendByCall(): Promise<void> {
    return (this.#calling ??= this.#callAll())
  }

  /** The socket is gone: what was under way is tried once over HTTP; commands of the process are dropped when it is silent too, the others wait. */
  async disconnected(): Promise<void> {
    const under = [...this.#pending.values()].filter((entry) => entry.flying)
    if (under.length === 0) return
    for (const entry of under) entry.flying = false
    await this.resendByCall()
    for (const entry of under) this.#unanswered(entry)
  }

  async #callAll(): Promise<void> {
    await Promise.resolve() // `#calling` is set before it ends
    // What is made meanwhile is called in its turn: a map gives what was added while one goes through it.
    for (const { pending, flying } of this.#pending.values()) {
      if (flying) continue
      const answer = await this.#roads.http(pending)
      if (!answer) break
      this.answer(answer)
    }
    this.#calling = null
  }

  /** It was called, and nobody answered; unless a socket has opened meanwhile and it flies. */
  #unanswered(entry: Entry): void {
    const { id, act } = entry.pending
    if (entry.flying || this.#pending.get(id) !== entry) return
    const isKept = offlineOf(act.type) === 'queue'
    if (isKept) entry.isPromised = true
    else this.#take(id)
    entry.settle?.({ id, ok: false, refused: isKept ? 'queued' : 'dropped' })
  }

  #waitOn(entry: Entry): void {
    entry.flying = false
    if (this.#again !== undefined) return
    this.#again = setTimeout(() => {
      this.#again = undefined
      for (const waiting of this.#pending.values()) if (!waiting.flying && this.#roads.socket(waiting.pending)) waiting.flying = true
    }, AGAIN_MS)
  }

  #take(id: string): void {
    this.#pending.delete(id)
    this.#persist()
  }

  /** Those that outlive the page: commands of the process and whispers do not. */
  get #lasting(): readonly Pending[] {
    return this.waiting.filter(({ act }) => offlineOf(act.type) === 'queue')
  }

  #persist(): void {
    try {
      const mine: Kept[] = [...this.#lasting, ...this.refused.map((pending) => ({ ...pending, isRefused: true as const }))]
      for (const { id } of mine) this.#known.add(id)
      const others = this.#restore().filter(({ id }) => !this.#known.has(id))
      this.#storage.write(JSON.stringify([...others, ...mine]))
      this.#isKept = true
    } catch {
      // Storage full: the act stays in memory and is sent from there.
      this.#isKept = false
    }
    this.#onChange()
  }

  #restore(): Kept[] {
    try {
      const parsed = v.safeParse(v.array(KeptSchema), JSON.parse(this.#storage.read() ?? '[]'))
      return parsed.success ? (parsed.output as Kept[]) : []
    } catch {
      return []
    }
  }
}
