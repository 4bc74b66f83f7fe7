import { GenerationCipher } from '../keys/cipher.ts'
import type { GenerationKeys } from '../keys/generation-keys.ts'
import { boxLate, boxSeed, boxSnapshot, boxTick } from './boxes.ts'
import type { CommitRoad } from './commit-road.ts'
import { JournalFrozen, StaleEpoch } from './faults.ts'
import type { GenerationTurn } from './generation-turn.ts'
import { makeKey } from './make-key.ts'
import type { Reader } from './reader.ts'
import type { Compaction, Journal, JournalListener, LateWords, Mark, Receipt, Sealing, Seq, Tick } from './store.ts'
import type { Shelf, Tables } from './tables.ts'

/** What a journal writes through; one per store. */
export interface JournalMeans {
  readonly epoch: number
  readonly tables: Tables
  readonly keys: GenerationKeys
  readonly road: CommitRoad
  readonly reader: Reader
  readonly turn: GenerationTurn
}

/** Where the meeting stood when it was opened. */
export interface JournalStart {
  readonly meetingId: string
  readonly generation: number
  readonly seq: Seq
  readonly key: Uint8Array
  readonly late: readonly LateWords[]
}

/** The one writer of an open meeting. Boxes are made when the tick is appended, so that the transaction only inserts. */
export class OpenJournal implements Journal {
  readonly meetingId: string
  readonly epoch: number
  readonly #means: JournalMeans
  readonly #listener: JournalListener
  readonly #onRelease: () => void
  readonly #late: Map<string, LateWords>
  #generation: number
  #seq: Seq
  #key: Uint8Array
  #cipher: GenerationCipher
  #lastMark: Mark = 0
  #frozen: 'sealing' | 'released' | null = null
  #stale: StaleEpoch | null = null
  #compaction: Promise<unknown> = Promise.resolve()

  constructor(means: JournalMeans, start: JournalStart, listener: JournalListener, onRelease: () => void) {
    this.meetingId = start.meetingId
    this.epoch = means.epoch
    this.#means = means
    this.#listener = listener
    this.#onRelease = onRelease
    this.#late = new Map(start.late.map((words) => [words.id, words]))
    this.#generation = start.generation
    this.#seq = start.seq
    this.#key = start.key
    this.#cipher = new GenerationCipher(start.key)
  }

  get generation(): number {
    return this.#generation
  }

  get seq(): Seq {
    return this.#seq
  }

  get isDirty(): boolean {
    return this.#lastMark > this.#means.road.syncedMark
  }

  get isFrozen(): boolean {
    return this.#frozen !== null
  }

  append(tick: Tick): Receipt {
    this.#assertMayWrite()
    const seq = tick.update === undefined && tick.facts === undefined ? this.#seq : this.#seq + 1
    const shelf = this.#shelf
    const boxed = boxTick(this.#cipher, shelf, seq, tick)
    const { only, bytes } = boxed
    const { tables, road } = this.#means
    const run = (): void => {
      const holds = only === null ? tables.holds(this.meetingId, this.epoch) : tables.appendLog(shelf, this.epoch, only)
      if (!holds) throw new StaleEpoch(this.meetingId)
      if (only === null) boxed.writeTo(tables)
    }
    this.#lastMark = road.enqueue({
      run,
      drop: this.#lose,
      bytes,
      isPatient: true,
      isOneStatement: only !== null,
      meetingId: this.meetingId,
      listener: this.#listener,
    })
    this.#seq = seq
    for (const words of tick.late ?? []) this.#late.set(words.id, words)
    return { seq, mark: this.#lastMark }
  }

