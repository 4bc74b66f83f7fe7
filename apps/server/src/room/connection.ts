import type { PersonId } from '@clairiere/ritual'
import type { Budget } from './budget.ts'
import { keepAliveFrame, messageFrame, savedFrame } from './protocol.ts'
import { Shown } from './shown.ts'
import { SavedCount } from './saved-count.ts'
import type { Mark } from '../store/store.ts'

/** What a room needs of a socket. Tests bring one that records. */
export interface Wire {
  /** Hands all frames to the network in one write. */
  write(frames: readonly Uint8Array[]): void
  close(code: number, reason: string): void
  /** Bytes written that the network has not taken yet. */
  readonly bufferedBytes: number
}

/** More than this behind, a socket gets no more documents and presence: it catches up with one SyncStep2 when it has drained. */
const SLOW_BYTES = 256 * 1024
/** More than this behind, it is hung up: whoever reads nothing shall not fill the memory. */
const STUCK_BYTES = 4 * 1024 * 1024
/** Stock clients hang up after 30 s of silence. */
const SILENCE_MS = 12_000

/** One socket of one person in a room: what it has sent that is saved, what it may be sent now. It judges nothing. */
export class Connection {
  readonly personId: PersonId
  /** It asked for message types 100 and 101 (`v=1`). */
  readonly speaksMore: boolean
  /** Of the document it follows: a later one is another document. */
  readonly generation: number
  readonly saved = new SavedCount()
  /** Client ids of the document that this device says are its own. */
  readonly declared = new Set<number>()
  hasSaidHello = false
  /** Its SyncStep2 has come: updates before that are repeated by it, and ignored. */
  hasSynced = false
  /** It was refused: nothing more that it sent is looked at. What a socket sent before it merely closed still counts. */
  isFenced = false
  /** Our SyncStep2 has left: updates follow. */
  isFollowing = false
  /** How often it answered with a gap since it last synced. */
  resyncs = 0
  /** Something of it was not taken because its person rests: it is asked for it afterwards. */
  isPutOff = false
  /** Since when (machine's ms) something it sent waits for which roots to be confirmed; its updates are ignored until it syncs again. */
  waiting: { readonly since: number; readonly roots: readonly string[] } | null = null
  /** Other people's ids, with their state, whose structs it repeats before their owner has sent them: it is asked again when one advances. */
  readonly aheadOf = new Map<number, number>()
  /** Since when (machine's ms) it goes on from what was left out: it is asked for all of it when that has come, and not for each word that needs it. */
  restsSince: number | null = null
  /** What of confidences was told on it. */
  readonly shown = new Shown()

  readonly #wire: Wire
  readonly #now: () => number
  readonly #budgets: readonly Budget[]
  #frames: Uint8Array[] = []
  #untold: number | null = null
  #slowSince: number | null = null
  /** Bytes of a large frame, and what waited before it, that it is given the time to take. */
  #underWay = 0
  #lastWrite: number
  #isOpen = true

