import { GenerationCipher } from '../keys/cipher.ts'
import type { GenerationKeys } from '../keys/generation-keys.ts'
import { boxSeed, boxSnapshot } from './boxes.ts'
import type { CommitRoad } from './commit-road.ts'
import { AlreadyOpen, NotSaving, StaleEpoch, Unreadable } from './faults.ts'
import { GenerationTurn } from './generation-turn.ts'
import { OpenJournal } from './journal.ts'
import { makeKey } from './make-key.ts'
import type { Reader } from './reader.ts'
import type {
  JournalListener,
  Mark,
  MeetingRecord,
  MetaChange,
  NewMeeting,
  OpenedMeeting,
  PastGeneration,
  SecretRow,
  SecretsMatch,
  Store,
  StoreState,
  StoreWatch,
} from './store.ts'
import type { MeetingRow, Tables } from './tables.ts'

/** What an adapter brings; `closeUp` frees what only it knows of, once everything is written. */
export interface StoreMeans {
  readonly tables: Tables
  readonly keys: GenerationKeys
  readonly road: CommitRoad
  readonly reader: Reader
  readonly watch: StoreWatch
  closeUp(): Promise<void>
}

/** The store, whatever it stands on. Built by `openSqliteStore` and `openMemoryStore`, which have counted the start. */
export class MeetingStore implements Store {
  readonly epoch: number
  readonly wasClosedWell: boolean
  readonly #means: StoreMeans
  readonly #turn: GenerationTurn
  /** Meetings opened, being opened or being purged: one at a time may write. */
  readonly #busy = new Set<string>()

  constructor(means: StoreMeans, start: { starts: number; wasClosedWell: boolean }) {
    this.epoch = start.starts
    this.wasClosedWell = start.wasClosedWell
    this.#means = means
    this.#turn = new GenerationTurn(means.tables, means.keys, means.road, means.reader, means.watch)
  }

  get state(): StoreState {
    return this.#means.road.state
  }

  get backlogBytes(): number {
    return this.#means.road.backlogBytes
  }

  onState(listener: (state: StoreState, cause?: unknown) => void): () => void {
    return this.#means.road.onState(listener)
  }

  onBroken(listener: (cause: unknown) => void): () => void {
    return this.onState((state, cause) => {
      if (state === 'broken') listener(cause)
    })
  }

  /** Finishes what an earlier process left half done. Before anything is served. */
  resume(): Promise<void> {
    return this.#turn.resume()
  }

