import * as Y from 'yjs'
import { closeCodes, lateRoots, type PersonId } from '@clairiere/ritual'
import type { Mark } from '../store/store.ts'
import type { Asker } from './acts-desk.ts'
import { Adoption, ADOPTION_MS } from './adoption.ts'
import type { Connection } from './connection.ts'
import type { RoomCore } from './core.ts'
import { isConfirmed } from './doc-schema.ts'
import { DocumentSize } from './document-size.ts'
import type { Door } from './door.ts'
import { HoldOff } from './hold-off.ts'
import { Pace } from './pace.ts'
import { deniedFrame, step1Frame, updateFrame } from './protocol.ts'
import { WaitingWords } from './waiting-words.ts'
import { applyPieces, authorOf, hasRest, type Judged, type Piece, writerOf, type Writers, type WordsTick } from './words-tick.ts'

/** A device that cannot be brought together with us by syncing so often holds another document. */
const MAX_RESYNCS = 3
/** Words of an item nobody confirms are given back to who wrote them. */
const MAX_WAITING_MS = 60_000

/** Where words come in: it gathers them for the tick, has them judged and applied, and answers each as the verdict says. */
export class WordsDesk {
  readonly #core: RoomCore
  readonly #door: Door
  readonly #onBroken: (pieces: readonly Piece[], fault: unknown) => void
  readonly #pace: Pace
  readonly #refusals = new Map<PersonId, HoldOff>()
  readonly #adoption: Adoption
  readonly #size: DocumentSize
  readonly #waiting = new WaitingWords()
  #onTicked: (() => void)[] = []

  /** `onBroken`: a tick did what was not foreseen; the state is not to be trusted any more. */
  constructor(core: RoomCore, door: Door, onBroken: (pieces: readonly Piece[], fault: unknown) => void) {
    this.#core = core
    this.#door = door
    this.#onBroken = onBroken
    this.#adoption = new Adoption(core)
    const { meetingId } = core
    const { now, after, store, log } = core.means
    this.#size = new DocumentSize((bytes) => log.warn('a document is large: each who joins is sent all of it', { meetingId, bytes }))
    this.#pace = new Pace({ now, after, soon: (run) => store.gather(run) }, () => this.#tick())
  }

  /** A SyncStep2 or an Update came. */
  take(connection: Connection, kind: Piece['kind'], update: Uint8Array): void {
    const message = connection.saved.arrive()
    // What the disk does not take stays on the device: nothing here may grow without bound, or be seen and then lost.
    const isTaken = this.#core.means.store.state === 'saving' && this.#waiting.hasRoom
    if (kind === 'step2') connection.hasSynced = isTaken
    if (!connection.hasSynced || !isTaken) {
      connection.hasSynced = false
      connection.saved.hold(message) // it comes again with the SyncStep2
      return
    }
    // The frame is the network's buffer: what waits keeps a copy.
    this.#waiting.add({ connection, message, kind, update: update.slice() })
    this.#pace.ask(update.length)
  }