  /** `now`: the machine's time (ms), not the record's. `budgets`: what this socket draws from, with the other sockets of its person. */
  constructor(
    { personId, speaksMore }: { personId: PersonId; speaksMore: boolean },
    generation: number,
    wire: Wire,
    { now, budgets }: { now: () => number; budgets: readonly Budget[] },
  ) {
    this.personId = personId
    this.speaksMore = speaksMore
    this.generation = generation
    this.#wire = wire
    this.#now = now
    this.#lastWrite = now()
    this.#budgets = budgets
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  get isSlow(): boolean {
    return this.#slowSince !== null
  }

  /** Since when it has not kept up (machine's ms), or null. */
  get slowSince(): number | null {
    return this.#slowSince
  }

  /** False: this socket, or its person over all their sockets, sends too much. */
  admits(frame: Uint8Array): boolean {
    const now = this.#now()
    for (const budget of this.#budgets) if (!budget.take(frame.length, now)) return false
    return true
  }

  /** Its words have made too much work: what comes stays on the device until it is asked again. */
  get isResting(): boolean {
    return this.#budgets.some((budget) => budget.isResting)
  }

  /** Its words made so much work, as a tick weighs it. */
  worked(weight: number): void {
    for (const budget of this.#budgets) budget.worked(weight, this.#now())
  }

  /** Whether those who write here need not rest, or have rested. */
  hasRested(): boolean {
    const now = this.#now()
    let haveAll = true
    for (const budget of this.#budgets) if (!budget.hasRested(now)) haveAll = false // each is asked: asking is what ends a rest
    return haveAll
  }

  /** Whether one more state of its presence may be shown now. */
  mayShow(): boolean {
    const now = this.#now()
    return this.#budgets.every((budget) => budget.show(now))
  }

  /** What it asked for; null: its person has asked for too much. `work`: what making it cost beside its bytes, as bytes. */
  given(answer: () => readonly Uint8Array[], work: () => number = () => 0): readonly Uint8Array[] | null {
    const now = this.#now()
    if (!this.#budgets.every((budget) => budget.mayAsk(now))) return null
    const frames = answer()
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0)
    const cost = Math.max(bytes, work())
    for (const budget of this.#budgets) budget.answered(cost, now)
    return frames
  }

  /** Queues a frame for this turn's one write. */
  send(frame: Uint8Array): void {
    if (this.#isOpen) this.#frames.push(frame)
  }

  /** Queues a JSON message for those who asked for them. */
  tell(message: object): void {
    if (this.speaksMore) this.send(messageFrame(message))
  }

  /** Counts what of that which it sent is now safe; `flush` says so with whatever else there is, `tellSaved` at once. True: it is yet to be told. */
  synced(mark: Mark): boolean {
    const count = this.saved.synced(mark)
    if (count !== null && this.speaksMore) this.#untold = count
    return this.#untold !== null
  }

  /** Something of it is saved that it was not told yet. */
  get isUntold(): boolean {
    return this.#untold !== null
  }

  /** Tells it what is saved, with whatever is queued. */
  tellSaved(): void {
    if (this.#untold === null) return
    this.#queueSaved()
    this.flush()
  }

  /** Writes what is queued, all at once. */
  flush(): void {
    if (this.#frames.length === 0 || !this.#isOpen) return
    this.#queueSaved()
    const frames = this.#frames
    this.#frames = []
    this.#lastWrite = this.#now()
    this.#wire.write(frames)
    const { bufferedBytes } = this.#wire
    if (bufferedBytes <= SLOW_BYTES) this.#underWay = 0
    else this.#weigh(bufferedBytes, frames)
  }

  /**
   * Much waits. What was written just now could not be taken yet: a document of 440 kB says nothing about who reads it, and bringing a reader up to date is such a
   * document again. Whoever stands still lets as much pile up behind it.
   */
  #weigh(bufferedBytes: number, written: readonly Uint8Array[]): void {
    const before = written.reduce((left, frame) => left - frame.length, bufferedBytes)
    if (before <= SLOW_BYTES) this.#underWay = bufferedBytes
    const behind = bufferedBytes - this.#underWay
    if (behind > STUCK_BYTES) this.hangUp(1013, 'too slow')
    else if (behind > SLOW_BYTES) this.#slowSince ??= this.#now()
  }

  /** True when a slow socket has drained: it has to be brought up to date now. */
  hasDrained(): boolean {
    if (this.#slowSince === null || this.#wire.bufferedBytes > SLOW_BYTES / 4) return false
    this.#slowSince = null
    this.#underWay = 0
    return true
  }

  /** A sign of life when there was nothing to say for a while. */
  keepAlive(): void {
    if (this.#now() - this.#lastWrite < SILENCE_MS) return
    this.send(keepAliveFrame)
    this.flush()
  }

  /** Says what is still queued, then closes; nothing is sent after. Idempotent. */
  hangUp(code: number, reason: string): void {
    if (!this.#isOpen) return
    this.#queueSaved()
    const frames = this.#frames
    this.#frames = []
    this.#isOpen = false
    if (frames.length > 0) this.#wire.write(frames)
    this.#wire.close(code, reason)
  }

  /** The socket closed by itself. */
  gone(): void {
    this.#isOpen = false
    this.#frames = []
  }

  #queueSaved(): void {
    if (this.#untold !== null) this.send(savedFrame(this.#untold))
    this.#untold = null
  }
}
