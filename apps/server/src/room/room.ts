import { closeCodes, refuse, type Board, type Fact, type Outcome, type PersonId } from '@clairiere/ritual'
import type { Doc } from 'yjs'
import { JournalFrozen } from '../store/faults.ts'
import type { Mark, MetaChange, OpenedMeeting } from '../store/store.ts'
import { ActsDesk, type Asker, type Request } from './acts-desk.ts'
import { Comings } from './comings.ts'
import { Compaction } from './compaction.ts'
import type { Connection, Wire } from './connection.ts'
import { RoomCore } from './core.ts'
import type { ActAnswer } from './first-answers.ts'
import { lastRecorded } from './meeting-state.ts'
import type { RoomMeans } from './room-means.ts'
import { Door } from './door.ts'
import { sayGoodbye } from './goodbye.ts'
import { LateShelf, type Late } from './late-shelf.ts'
import { ReadingRoom } from './reading-room.ts'
import { Reception } from './reception.ts'
import { SocketDesk, type ActRequest } from './socket-desk.ts'
import { Turning } from './turning.ts'
import type { Visitor } from './visitor.ts'
import { WaitingFrames } from './waiting-frames.ts'
import { WordsDesk } from './words-desk.ts'
import type { Piece } from './words-tick.ts'

const WHISPERS_KEPT_MS = 12 * 60 * 60 * 1000

/** One meeting in memory: who is there, what they send, what they are told. It knows no HTTP, no URL and no secret. */
export class Room {
  /** For those without a socket. */
  readonly readers: ReadingRoom
  readonly #core: RoomCore
  readonly #comings: Comings
  readonly #words: WordsDesk
  readonly #acts: ActsDesk
  readonly #sockets: SocketDesk
  readonly #reception: Reception
  readonly #turning: Turning
  readonly #compaction: Compaction
  /** Words that came after sealing. */
  readonly late: LateShelf
  readonly #door = new Door()
  readonly #waiting = new WaitingFrames(this.#door)
  #isReleased = false

  /** Null: no such meeting. Throws what `store.open` throws. */
  static async open(meetingId: string, means: RoomMeans): Promise<Room | null> {
    let room: Room | null = null
    const listener = { committed: (mark: Mark) => room?.committed(mark), synced: (mark: Mark) => room?.synced(mark) }
    const open = (): Promise<OpenedMeeting | null> => means.store.open(meetingId, listener)
    const opened = await open()
    if (opened === null) return null
    if (opened.isRepaired)
      means.log.warn('the newest snapshot was unreadable: the one before it was used, nothing is missing', { meetingId })
    room = new Room(opened, { ...means, clock: means.clock.from(lastRecorded(opened)) }, open)
    return room
  }

