import * as Y from 'yjs'
import { closeCodes, lateRoots, type PersonId } from '@clairiere/ritual'
import type { Mark } from '../store/store.ts'
import type { Connection } from './connection.ts'
import type { RoomCore } from './core.ts'
import { isConfirmed } from './doc-schema.ts'
import { DocumentSize } from './document-size.ts'
import { HoldOff } from './hold-off.ts'
import { Pace } from './pace.ts'
import { deniedFrame, step1Frame, updateFrame } from './protocol.ts'
import { applyPieces, type Judged, type Piece, type Writers } from './words-tick.ts'

/** A device that cannot be brought together with us by syncing so often holds another document. */
const MAX_RESYNCS = 3
/** Words of an item nobody confirms are given back to who wrote them. */
const MAX_WAITING_MS = 60_000
/** After an unclean stop, an owner has so long to bring what others only repeat. */
const ADOPTION_MS = 60_000

/** Where words come in: it gathers them for the tick, has them judged and applied, and answers each as the verdict says. */
export class WordsDesk {
  readonly #core: RoomCore
  readonly #onBroken: (pieces: readonly Piece[], fault: unknown) => void
  readonly #pace: Pace
  readonly #refusals = new Map<PersonId, HoldOff>()
  readonly #adopted = new Set<number>()
  readonly #since: number
  readonly #size: DocumentSize
  #pieces: Piece[] = []

  /** `onBroken`: a tick did what was not foreseen; the state is not to be trusted any more. */
  constructor(core: RoomCore, onBroken: (pieces: readonly Piece[], fault: unknown) => void) {
    this.#core = core
    this.#onBroken = onBroken
    this.#since = core.means.now()
    const { now, after, store, log } = core.means
    this.#size = new DocumentSize((bytes) =>
      log.warn('a document is large: each who joins is sent all of it', { meetingId: core.meetingId, bytes }),
    )
    this.#pace = new Pace(
      { now, after, soon: (run) => store.gather(run) },
      () => this.#tick(),
      () => core.audience.size,
    )
  }

  /** A SyncStep2 or an Update came. */
  take(connection: Connection, kind: Piece['kind'], update: Uint8Array): void {
    const message = connection.saved.arrive()
    // What the disk does not take stays on the device: nothing here may grow without bound, or be seen and then lost.
    const isTaken = this.#core.means.store.state === 'saving'
    if (kind === 'step2') connection.hasSynced = isTaken
    if (!connection.hasSynced || !isTaken) {
      connection.hasSynced = false
      connection.saved.hold(message) // it comes again with the SyncStep2
      return
    }
    // The frame is the network's buffer: what waits keeps a copy.
    this.#pieces.push({ connection, message, kind, update: update.slice() })
    this.#pace.ask(update.length)
  }

  /** Judges what waits now: an act comes after the words sent before it. */
  run(): void {
    if (this.#pieces.length > 0) this.#pace.run()
  }

  stop(): void {
    this.#pace.stop()
  }

  get isEmpty(): boolean {
    return this.#pieces.length === 0
  }

  /** The store saves again: devices send what they kept. */
  resume(): void {
    for (const connection of this.#core.audience) if (connection.isFollowing && !connection.hasSynced) this.#ask(connection)
  }

  /** How long (ms) this person, refused too often, is not let in; 0: they may. */
  heldOffMs(personId: PersonId): number {
    return this.#refusals.get(personId)?.leftMs(this.#core.means.now()) ?? 0
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
    }
    this.#size.sweep(this.#core.state)
    if (!this.#core.means.store.wasClosedWell && now - this.#since > ADOPTION_MS) this.#adopt()
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
    return this.#judge([piece]) === null
  }

  #tick(): void {
    const pieces = this.#pieces
    this.#pieces = []
    const { now } = this.#core.means
    const started = now()
    const broken = this.#judge(pieces)
    const tookMs = now() - started
    this.#pace.spent(tookMs + this.#core.takeRelayMs())
    if (broken === null) this.#core.means.watch.ticked?.(tookMs, pieces.length)
    else this.#onBroken(pieces, broken)
  }

  #judge(pieces: readonly Piece[]): unknown {
    const { update, owners, judged, broken } = applyPieces(this.#core.state, pieces, this.#writers())
    if (broken !== null) return broken
    // An owner is synced before the first relay under its id.
    const wait = owners.length > 0 ? 'synced' : 'committed'
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
    return null
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
      isFrozen: status === 'sealed' || status === 'cancelled',
      adopted: this.#adopted,
      inspected: (ms) => this.#core.means.watch.inspected?.(ms),
    }
  }

  #settle({ piece: { connection, message, kind }, verdict }: Judged, mark: Mark): void {
    switch (verdict.outcome) {
      case 'ignored':
        connection.saved.hold(message)
        break
      case 'noop':
      case 'apply':
        if (verdict.outcome === 'apply' && verdict.ahead.length > 0) this.#noteAhead(connection, message, verdict.ahead)
        else this.#accept(connection, message, mark, kind)
        if (verdict.droppedDeletes > 0) this.#reset(connection, 'formatting')
        break
      case 'ahead':
        this.#noteAhead(connection, message, verdict.clients)
        break
      case 'gap':
        connection.saved.hold(message)
        if (connection.resyncs++ < MAX_RESYNCS) this.#ask(connection)
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

  /** What only others still hold of people who did not come back after an unclean stop is taken under the words policy. */
  #adopt(): void {
    const { audience, online, state, means, meetingId } = this.#core
    for (const connection of audience) {
      const lost = [...connection.aheadOf.keys()].filter(
        (client) => !this.#adopted.has(client) && !online.has(state.guard.owner(client) ?? ''),
      )
      if (lost.length === 0) continue
      for (const client of lost) this.#adopted.add(client)
      means.log.warn('words adopted whose owner did not come back', { meetingId, count: lost.length })
      this.#ask(connection)
    }
  }

  #ask(connection: Connection): void {
    connection.aheadOf.clear()
    connection.send(step1Frame(Y.encodeStateVector(this.#core.state.doc)))
  }

  /** The document on that device cannot be kept: the one recovery of the web app begins. */
  #reset(connection: Connection, reason: string): void {
    connection.tell({ reset: reason })
    connection.hangUp(closeCodes.olderGeneration, reason)
  }
}

/**
 * The one device that wrote all of a tick, if there is one: it holds what the document emitted. Not a stock client: a later kind of those takes the
 * echo of its words for a confirmation.
 */
function authorOf(judged: readonly Judged[]): Connection | null {
  let author: Connection | null = null
  for (const { piece, verdict } of judged) {
    if (verdict.outcome !== 'apply') continue
    if (!piece.connection.speaksMore || (author !== null && author !== piece.connection)) return null
    author = piece.connection
  }
  return author
}
