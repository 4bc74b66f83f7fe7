import type { MetaChange, PastGeneration, SecretRow, SecretsMatch, Seq } from './store.ts'

/** `isGoing`: being purged, finished at the next start if interrupted. */
export interface MeetingRow {
  readonly id: string
  readonly meta: string
  readonly generation: number
  /** Of the last tick: the log's and the snapshots' last word, or what was noted when a generation began. */
  readonly seq: Seq
  readonly isGoing: boolean
}

/** `sealing`: its key and rows are being destroyed. The seed is locked under the generation's key. */
export interface GenerationRow {
  readonly meeting: string
  readonly n: number
  readonly state: 'live' | 'sealing' | 'past'
  readonly seed: Uint8Array | null
  readonly stateVector: Uint8Array | null
}

export type LogPart = 'update' | 'facts'
export type EntryKind = 'owner' | 'answer' | 'confidence' | 'late'

/** A generation of a meeting: where rows of content lie. */
export interface Shelf {
  readonly meeting: string
  readonly generation: number
}

export interface LogRow {
  readonly seq: Seq
  readonly part: LogPart
  readonly data: Uint8Array
}

export interface EntryRow {
  readonly kind: EntryKind
  readonly name: string
  readonly data: Uint8Array
}

export interface SnapshotRow {
  readonly upto: Seq
  readonly data: Uint8Array
}

/**
 * The rows of one adapter, synchronous: writes are called inside a transaction of the commit road. It knows no key and opens no box; what
 * it does not say is what the adapters could do differently. Booleans answer whether the row was there to write.
 */
export interface Tables {
  /** Counts this start, notes that it has not been closed well, and says how the last one ended. */
  start(): { readonly starts: number; readonly wasClosedWell: boolean }
  markClosedWell(): void
  /** Writes something, to learn whether anything can be written. */
  probe(): void

  insertMeeting(id: string, meta: string, seq: Seq): boolean
  meeting(id: string): MeetingRow | null
  meetings(): MeetingRow[]
  /** What it became; null: no such meeting. */
  changeMeta(id: string, change: MetaChange): string | null
  /** Fences off every writer of an earlier epoch. */
  claim(id: string, epoch: number): boolean
  /** False: another epoch has claimed the meeting. Only reads: every tick asks. */
  holds(id: string, epoch: number): boolean
  /** False: another epoch has claimed the meeting. Written where rows go that told the position: else the log tells it. */
  setSeq(id: string, epoch: number, seq: Seq): boolean
  setGeneration(id: string, epoch: number, generation: number): boolean
  markGoing(id: string): boolean
  deleteMeeting(id: string): void

  insertGeneration(row: Omit<GenerationRow, 'state' | 'stateVector'>): void
  /** A state vector of null leaves the one that stands; a generation that is not live any more loses its seed. */
  setGenerationState(shelf: Shelf, state: GenerationRow['state'], stateVector: Uint8Array | null): void
  generation(shelf: Shelf): GenerationRow | null
  generations(): GenerationRow[]
  pastGenerations(meeting: string): PastGeneration[]

  insertLog(shelf: Shelf, row: LogRow): void
  /** `holds` and `insertLog` in one statement: false, and nothing written, when another epoch has claimed the meeting. */
  appendLog(shelf: Shelf, epoch: number, row: LogRow): boolean
  log(shelf: Shelf, part: LogPart, after: Seq): LogRow[]
  insertSnapshot(shelf: Shelf, row: SnapshotRow, isVerified: boolean): void
  /** Verified ones only, newest first. */
  snapshots(shelf: Shelf): SnapshotRow[]
  snapshot(shelf: Shelf, upto: Seq): SnapshotRow | null
  /** Marks it verified, keeps the last two verified ones and deletes the updates that both of them hold. */
  confirmSnapshot(shelf: Shelf, upto: Seq): void
  deleteSnapshot(shelf: Shelf, upto: Seq): void
  putEntry(shelf: Shelf, row: EntryRow): void
  deleteEntry(shelf: Shelf, kind: EntryKind, name: string): void
  entries(shelf: Shelf): EntryRow[]
  /** Deletes up to `limit` rows of content of a generation and says how many: 0, nothing is left. */
  sweep(shelf: Shelf, limit: number): number

  putMinutes(meeting: string, version: number, record: Uint8Array): void
  deleteMinutesBefore(meeting: string, version: number): void
  minutes(meeting: string, version: number): Uint8Array | null
  versions(meeting: string): number[]

  putSecret(row: SecretRow): void
  secrets(kind: string, hash: string, meetingId?: string): SecretRow[]
  deleteSecrets(match: SecretsMatch): void
  deleteExpiredSecrets(now: number): void
}