  private constructor(opened: OpenedMeeting, means: RoomMeans, open: () => Promise<OpenedMeeting | null>) {
    this.late = new LateShelf(opened.late)
    this.#comings = new Comings(means.clock, this.#door, {
      board: () => this.board,
      record: (facts) => void this.#record(facts),
      dropUnread: () => this.#acts.dropUnread(),
      flush: () => this.#core.audience.flush(),
    })
    this.#core = new RoomCore(opened, means, () => this.#comings.attendance.online)
    this.#words = new WordsDesk(this.#core, this.#door, (pieces, fault) => void this.#readAgain(pieces, fault, open))
    this.#acts = new ActsDesk(
      this.#core,
      (facts, stamp) => this.#turning.seal(facts, stamp),
      () => this.#comings.heedClock(),
    )
    this.#sockets = new SocketDesk(this.#core, this.#words, (connection, request) => {
      this.#act(connection, request).catch((fault: unknown) => this.#reception.hangUp(connection, fault))
    })
    this.#reception = new Reception(this.#core, this.#comings, this.#words)
    this.#turning = new Turning(this.#core, this.#door, this.#sockets)
    this.#compaction = new Compaction(this.#core)
    this.readers = new ReadingRoom(this.#core)
    const present = Object.values(this.board.people).filter((person) => person.presence === 'present')
    this.#comings.attendance.expect(present.map((person) => person.id))
  }

  get meetingId(): string {
    return this.#core.meetingId
  }
  get board(): Board {
    return this.#core.board
  }
  get doc(): Doc {
    return this.#core.state.doc
  }
  get online(): ReadonlySet<PersonId> {
    return this.#core.online
  }
  get generation(): number {
    return this.#core.journal.generation
  }
  get seq(): number {
    return this.#core.journal.seq
  }
  /** The record's time here. */
  get now(): string {
    return new Date(this.#core.means.clock.now()).toISOString()
  }
  get sockets(): number {
    return this.#core.audience.size
  }
  /** How large its document is: bytes, too many rather than too few, and client ids. */
  get size(): { bytes: number; ids: number } {
    const { bytes, doc } = this.#core.state
    return { bytes, ids: doc.store.clients.size }
  }
  /** How far behind it is: sockets that do not keep up, and since when (machine's ms) something waits for the disk, or null. */
  get strain(): { slowSockets: number; unsavedSince: number | null } {
    return { slowSockets: this.#core.audience.slow, unsavedSince: this.#core.unsavedSince }
  }

  /** How long (ms) somebody refused again and again is not let in; 0: they may come. */
  heldOffMs(personId: PersonId): number {
    return this.#words.heldOffMs(personId)
  }

  /** Lets a socket in, or says with which code to close it. */
  connect(visitor: Visitor, wire: Wire): Connection | number {
    if (this.#isReleased) return closeCodes.restart
    return this.#reception.connect(visitor, wire)
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    if (!this.#door.isShut) return this.#sockets.receive(connection, bytes)
    const isHeld = this.#waiting.hold(bytes, (copy) => {
      try {
        this.receive(connection, copy)
      } catch (fault) {
        this.#reception.hangUp(connection, fault)
      }
    })
    if (!isHeld) connection.hangUp(closeCodes.restart, 'come back')
  }

  left(connection: Connection): void {
    if (this.#core.audience.remove(connection) && !this.#isReleased) this.#reception.left(connection, this.#sockets)
  }

  /** Resolves at once, or when the room has been sealed or read again: what it shows meanwhile is not to be read. */
  untilOpen(): Promise<void> {
    return this.#door.untilOpen()
  }

  /** For whoever writes: throws `JournalFrozen` once it is released; `Rooms.within` then opens another in its place. */
  async #untilWritable(): Promise<void> {
    await this.untilOpen()
    if (this.#isReleased) throw new JournalFrozen('the room was released')
  }

  /** Judges an act; the answer comes when it is synced. Over HTTP it is a sign of life too. */
  async perform(asker: Asker, request: Request, sign = true): Promise<ActAnswer> {
    await this.#untilWritable()
    if (sign && asker.kind === 'person') this.seen(asker.personId)
    while (this.#words.run(asker)) await this.#words.ticked().then(() => this.#untilWritable()) // words sent before are judged before
    const before = this.board
    const answer = this.#acts.perform(asker, request)
    this.#comings.heedClock()
    if (this.board.items !== before.items) this.#words.askAgain()
    this.#core.audience.flush()
    return answer
  }

  /** What the server itself says of the board of the moment: somebody comes by a link. Resolves once it is in the log; refuses what `judged` does, and while nothing is saved. */
  async take(judged: (board: Board) => Outcome<readonly Fact[]>): Promise<Outcome<true>> {
    await this.#untilWritable()
    if (this.#core.means.store.state !== 'saving') return refuse('not-saving')
    const facts = judged(this.board)
    if (!facts.ok) return facts
    if (facts.value.length > 0) await this.#record(facts.value)
    return { ok: true, value: true }
  }

  /** A sign of life over HTTP, of someone who may have no socket at all. */
  seen(personId: PersonId): void {
    if (this.board.people[personId] !== undefined) this.#comings.attendance.acted(personId)
  }

  /** Words that came after sealing, kept beside the meeting; resolves when synced. */
  async addLate(words: Late): Promise<void> {
    await this.#untilWritable()
    const row = this.late.add(words)
    return new Promise((resolve) => void this.#core.append({ late: [row] }, 'synced', () => resolve()))
  }

  /** Resolves when all that was written so far is synced. */
  settled(): Promise<void> {
    return this.untilOpen().then(() => this.#core.settled())
  }

  /** The store says so; nobody else calls these. */
  committed(mark: Mark): void {
    this.#core.committed(mark)
  }
  synced(mark: Mark): void {
    this.#core.synced(mark)
  }

  /** The store stopped saving or saves again, or the record's clock was moved by hand. */
  tellStatus(): void {
    this.#reception.tellStatus()
    if (this.#core.means.store.state === 'saving') this.#words.resume()
    this.#core.audience.flush()
  }

  /** To be called every second or so. */
  sweep(): void {
    if (this.#door.isShut) return
    for (const drained of this.#core.audience.sweep()) this.#sockets.catchUp(drained)
    this.#words.sweep()
    this.#core.audience.flush()
    this.#compaction
      .sweep()
      .catch((fault: unknown) => this.#core.means.log.error('a snapshot failed', { meetingId: this.meetingId }, fault))
    // [§2.5-24] Whispers outlive the last person's leaving by half a day.
    const { emptySince } = this.#comings.attendance
    if (emptySince !== null && this.#core.means.clock.now() - emptySince >= WHISPERS_KEPT_MS) this.#acts.purge()
  }

  /** Nobody sealed in time [§2.5-24]: false when the disk has no room. `meta` changes the meeting's. */
  async forget(meta: MetaChange): Promise<boolean> {
    await this.untilOpen()
    this.#words.run()
    return this.#turning.forget(meta)
  }

  /** Whether it may leave the memory: nobody here, nothing unsaved, nothing that lives here alone [architecture, always 2]. */
  get isIdle(): boolean {
    const { audience, departures, journal, confidences, board } = this.#core
    const holds = board.meeting.status === 'live' && (confidences.holdsMemoryOnly || this.#acts.isDelivering)
    const isBusy = this.#door.isShut || this.#compaction.isRunning || this.#comings.attendance.isWatching || !this.#words.isEmpty
    return audience.size === 0 && departures.isEmpty && !journal.isDirty && !holds && !isBusy
  }

  /** A snapshot is being written. */
  get isCompacting(): boolean {
    return this.#compaction.isRunning
  }
  get isReleased(): boolean {
    return this.#isReleased
  }

  /** Leaves the memory; the next opening reads it from the store. Throws when something is unsaved. */
  release(): void {
    this.#core.journal.release()
    this.#isReleased = true
    this.#comings.stop()
    this.#acts.stop()
    this.#words.stop()
    this.#sockets.stop()
    this.#core.stop()
  }

  /** The server goes: what came is judged and written, everyone is told to come back when it is their `turn`, and the room is released. */
  async close(turn: () => Promise<void> = async () => {}): Promise<void> {
    await this.untilOpen()
    // An act may have come between the last look and here.
    do await sayGoodbye(this.#core, this.#words, this.#compaction, turn)
    while (this.#core.audience.size > 0 || this.#core.journal.isDirty)
    this.release()
  }

  async #readAgain(pieces: readonly Piece[], fault: unknown, open: () => Promise<OpenedMeeting | null>): Promise<void> {
    if (!(await this.#turning.readAgain(this.#words, pieces, fault, open))) this.release() // its clocks with it: they would write into a log that is closed
  }

  /** The server's own facts carry no actor. */
  #record(facts: readonly Fact[]): Promise<void> {
    return new Promise((resolve) => void this.#core.write({ facts, confidences: [] }, () => resolve()))
  }

  async #act(connection: Connection, request: ActRequest): Promise<void> {
    const answer = await this.perform({ kind: 'person', personId: connection.personId }, request, false)
    await this.#reception.answer(connection, request.id, answer)
  }
}