  async createMeeting({ meetingId, meta, seed, secrets = [], minutes }: NewMeeting): Promise<boolean> {
    const { tables, keys } = this.#means
    this.#occupy(meetingId)
    try {
      if (tables.meeting(meetingId) !== null) return false
      const shelf = { meeting: meetingId, generation: 1 }
      const cipher = new GenerationCipher(await makeKey(keys, shelf))
      const board = boxSeed(cipher, shelf, seed.board)
      const snapshot = seed.update === null ? null : boxSnapshot(cipher, shelf, 0, seed.update)
      cipher.forget()
      return await this.#record(() => {
        tables.insertMeeting(meetingId, meta, 0)
        tables.insertGeneration({ meeting: meetingId, n: 1, seed: board })
        if (snapshot !== null) tables.insertSnapshot(shelf, snapshot, true)
        for (const secret of secrets) tables.putSecret(secret)
        if (minutes !== undefined) tables.putMinutes(meetingId, minutes.version, minutes.record)
        return true
      })
    } catch (fault) {
      if (fault instanceof NotSaving) await keys.destroy(meetingId, 1) // nothing was written with it
      throw fault
    } finally {
      this.#busy.delete(meetingId)
    }
  }

  meeting(meetingId: string): Promise<MeetingRecord | null> {
    const row = this.#means.tables.meeting(meetingId)
    return Promise.resolve(row === null || row.isGoing ? null : this.#describe(row))
  }

  meetings(): Promise<readonly MeetingRecord[]> {
    const rows = this.#means.tables.meetings().filter((row) => !row.isGoing)
    return Promise.resolve(rows.map((row) => this.#describe(row)))
  }

  changeMeta(meetingId: string, change: MetaChange): Promise<string | null> {
    return this.#record(() => this.#means.tables.changeMeta(meetingId, change))
  }

  async purgeMeeting(meetingId: string): Promise<void> {
    this.#occupy(meetingId)
    try {
      if (await this.#record(() => this.#means.tables.markGoing(meetingId))) await this.#turn.purge(meetingId)
    } finally {
      this.#busy.delete(meetingId)
    }
  }

  async putSecrets(secrets: readonly SecretRow[]): Promise<void> {
    await this.#record(() => {
      for (const secret of secrets) this.#means.tables.putSecret(secret)
    })
  }

  findSecrets(kind: string, hash: string, meetingId?: string): Promise<readonly SecretRow[]> {
    return Promise.resolve(this.#means.tables.secrets(kind, hash, meetingId))
  }

  deleteSecrets(match: SecretsMatch): Promise<void> {
    return this.#record(() => this.#means.tables.deleteSecrets(match))
  }

  deleteExpiredSecrets(now: number): Promise<void> {
    return this.#record(() => this.#means.tables.deleteExpiredSecrets(now))
  }

  async open(meetingId: string, listener: JournalListener): Promise<OpenedMeeting | null> {
    this.#occupy(meetingId)
    try {
      const opened = await this.#open(meetingId, listener)
      if (opened === null) this.#busy.delete(meetingId)
      return opened
    } catch (fault) {
      this.#busy.delete(meetingId)
      throw fault
    }
  }

  minutes(meetingId: string, version: number): Promise<Uint8Array | null> {
    return Promise.resolve(this.#means.tables.minutes(meetingId, version))
  }

  pastGeneration(meetingId: string, generation: number): Promise<PastGeneration | null> {
    const past = this.#means.tables.pastGenerations(meetingId)
    return Promise.resolve(past.find((row) => row.generation === generation) ?? null)
  }

  gather(run: () => void): void {
    this.#means.road.gather(run)
  }

  hurry(mark: Mark): void {
    this.#means.road.hurry(mark)
  }

  committed(mark: Mark): Promise<void> {
    return this.#means.road.committed(mark)
  }

  synced(mark: Mark): Promise<void> {
    return this.#means.road.synced(mark)
  }

  async close(): Promise<void> {
    const { tables, road } = this.#means
    road.enqueue({ run: () => tables.markClosedWell(), bytes: 0, isPatient: true })
    await road.close()
    await this.#means.closeUp()
  }

  /** Claiming it is a write: when it is synced, everything that an earlier journal of this meeting wrote is there to be read. */
  async #open(meetingId: string, listener: JournalListener): Promise<OpenedMeeting | null> {
    const { tables, keys, road, reader } = this.#means
    const isClaimed = await this.#record(() => tables.claim(meetingId, this.epoch))
    const row = tables.meeting(meetingId)
    if (row === null || row.isGoing) return null
    if (!isClaimed) throw new StaleEpoch(meetingId)
    const { generation, seq } = row
    const key = await keys.read(meetingId, generation)
    if (key === null) throw new Unreadable(`the key of generation ${generation} of meeting ${meetingId} is gone`)
    const read = await reader.meeting({ meeting: meetingId, generation }, key)
    const means = { epoch: this.epoch, turn: this.#turn, tables, keys, road, reader }
    const journal = new OpenJournal(means, { meetingId, generation, seq, key, late: read.late }, listener, () =>
      this.#busy.delete(meetingId),
    )
    return { ...read, journal, epoch: this.epoch, generation, seq }
  }

  /** The catalogue's writes say no rather than wait for room on the disk. */
  #record<T>(run: () => T): Promise<T> {
    return this.#means.road.record(run, { isPatient: false })
  }

  #occupy(meetingId: string): void {
    if (this.#busy.has(meetingId)) throw new AlreadyOpen(`meeting ${meetingId} is open`)
    this.#busy.add(meetingId)
  }

  #describe({ id, meta, generation, seq }: MeetingRow): MeetingRecord {
    return { meetingId: id, meta, generation, seq, versions: this.#means.tables.versions(id) }
  }
}
