/**
 * What the server needs of a disk, and nothing about what is written on it: bytes and strings only, no Yjs, no rule of the meeting.
 * Every adapter passes `store.contract.ts`. README.md beside this file tells the journeys.
 *
 * Two numbers, not to be confused. A **seq** counts the ticks of one meeting's log: it is stored, shown, and goes on across generations;
 * confidences take none. A **mark** orders all writes of this process: it is waited for (`committed`, `synced`) and never stored or shown.
 */

/** Position in one meeting's log, 0 before the first tick. */
export type Seq = number

/** Order of a write among all writes of this process. */
export type Mark = number

/**
 * `saving`: all well. `not-saving`: a transaction failed (disk full), was rolled back and is retried; nothing is lost, nothing is
 * promised. `broken`: a sync failed or another process owns the data: nothing since the last good sync counts, no write is taken any
 * more, the process must exit (its devices resend). `closed`: `close()` was called.
 */
export type StoreState = 'saving' | 'not-saving' | 'broken' | 'closed'

/** A person's claim on a client id of the document. */
export interface Owner {
  readonly clientId: number
  readonly person: string
}

/** The first answer given to an act, repeated when the act comes again. */
export interface Answer {
  readonly actId: string
  readonly answer: string
}

/** Something said in confidence; `kind`, `person` and `subject` together are its key. Whispers and level-1 signals never come here. */
export interface Confidence {
  readonly kind: string
  readonly person: string
  readonly subject: string
  readonly payload: string
}

/** Puts a confidence in the place of an earlier one of the same key, or takes it out with a payload of null. */
export interface ConfidenceChange extends Omit<Confidence, 'payload'> {
  readonly payload: string | null
}

/** Words that came after sealing; they follow the meeting into its next generations. */
export interface LateWords {
  readonly id: string
  readonly payload: string
}

/** What one tick of a room writes, all of it or none. `facts` is the JSON text of the tick's events, as the room wrote it. */
export interface Tick {
  readonly update?: Uint8Array
  readonly facts?: string
  readonly owners?: readonly Owner[]
  readonly answers?: readonly Answer[]
  readonly confidences?: readonly ConfidenceChange[]
  readonly late?: readonly LateWords[]
  /** Rows of the catalogue that are there if and only if the tick is. */
  readonly secrets?: readonly SecretRow[]
}

/** `seq` is the log's position after the tick: unchanged when the tick held neither an update nor facts. `mark` is what to wait for. */
export interface Receipt {
  readonly seq: Seq
  readonly mark: Mark
}

/** Told to one open meeting, in order, at most once a transaction or sync, and only about writes of its own: all up to `mark`. */
export interface JournalListener {
  committed(mark: Mark): void
  synced(mark: Mark): void
  /** Another start has claimed the meeting: what was not yet committed never will be. Drop the room without another word. */
  lost?(fault: unknown): void
}

/** Where a generation starts from: the board as JSON text, and the document's update if there is one. */
export interface Seed {
  readonly board: string
  readonly update: Uint8Array | null
}

/** An encoded document that holds every update up to `upto`. `verify` is given the bytes read back from the disk and decrypted. */
export interface Compaction {
  readonly upto: Seq
  readonly update: Uint8Array
  readonly verify: (update: Uint8Array) => boolean | Promise<boolean>
}

/** A sealed version of the minutes: public among the meeting's links (P0), so kept in clear. */
export interface MinutesVersion {
  readonly version: number
  readonly record: Uint8Array
  /** Something personal was taken out: the versions before this one go in the same transaction [V8]. */
  readonly withdrawsEarlier?: true
}

/** What a meeting's meta becomes. Called in the transaction that writes it, maybe more than once: it may not throw. */
export type MetaChange = (meta: string) => string

/** The turn of a generation. `minutes` is null when an abandoned meeting forgets without being sealed; `meta`, if given, changes the meeting's. */
export interface Sealing {
  readonly minutes: MinutesVersion | null
  readonly seed: Seed
  readonly finalStateVector: Uint8Array
  readonly meta?: MetaChange
  /** Of a restored meeting, which forgets nothing: these go on under the new key. */
  readonly carried?: Pick<Tick, 'answers' | 'confidences'>
  /** Of a restored meeting: a number above any that the lost time may have used. Without it, the next one. */
  readonly generation?: number
}

/** The final state vector of a generation whose content is gone. */
export interface PastGeneration {
  readonly generation: number
  readonly stateVector: Uint8Array
}

/** The one way to write in an open meeting. It carries the epoch it was opened under: an older one is refused by a thrown `StaleEpoch`. */
export interface Journal {
  readonly meetingId: string
  readonly epoch: number
  readonly generation: number
  /** Position after the last `append`, committed or not. */
  readonly seq: Seq
  /** True while something of this meeting is not synced: such a room is never released. */
  readonly isDirty: boolean
  /** True during `seal` and after `release`: nothing may be written. */
  readonly isFrozen: boolean
  /** Queues the tick for this loop turn's transaction. Throws `StaleEpoch`, `StoreBroken`, or `JournalFrozen` during `seal` and after `release`. */
  append(tick: Tick): Receipt
  /** The document as the disk has it, in parts, oldest first, up to the last `append` before the call: read and unlocked off the relay's path. */
  words(): Promise<readonly Uint8Array[]>
  /** Writes a snapshot, reads it back, verifies it, then deletes what two verified snapshots cover. False: verification failed, nothing deleted. */
  compact(compaction: Compaction): Promise<boolean>
  /**
   * Starts generation n+1 and destroys n: resolves when its key and rows are gone. Frozen meanwhile. Once the first transaction is synced it will be finished even across a crash; before, it never happened.
   */
  seal(sealing: Sealing): Promise<{ generation: number; seq: Seq }>
  /** Lets another `open` follow. Throws when dirty. */
  release(): void
}