  async words(): Promise<readonly Uint8Array[]> {
    this.#assertMayWrite()
    const [shelf, upto] = [this.#shelf, this.#seq]
    await this.#means.road.committed(this.#lastMark)
    this.#assertMayWrite()
    if (this.#generation !== shelf.generation) throw new JournalFrozen('the meeting was sealed')
    return this.#means.reader.words(shelf, upto, this.#key)
  }

  async compact(compaction: Compaction): Promise<boolean> {
    if (compaction.upto > this.#seq) throw new RangeError('a snapshot cannot hold what was not appended')
    this.#assertMayWrite()
    const turn = this.#compaction.then(() => this.#compact(compaction))
    this.#compaction = turn.catch(() => {}) // its caller hears of it; the next compaction does not care
    return turn
  }

  async seal(sealing: Sealing): Promise<{ generation: number; seq: Seq }> {
    this.#assertMayWrite()
    this.#frozen = 'sealing'
    try {
      await this.#compaction
      const last = this.#shelf
      await this.#startNext(sealing)
      await this.#means.turn.finishSoon(last)
    } finally {
      this.#frozen = null
    }
    return { generation: this.#generation, seq: this.#seq }
  }

  release(): void {
    if (this.isDirty || this.#frozen === 'sealing') throw new JournalFrozen('a dirty meeting is never released')
    if (this.#frozen === 'released') return
    this.#frozen = 'released'
    this.#cipher.forget()
    this.#onRelease()
  }

  get #shelf(): Shelf {
    return { meeting: this.meetingId, generation: this.#generation }
  }

  async #compact({ upto, update, verify }: Compaction): Promise<boolean> {
    if (this.#frozen === 'released') return false // its turn came after the room had gone
    const { tables, road, reader } = this.#means
    const shelf = this.#shelf
    const row = boxSnapshot(this.#cipher, shelf, upto, update)
    // behind the ticks it holds, in the same transaction or a later one: a snapshot never outlives its rows' rollback
    const run = (): void => {
      this.#fence(this.#seq)
      tables.insertSnapshot(shelf, row, false)
    }
    await road.record(run, this.#patiently)
    const readBack = await reader.snapshot(shelf, upto, this.#key)
    const isGood = readBack !== null && (await verify(readBack))
    const conclude = (): void => (isGood ? tables.confirmSnapshot(shelf, upto) : tables.deleteSnapshot(shelf, upto))
    await road.record(conclude, this.#patiently)
    return isGood
  }

  /** One transaction: before it the seal never happened, once it is synced it will be finished, come what may. */
  async #startNext({ minutes, seed, finalStateVector, meta, carried = {}, generation = this.#generation + 1 }: Sealing): Promise<void> {
    const { tables, keys, road } = this.#means
    const last = this.#shelf
    if (generation <= last.generation) throw new RangeError('a generation cannot come again')
    const next: Shelf = { meeting: this.meetingId, generation }
    const key = await makeKey(keys, next)
    const cipher = new GenerationCipher(key)
    const board = boxSeed(cipher, next, seed.board)
    const snapshot = seed.update === null ? null : boxSnapshot(cipher, next, this.#seq, seed.update)
    const late = [...this.#late.values()].map((words) => boxLate(cipher, next, words))
    const boxed = boxTick(cipher, next, this.#seq, carried)
    const run = (): void => {
      this.#fence(this.#seq)
      boxed.writeTo(tables)
      if (minutes !== null) tables.putMinutes(next.meeting, minutes.version, minutes.record)
      if (minutes?.withdrawsEarlier) tables.deleteMinutesBefore(next.meeting, minutes.version)
      if (meta !== undefined) tables.changeMeta(next.meeting, meta)
      tables.setGenerationState(last, 'sealing', finalStateVector)
      tables.insertGeneration({ meeting: next.meeting, n: next.generation, seed: board })
      if (snapshot !== null) tables.insertSnapshot(next, snapshot, true)
      for (const row of late) tables.putEntry(next, row)
      tables.setGeneration(next.meeting, this.epoch, next.generation)
    }
    await road.record(run, this.#patiently)
    this.#cipher.forget()
    this.#key.fill(0)
    this.#generation = next.generation
    this.#key = key
    this.#cipher = cipher
  }

  get #patiently(): { isPatient: boolean; meetingId: string } {
    return { isPatient: true, meetingId: this.meetingId }
  }

  /** Inside the transaction: the last word on who may write is the disk's. */
  #fence(seq: Seq): void {
    if (!this.#means.tables.setSeq(this.meetingId, this.epoch, seq)) throw new StaleEpoch(this.meetingId)
  }

  readonly #lose = (fault: Error): void => {
    if (this.#stale !== null || !(fault instanceof StaleEpoch)) return
    this.#stale = fault
    this.#listener.lost?.(fault)
  }

  #assertMayWrite(): void {
    if (this.#stale !== null) throw this.#stale
    if (this.#frozen !== null)
      throw new JournalFrozen(this.#frozen === 'sealing' ? 'the meeting is being sealed' : 'the journal was released')
  }
}
