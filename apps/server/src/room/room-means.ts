import type { Board, Id } from '@clairiere/ritual'
import type { Doc } from 'yjs'
import type { Log } from '../log.ts'
import type { RecordClock } from '../record-clock.ts'
import type { SnapshotMaker } from './snapshot.ts'
import type { SecretRow, Store } from '../store/store.ts'

/** What is counted about rooms; the reader decides what becomes of it. */
export interface RoomWatch {
  ticked?(ms: number, pieces: number): void
  refused?(code: string): void
  /** An update was judged and not applied, with this outcome: many gaps tell of devices out of step. */
  untaken?(outcome: string): void
  /** A device was told to start from a fresh document. */
  reset?(reason: string): void
  /** A room was read again from its log: words did what was not foreseen. */
  readAgain?(): void
  /** The guard has looked at one update. */
  inspected?(ms: number): void
  acted?(isDone: boolean): void
  presence?(way: 'received' | 'shown'): void
  /** A snapshot of so many bytes was written and verified. */
  compacted?(bytes: number): void
  /** The document was encoded for devices: once for all who ask with one state. */
  encoded?(): void
  /** So many confidences were looked at for one reader. */
  disclosed?(views: number): void
  /** A room was read from the store. */
  loaded?(ms: number): void
}

/** All that a room is handed: nothing in this folder is reached by import that has a clock, a disk or chance in it. */
export interface RoomMeans {
  readonly store: Store
  readonly clock: RecordClock
  /** The machine's time (ms), for keep-alive, back-pressure and retries. */
  readonly now: () => number
  /** Runs it once in so many ms of the machine's time; returns what calls it off. */
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
  /** Where snapshots are made: off the relay's path. */
  readonly snapshots: SnapshotMaker
  readonly watch: RoomWatch
  /** What a socket's limits of how often are multiplied by. */
  readonly rateLimits: number
  /** Between 0 and 1: when an unsigned whisper arrives. */
  readonly random: () => number
  /** A fresh ULID of random time and chance, for things that must not tell who made them. */
  readonly newId: () => Id
  /** The row by which a meeting owes those that follow it what just happened in it. */
  readonly owes: (meetingId: string) => SecretRow
  /** Renders what the sealed minutes may show, once and for all: the bytes that every export is printed from. */
  readonly writeRecord: (board: Board, words: Doc) => Uint8Array
}