/** All that a room needs to stand again. Updates are those after the snapshot; events are all of this generation, in order. */
export interface OpenedMeeting {
  readonly journal: Journal
  readonly epoch: number
  readonly generation: number
  readonly seq: Seq
  readonly seed: string
  readonly snapshot: { readonly upto: Seq; readonly update: Uint8Array } | null
  readonly updates: readonly { readonly seq: Seq; readonly update: Uint8Array }[]
  readonly events: readonly { readonly seq: Seq; readonly facts: string }[]
  readonly owners: readonly Owner[]
  readonly answers: readonly Answer[]
  readonly confidences: readonly Confidence[]
  readonly late: readonly LateWords[]
  readonly past: readonly PastGeneration[]
  /** The newest snapshot was unreadable and the one before it was used, with the rows since: nothing is missing, but say so in the log. */
  readonly isRepaired: boolean
}

/** The catalogue's view of a meeting. `meta` is JSON text in clear: nothing a person wrote, no name, no title; those live in the seed. */
export interface MeetingRecord {
  readonly meetingId: string
  readonly meta: string
  readonly generation: number
  readonly seq: Seq
  /** Versions of sealed minutes, ascending. */
  readonly versions: readonly number[]
}

/** A secret as it is kept: its HMAC, what it opens (`subject`: a person id, a transmission id …) and until when (ms since 1970, null: always). */
export interface SecretRow {
  readonly kind: string
  readonly hash: string
  readonly meetingId: string
  readonly subject: string
  readonly expiresAt: number | null
}

/** A meeting to create, with the secrets that open it, in one transaction. `minutes`: of an imported, already sealed one. */
export interface NewMeeting {
  readonly meetingId: string
  readonly meta: string
  readonly seed: Seed
  readonly secrets?: readonly SecretRow[]
  readonly minutes?: MinutesVersion
}

/** Which secrets to take back: all that match every given field. */
export type SecretsMatch = { readonly meetingId: string; readonly kind?: string; readonly subject?: string; readonly hash?: string }

/** Durations in ms, for metrics and the log; never a content. `listenerFault` is a room's listener that threw: the other rooms go on. */
export interface StoreWatch {
  committed?(ms: number, writes: number): void
  synced?(ms: number): void
  checkpointed?(ms: number): void
  listenerFault?(fault: unknown): void
  /** Something sealed or purged could not be swept off the disk yet, though its key is gone: the next start takes it up. */
  erasureFault?(fault: unknown): void
}

/**
 * Promises of catalogue writes resolve when synced and reject with `NotSaving` when the store is not saving: they are then not retried.
 * Reads see what is committed.
 */
export interface Store {
  /** The number of this start: one more at each opening of the data. */
  readonly epoch: number
  /** False after a crash: the last process did not reach the end of `close()`. */
  readonly wasClosedWell: boolean
  readonly state: StoreState
  /** Bytes of updates and facts that wait for their transaction. */
  readonly backlogBytes: number
  /** Returns the function that stops listening. */
  onState(listener: (state: StoreState, cause?: unknown) => void): () => void
  /** Called once, when the store declares itself broken. The process has to exit, without a `close()`. */
  onBroken(listener: (cause: unknown) => void): () => void

  /** False: the id is taken, nothing was written. */
  createMeeting(meeting: NewMeeting): Promise<boolean>
  meeting(meetingId: string): Promise<MeetingRecord | null>
  meetings(): Promise<readonly MeetingRecord[]>
  /** Reads and writes in one transaction: of two at once, neither loses what the other changed. Answers what it became; null: no such meeting. */
  changeMeta(meetingId: string, change: MetaChange): Promise<string | null>
  /** Destroys every key, row and version of minutes of a meeting that is not open; resumed at the next start if interrupted. */
  purgeMeeting(meetingId: string): Promise<void>

  putSecrets(secrets: readonly SecretRow[]): Promise<void>
  /** Of one meeting, or of all. */
  findSecrets(kind: string, hash: string, meetingId?: string): Promise<readonly SecretRow[]>
  deleteSecrets(match: SecretsMatch): Promise<void>
  /** Deletes what expired before `now` (ms since 1970). */
  deleteExpiredSecrets(now: number): Promise<void>

  /** Null: no such meeting. Throws `AlreadyOpen` while an earlier journal is not released, `Unreadable` when key or rows are damaged. */
  open(meetingId: string, listener: JournalListener): Promise<OpenedMeeting | null>
  minutes(meetingId: string, version: number): Promise<Uint8Array | null>
  pastGeneration(meetingId: string, generation: number): Promise<PastGeneration | null>

  /** Runs it at the end of this loop turn, before the one transaction of all rooms that takes what it appends. What it throws reaches no other room. */
  gather(run: () => void): void
  /** Somebody waits for all up to `mark` to be synced. Without this a sync may wait some tens of ms for company. */
  hurry(mark: Mark): void
  /** For waits that are not a room's. Reject with `StoreBroken` when it will never come. */
  committed(mark: Mark): Promise<void>
  synced(mark: Mark): Promise<void>
  /** Writes, syncs and checkpoints what is left, then frees the data directory. Throws `NotSaving` if the last writes did not fit. */
  close(): Promise<void>
}
