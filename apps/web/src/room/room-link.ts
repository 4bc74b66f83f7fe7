import { readBoard, ulid, type ActInput, type ConfidenceView, type Outcome, type ServerMessage, type PublicBoard } from '@clairiere/ritual'
import { codeOf, generationNow, postAct, replacedBy, shutOf, storedAt, type Shut } from './act-road.ts'
import { Confided, type ConfidenceViews } from './confidence-views.ts'
import { fetchRules, type Rules } from './fetch-rules.ts'
import { HandedBack } from './handed-back.ts'
import { forgetIdentity, rememberIdentity, type Identity } from './identity.ts'
import { Notices } from './notices.ts'
import { OnceAFrame } from './once-a-frame.ts'
import { Outbox, type Sent } from './outbox.ts'
import { Polling, type Polled } from './polling.ts'
import { Recovery } from './recovery.ts'
import { Replica } from './replica.ts'
import { RecordClock } from './record-clock.ts'
import { savedState, type SavedState } from './saved-state.ts'
import { socketBase } from './socket-base.ts'
import { Subscribers } from './subscribers.ts'
import { TabNews } from './tab-news.ts'
import { WayBack } from './way-back.ts'
import * as Y from 'yjs'

const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

/**
 * One person in one meeting on this device: the replica of the moment, the acts on their way, the confidences they may read and what a recovery handed back.
 * React reads it through the hooks beside; nothing here knows a screen.
 */
