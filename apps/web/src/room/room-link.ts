import {
  closeCodes,
  paths,
  readBoard,
  ulid,
  type ActInput,
  type ConfidenceView,
  type Outcome,
  type ServerMessage,
  type PublicBoard,
} from '@clairiere/ritual'
import { postAct, shutOf, storedAt, type Shut } from './act-road.ts'
import { callApi, fetchBytes } from './api.ts'
import { forgetIdentity, rememberIdentity, type Identity } from './identity.ts'
import { Notices } from './notices.ts'
import { Outbox, type Sent } from './outbox.ts'
import { putBack } from './put-back.ts'
import { Recovery, type Recovered } from './recovery.ts'
import { Replica } from './replica.ts'
import { RecordClock } from './record-clock.ts'
import { rootKind } from './root-kind.ts'
import { savedState, type SavedState } from './saved-state.ts'
import { Subscribers } from './subscribers.ts'

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/** Where sockets of this page go: `ws(s)://host/live`. */
export const socketBase = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${paths.live()}`

/**
 * One person in one meeting on this device: the replica of the moment, the acts on their way, the confidences they may read and what a recovery handed back.
 * React reads it through the hooks beside; nothing here knows a screen.
 */
export class RoomLink {
  readonly changes = new Subscribers()
  readonly clock = new RecordClock()
  readonly notices = new Notices()
  board: PublicBoard | null = null
  confidences: ReadonlyMap<string, ConfidenceView> = new Map()
  saved: SavedState = { kind: 'connecting' }
  shut: Shut | null = null
  /** True between a refusal and the fresh document: editors are read-only, drafts stay. */
  replacing = false
  identity: Identity
  replica: Replica
  readonly recovery: Recovery
  readonly outbox: Outbox
  /** The rules of the ritual, once their chunk has come; `unreachable` when the network would not give it. */
  rules: typeof import('./foresee.ts') | 'unreachable' | null = null
  #serverSaving = true
  #refused: string | null = null
  #frame = 0
  #ended = false
  readonly #onOnline = (): void => this.replica.provider.connect()
  readonly #onOffline = (): void => {
    // The stock client notices a dead link only after 30 s of silence.
    this.replica.provider.disconnect()
    this.#refresh()
  }

  constructor(identity: Identity) {
    this.identity = identity
    this.recovery = new Recovery(identity.meetingId, identity.personId, () => this.changes.notify())
    this.outbox = new Outbox(
      {
        socket: (pending) => this.replica.sendJson({ act: pending }),
        http: (pending) => postAct(identity.meetingId, identity.personId, pending),
      },
      storedAt(`clairiere:outbox:${identity.meetingId}:${identity.personId}`),
      () => this.#refresh(),
    )
    this.replica = this.#makeReplica()
  }

  /** Opens the local store and the socket. */
  async start(): Promise<void> {
    window.addEventListener('online', this.#onOnline)
    window.addEventListener('offline', this.#onOffline)
    void this.#fetchRules()
    await this.recovery.load()
    await this.replica.start()
    this.#readBoard()
    this.#listUnsent()
  }

  /** Leaves the page: nothing is lost, the local store stays. */
  end(): void {
    this.#ended = true
    window.removeEventListener('online', this.#onOnline)
    window.removeEventListener('offline', this.#onOffline)
    cancelAnimationFrame(this.#frame)
    void this.replica.destroy()
  }

  /** What the rules say to an act as far as this device may know; null while they, or the board, are not here yet. */
  foresee(act: ActInput): Outcome<unknown> | null {
    const { board, rules } = this
    if (board === null || rules === null) return null
    if (rules === 'unreachable') return { ok: true, value: null }
    const { doc } = this.replica
    return rules.foresee(
      {
        board,
        doc,
        confidences: this.confidences.values(),
        personId: this.identity.personId,
        now: this.clock.now(),
        newId: () => this.newId(),
      },
      act,
    )
  }

  /** Makes an act: over the open socket, else HTTP, else kept or dropped as its type says. */
  act(act: ActInput): Promise<Sent> {
    return this.outbox.send({ id: ulid(Date.now(), randomBytes), act })
  }

  /** The same with an id made before, so that what the act makes can already be named (a note of an item proposed offline). */
  actAs(id: string, act: ActInput): Promise<Sent> {
    return this.outbox.send({ id, act })
  }

  newId(): string {
    return ulid(Date.now(), randomBytes)
  }

  /** Puts one recovered piece back as new words of this person. */
  putBack(recovered: Recovered): boolean {
    const done = putBack(this.replica.doc, recovered.piece, rootKind)
    if (done) this.recovery.settle(recovered)
    return done
  }

  /** Sends a piece to the scribe as a late contribution, where the minutes are sealed. Answers false when the network or the server would not take it. */
  async sendLate(recovered: Recovered, text: string): Promise<boolean> {
    const answer = await callApi('POST', paths.late(this.identity.meetingId), { text }, { as: this.identity.personId })
    if (answer.ok) this.recovery.settle(recovered)
    else if (answer.message) this.notices.say({ tone: 'refused', message: answer.message })
    return answer.ok
  }

  #makeReplica(): Replica {
    const { meetingId, personId, generation, standing } = this.identity
    const replica: Replica = new Replica(
      {
        base: socketBase(),
        meetingId,
        personId,
        generation,
        readsOnly: standing === 'observer',
        storeName: `clairiere:${meetingId}:${generation}:${personId}:${this.recovery.count}`,
      },
      {
        changed: () => replica === this.replica && this.#onReplicaChanged(),
        opened: () => this.outbox.resend(),
        message: (message) => this.#onMessage(message),
        closed: (code) => void this.#onClosed(code),
      },
    )
    replica.doc.getMap('board').observe(() => {
      this.#frame ||= requestAnimationFrame(() => {
        this.#frame = 0
        this.#readBoard()
      })
    })
    return replica
  }

  #readBoard(): void {
    const next = readBoard(this.replica.doc.getMap('board'), this.board)
    if (next === this.board) return
    this.board = next
    this.changes.notify()
  }

  #wasOpen = false
  #onReplicaChanged(): void {
    const { isOpen } = this.replica
    if (this.#wasOpen && !isOpen) void this.outbox.disconnected()
    this.#wasOpen = isOpen
    this.#refresh()
  }

  #refresh(): void {
    if (!this.replica) return
    const { provider, sent, saved, unsavedEdits, everOpen, hasFailed } = this.replica
    const next = savedState({
      socket: provider.wsconnected ? 'open' : provider.shouldConnect && navigator.onLine ? 'connecting' : 'none',
      everTried: everOpen || hasFailed,
      synced: provider.synced,
      sent,
      saved,
      unsavedEdits,
      pendingActs: this.outbox.size,
      serverSaving: this.#serverSaving,
      refused: this.#refused,
    })
    if (JSON.stringify(next) === JSON.stringify(this.saved)) return
    this.saved = next
    this.changes.notify()
  }

  #onMessage(message: ServerMessage): void {
    if ('answer' in message) this.outbox.answer(message.answer)
    else if ('confidences' in message) this.#takeConfidences(message.confidences as ConfidenceView[])
    else if ('status' in message) {
      this.#serverSaving = message.status.saving
      this.clock.setServerTime(message.status.now)
    } else if ('refused' in message) this.#refused = message.refused.code
    else void this.#replace(message.reset)
    this.#refresh()
  }

  #takeConfidences(views: readonly ConfidenceView[]): void {
    const next = new Map(this.confidences)
    for (const view of views) {
      const key = `${view.kind} ${view.subject} ${view.personId ?? ''}`
      if (view.payload === null) next.delete(key)
      else next.set(key, view)
    }
    this.confidences = next
    this.changes.notify()
  }

  async #onClosed(code: number): Promise<void> {
    if (code === closeCodes.notAccepted || code === closeCodes.olderGeneration)
      return this.#replace(this.#refused ?? (code === closeCodes.olderGeneration ? 'sealed' : 'not-accepted'))
    this.shut = shutOf(code)
    if (this.shut === 'signed-out') forgetIdentity(this.identity.meetingId, this.identity.personId)
    this.changes.notify()
  }

  /** The one way back [architecture § One way back]: read-only, kept safely, fresh document, then the list of what had not arrived. */
  async #replace(reason: string): Promise<void> {
    if (this.replacing || this.#ended) return
    this.replacing = true
    this.changes.notify()
    const old = this.replica
    old.provider.disconnect()
    await this.recovery.keep(old.doc, this.identity.generation, reason)
    this.identity = { ...this.identity, generation: await this.#currentGeneration() }
    rememberIdentity(this.identity)
    this.replica = this.#makeReplica()
    this.#refused = null
    this.#wasOpen = false
    await this.replica.start()
    this.#listUnsent()
    await old.destroy()
    this.replacing = false
    this.#readBoard()
    this.#refresh()
    this.changes.notify()
  }

  async #fetchRules(): Promise<void> {
    this.rules = await import('./foresee.ts').catch(() => 'unreachable' as const)
    this.changes.notify()
  }

  /** Also after a reload in the middle of a recovery: what was kept is listed as soon as there is something to measure it by. */
  #listUnsent(): void {
    const { doc, provider } = this.replica
    const synced = new Promise<void>((resolve) => {
      const check = (): void => {
        if (!provider.synced) return
        provider.off('sync', check)
        resolve()
      }
      provider.on('sync', check)
      check()
    })
    const { meetingId, personId, generation } = this.identity
    void this.recovery.compareWith({ doc, generation, synced }, (older) => fetchBytes(paths.generation(meetingId, older), personId))
  }

  async #currentGeneration(): Promise<number> {
    const answer = await callApi<{ generation?: number }>('GET', paths.meeting(this.identity.meetingId), undefined, {
      as: this.identity.personId,
    })
    return answer.ok && typeof answer.value.generation === 'number' ? answer.value.generation : this.identity.generation
  }
}