  /**
   * Judges what waits now, or the first of it when that weighs too much: the rest goes on by itself, with turns for others between. True: words of this
   * asker still wait.
   */
  run(asker?: Asker): boolean {
    if (!this.isEmpty && !this.#waiting.hasRest && !this.#door.isShut) this.#pace.run()
    return asker?.kind === 'person' && this.#waiting.holds(asker.personId)
  }

  /** Resolves after the next tick, or when the room goes. */
  ticked(): Promise<void> {
    return new Promise((resolve) => void this.#onTicked.push(resolve))
  }

  /** The room goes, or was lost: what still waits was promised to nobody. */
  stop(): void {
    this.#waiting.clear()
    this.#pace.stop()
    this.#tellTicked()
  }

  get isEmpty(): boolean {
    return this.#waiting.isEmpty
  }

  /** The store saves again: devices send what they kept. */
  resume(): void {
    for (const connection of this.#core.audience) if (connection.isFollowing && !connection.hasSynced) this.#ask(connection)
  }

  /** How long (ms) this person, refused too often, is not let in; 0: they may. */
  heldOffMs(personId: PersonId): number {
    return this.#refusals.get(personId)?.leftMs(this.#core.means.now()) ?? 0
  }

  /** A device says which ids are its own. One that others brought words under meanwhile may stand for two different ones: it starts afresh. */
  declare(connection: Connection, clients: readonly number[]): void {
    for (const client of clients) connection.declared.add(client)
    if (this.#adoption.hasAnyOf(clients)) this.#reset(connection, 'adopted')
  }

  /** Facts have come: an item someone wrote about offline may be there now. */
  askAgain(): void {
    for (const connection of this.#core.audience) {
      if (connection.waiting?.roots.every((root) => isConfirmed(this.#core.board, root)) !== true) continue
      connection.waiting = null
      this.#ask(connection)
    }
  }

  /** To be called every second or so. */
  sweep(): void {
    const now = this.#core.means.now()
    for (const connection of this.#core.audience) {
      if (connection.waiting !== null && now - connection.waiting.since > MAX_WAITING_MS)
        this.refuse(connection, 'unknown-root', 'no such item')
      if (connection.restsSince !== null && now - connection.restsSince > MAX_WAITING_MS + ADOPTION_MS) this.#reset(connection, 'gap')
      if (connection.isPutOff && connection.hasRested()) {
        connection.isPutOff = false
        this.#ask(connection)
      }
    }
    this.#size.sweep(this.#core.state)
    for (const connection of this.#adoption.sweep()) this.#ask(connection)
  }

  /** Tells a device that its words are not accepted, and hangs up; whoever is refused again and again is held off. */
  refuse(connection: Connection, code: string, detail: string): void {
    const { means } = this.#core
    const held = this.#refusals.get(connection.personId) ?? new HoldOff()
    this.#refusals.set(connection.personId, held)
    held.refused(means.now())
    means.watch.refused?.(code)
    connection.send(deniedFrame(code))
    connection.tell({ refused: { code, detail } })
    connection.hangUp(closeCodes.notAccepted, code)
  }

  /** One tick on its own, for what has to be replayed: true when it did what was foreseen. */
  replay(piece: Piece): boolean {
    return this.#judge([piece]).broken === null
  }

  #tick(): void {
    // The rest of a tick while the document is changed for another.
    if (this.#door.isShut) return this.#door.whenOpen(() => this.isEmpty || this.#pace.ask(0))
    const { now, watch } = this.#core.means
    const started = now()
    const waiting = this.#waiting.inOrder()
    let [count, hasRoomAgain] = [0, false]
    const { broken } = this.#judge(waiting, ({ judged, broken: fault }) => {
      // The piece at which a tick broke belongs to it, judged or not.
      count = judged.length + (fault === null ? 0 : 1)
      hasRoomAgain = this.#waiting.took(count)
    })
    const tookMs = now() - started
    this.#pace.spent(tookMs + this.#core.takeRelayMs())
    if (broken === null) watch.ticked?.(tookMs, count)
    else this.#onBroken(waiting.slice(0, count), broken)
    if (hasRoomAgain) this.#door.whenOpen(() => (this.resume(), this.#core.audience.flush()))
    if (this.#waiting.hasRest) this.#pace.ask(0)
    this.#tellTicked()
  }

  #tellTicked(): void {
    for (const tell of this.#onTicked.splice(0)) tell()
  }

  /** Applies pieces, and answers them unless the tick broke. `applied` is told before anything leaves: an answer may end a socket, whose going looks at what waits. */
  #judge(pieces: readonly Piece[], applied: (tick: WordsTick) => void = () => {}): WordsTick {
    const tick = applyPieces(this.#core.state, pieces, this.#writers())
    applied(tick)
    if (tick.broken === null) this.#conclude(tick)
    return tick
  }

  #conclude({ update, owners, judged }: WordsTick): void {
    // An owner is synced before the first relay under its id, whether the words or a caret came first.
    const wait = owners.length > 0 || judged.some((each) => this.#core.isOwning(writerOf(each))) ? 'synced' : 'committed'
    const author = authorOf(judged)
    const { mark } = this.#core.append(update === null ? { owners } : { update, owners }, wait, () => {
      if (update !== null) this.#core.audience.publish(updateFrame(update), author)
    })
    for (const each of judged) this.#settle(each, mark)
    if (judged.some(({ verdict }) => verdict.outcome !== 'apply')) {
      this.#core.audience.flush()
      this.#core.tellSaved() // what brought nothing new may be safe already
    }
    if (update !== null) this.#askAheads()
    this.#noteLate(judged)
  }

  /** [§4.5] Words that come in review are noted with their hour, for the scribe. */
  #noteLate(judged: readonly Judged[]): void {
    const { board, means } = this.#core
    if (board.meeting.status !== 'review') return
    const now = new Date(means.clock.now()).toISOString()
    const roots = judged.flatMap(({ piece, verdict }) =>
      verdict.outcome === 'apply'
        ? lateRoots(
            board,
            piece.connection.personId,
            verdict.ops.map(({ path: [root = ''] }) => root),
            now,
          )
        : [],
    )
    if (roots.length > 0) this.#core.write({ facts: [{ type: 'words-came-late', roots: [...new Set(roots)] }], confidences: [] })
  }

  #writers(): Writers {
    const { status } = this.#core.board.meeting
    return {
      isFull: this.#size.isFull(this.#core.state),
      generation: this.#core.journal.generation,
      isFrozen: status === 'sealed' || status === 'cancelled',
      mayHaveLost: !this.#core.means.store.wasClosedWell,
      adopted: this.#adoption.by,
      inspected: (ms) => this.#core.means.watch.inspected?.(ms),
    }
  }

  #settle({ piece: { connection, message, kind }, verdict }: Judged, mark: Mark): void {
    if (verdict.outcome !== 'apply') this.#core.means.watch.untaken?.(verdict.outcome)
    switch (verdict.outcome) {
      case 'ignored':
        connection.saved.hold(message)
        break
      case 'noop':
      case 'apply':
        if (verdict.outcome === 'apply' && (hasRest(verdict) || verdict.ahead.length > 0))
          this.#noteAhead(connection, message, verdict.ahead)
        else this.#accept(connection, message, mark, kind)
        if (hasRest(verdict)) this.#ask(connection)
        if (verdict.droppedDeletes > 0) this.#reset(connection, 'formatting')
        break
      case 'ahead':
        this.#noteAhead(connection, message, verdict.clients)
        break
      case 'gap':
        connection.saved.hold(message)
        if (connection.aheadOf.size > 0) connection.restsSince ??= this.#core.means.now()
        else if (connection.resyncs++ < MAX_RESYNCS) this.#ask(connection)
        else this.#reset(connection, 'gap')
        break
      case 'wait':
        connection.saved.hold(message)
        connection.waiting = { since: connection.waiting?.since ?? this.#core.means.now(), roots: verdict.roots }
        break
      case 'refuse':
        connection.saved.hold(message)
        this.#core.means.log.warn('words refused', { meetingId: this.#core.meetingId, code: verdict.code })
        this.refuse(connection, verdict.code, verdict.detail)
    }
  }

  #accept(connection: Connection, message: number, mark: Mark, kind: Piece['kind']): void {
    connection.saved.take(message, mark, kind === 'step2')
    if (kind !== 'step2') return
    connection.resyncs = 0
    connection.restsSince = null
    connection.waiting = null
    connection.aheadOf.clear()
  }

  #noteAhead(connection: Connection, message: number, clients: readonly number[]): void {
    connection.saved.hold(message)
    connection.waiting = null
    connection.aheadOf.clear()
    for (const client of clients) connection.aheadOf.set(client, Y.getState(this.#core.state.doc.store, client))
  }

  #askAheads(): void {
    const { store } = this.#core.state.doc
    for (const connection of this.#core.audience) {
      if (connection.aheadOf.size > 0 && [...connection.aheadOf].some(([client, state]) => Y.getState(store, client) > state))
        this.#ask(connection)
    }
  }

  #ask(connection: Connection): void {
    connection.aheadOf.clear()
    connection.send(step1Frame(Y.encodeStateVector(this.#core.state.doc)))
  }

  /** The document on that device cannot be kept: the one recovery of the web app begins. */
  #reset(connection: Connection, reason: string): void {
    this.#core.means.watch.reset?.(reason)
    connection.tell({ reset: reason })
    connection.hangUp(closeCodes.olderGeneration, reason)
  }
}