export class RoomLink {
  readonly changes = new Subscribers()
  readonly clock = new RecordClock()
  readonly notices = new Notices()
  board: PublicBoard | null = null
  saved: SavedState = { kind: 'connecting' }
  shut: Shut | null = null
  identity: Identity
  replica: Replica
  readonly recovery: Recovery
  readonly handedBack: HandedBack
  readonly way: WayBack
  readonly polling: Polling
  readonly outbox: Outbox
  rules: Rules | null = null
  readonly #confided = new Confided()
  #serverSaving = true
  /** Which memory the server speaks from; null until it said so. */
  memory: string | null = null
  #refused: string | null = null
  #boardChanged = false
  #ended = false
  /** What others do reaches the screen once a frame: each message on its own would make a slow phone render as often as a full hall acts [§4.8]. */
  readonly #frame = new OnceAFrame(() => {
    if (this.#boardChanged) this.#readBoard()
    this.changes.notify()
  })
  readonly #tabs: TabNews
  readonly #wake = (): void => {
    if (document.visibilityState === 'hidden') return
    this.way.follow()
    this.replica.wake()
    this.polling.now()
  }
  readonly #onOffline = (): void => {
    // The stock client notices a dead link only after 30 s of silence.
    this.replica.giveUp()
    this.#refresh()
  }

  constructor(identity: Identity) {
    this.identity = identity
    this.recovery = new Recovery(identity.meetingId, identity.personId, () => this.changes.notify())
    this.#tabs = new TabNews(identity.meetingId, identity.personId, (news) =>
      news === 'replaced' ? this.way.follow() : void this.handedBack.list(),
    )
    this.outbox = new Outbox(
      {
        socket: (pending) => this.replica.sendJson({ act: pending }),
        http: (pending) => postAct(identity.meetingId, identity.personId, pending).finally(() => this.polling.now()),
        late: ({ message = '' }) => void (message !== '' && this.notices.say({ tone: 'refused', message })),
      },
      storedAt(`clairiere:outbox:${identity.meetingId}:${identity.personId}`),
      () => this.#refresh(),
    )
    this.way = new WayBack(this.recovery, {
      replica: () => this.replica,
      renew: () => this.#renew(),
      list: () => void this.handedBack.list(),
      changed: () => {
        this.#readBoard()
        this.#refresh()
        this.changes.notify()
      },
    })
    this.handedBack = new HandedBack(this.recovery, {
      replica: () => this.replica,
      isReplacing: () => this.replacing,
      isOver: () => this.#ended,
      identity: () => this.identity,
      whole: (replica) => this.#whole(replica),
      settled: () => this.#tabs.say('settled'),
      notices: this.notices,
    })
    this.polling = new Polling({
      address: () => ({ ...this.identity, vector: Y.encodeStateVector(this.replica.doc) }),
      took: (polled) => this.#took(polled),
      refused: (error) => this.#onClosed(codeOf(error)),
      changed: () => this.#refresh(),
    })
    this.replica = this.#makeReplica()
  }

  get confidences(): ConfidenceViews {
    return this.#confided.views
  }

  /** True between a refusal and the fresh document: editors are read-only, drafts stay. */
  get replacing(): boolean {
    return this.way.isReplacing
  }

  /** Opens the local store and the socket. */
  async start(): Promise<void> {
    window.addEventListener('online', this.#wake)
    window.addEventListener('offline', this.#onOffline)
    document.addEventListener('visibilitychange', this.#wake)
    void fetchRules((rules) => {
      this.rules = rules
      this.changes.notify()
    })
    await this.replica.start()
    this.#readBoard()
    this.changes.notify()
    void this.handedBack.list()
  }

  /** Leaves the page: nothing is lost, the local store stays. */
  end(): void {
    this.#ended = true
    window.removeEventListener('online', this.#wake)
    window.removeEventListener('offline', this.#onOffline)
    document.removeEventListener('visibilitychange', this.#wake)
    this.#tabs.end()
    this.polling.end()
    this.#frame.drop()
    void this.replica.destroy()
  }

  /** What the rules say to an act as far as this device may know; null while they, or the board, are not here yet. */
  foresee(act: ActInput): Outcome<unknown> | null {
    const { board, rules, confidences } = this
    if (board === null || rules === null) return null
    if (rules === 'unreachable') return { ok: true, value: null }
    const [{ doc }, { personId }] = [this.replica, this.identity]
    return rules.foresee({ board, doc, confidences, personId, now: this.clock.now(), newId: () => this.newId() }, act)
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
        count: this.recovery.count,
      },
      {
        changed: () => replica === this.replica && this.#onReplicaChanged(),
        opened: () => this.#confided.anew(),
        heard: () => {
          this.#onReplicaChanged()
          this.outbox.resend()
        },
        message: (message) => replica === this.replica && this.#onMessage(message),
        closed: (code) => replica === this.replica && this.#onClosed(code),
        isShown: () => this.board !== null,
      },
    )
    replica.doc.getMap('board').observe(() => {
      this.#boardChanged = true
      this.#frame.soon()
    })
    return replica
  }

  #readBoard(): void {
    if (this.replica.isArriving) return
    this.#boardChanged = false
    this.board = readBoard(this.replica.doc.getMap('board'), this.board)
  }

  #wasOpen = false
  #keptHere = true
  #onReplicaChanged(): void {
    const { isOpen } = this.replica
    if (this.replica.provider.synced) this.#confided.synced()
    if (this.#wasOpen && !isOpen) void this.outbox.disconnected()
    this.#wasOpen = isOpen
    if (!this.#ended) this.polling.heed(this.replica.unopened) // its last socket ends with it
    if (this.#boardChanged) this.#frame.soon() // it came in pieces, and is whole
    this.#refresh()
  }

  /** A poll brought what a socket would have: the document, the record's time, what may be read of confidences; and acts that waited get their road. */
  async #took({ update, now, confidences: { complete, views } }: Polled): Promise<void> {
    const { replica } = this
    if (update) await replica.take(update)
    if (replica !== this.replica) return
    this.clock.setServerTime(now)
    this.#confided.take(views, complete)
    void this.outbox.resendByCall()
    this.#frame.soon()
  }

  #whole(replica: Replica): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.changes.subscribe(() => {
        const isPast = replica !== this.replica
        if (!isPast && !replica.provider.synced && !this.polling.answers) return
        stop()
        if (!isPast) resolve()
      })
      this.changes.notify()
    })
  }

  #refresh(): void {
    if (!this.replica) return
    const { provider, tally, unkept, everHeard, hasFailed, isOpen } = this.replica
    const next = savedState({
      socket: isOpen ? 'open' : provider.shouldConnect && navigator.onLine ? 'connecting' : 'none',
      everTried: everHeard || hasFailed,
      polled: this.polling.answers,
      synced: provider.synced,
      allSaved: tally.allSaved,
      unsavedEdits: tally.unsaved,
      unkeptEdits: unkept,
      pendingActs: this.outbox.size,
      unkeptActs: this.outbox.unkept,
      serverSaving: this.#serverSaving,
      refused: this.#refused,
    })
    if (this.#keptHere !== this.replica.keptHere) {
      this.#keptHere = this.replica.keptHere
      this.#frame.soon()
    }
    if (JSON.stringify(next) === JSON.stringify(this.saved)) return
    this.saved = next
    this.#frame.soon()
  }

  #onMessage(message: ServerMessage): void {
    if ('answer' in message) this.outbox.answer(message.answer)
    else if ('confidences' in message) this.#confided.take(message.confidences as ConfidenceView[])
    else if ('status' in message) {
      this.#serverSaving = message.status.saving
      this.memory = message.status.memory ?? null
      this.clock.setServerTime(message.status.now)
    } else if ('refused' in message) this.#refused = message.refused.code
    else void this.way.go(message.reset)
    this.#refresh()
    this.#frame.soon()
  }

  #onClosed(code: number): void {
    const reason = replacedBy[code]
    if (reason !== undefined) return void this.way.go(this.#refused ?? reason)
    this.shut = shutOf(code)
    if (this.shut === 'signed-out') forgetIdentity(this.identity.meetingId, this.identity.personId)
    this.changes.notify()
  }

  async #renew(): Promise<void> {
    const generation = await generationNow(this.identity)
    if (this.#ended) return
    this.identity = { ...this.identity, generation }
    rememberIdentity(this.identity)
    this.polling.end()
    this.replica = this.#makeReplica()
    this.#tabs.say('replaced')
    this.#refused = null
    this.#wasOpen = false
    await this.replica.start()
  }
}
