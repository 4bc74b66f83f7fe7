import type { ReadMeeting } from './read-meeting.ts'
import type { Seq } from './store.ts'
import type { Shelf } from './tables.ts'

/** What is done off the relay's path: heavy reads, and moving the write-ahead log into the database. */
export interface Reader {
  /** Throws `Unreadable`. */
  meeting(shelf: Shelf, key: Uint8Array): Promise<ReadMeeting>
  /** The document's parts up to there, oldest first. Throws `Unreadable`. */
  words(shelf: Shelf, upto: Seq, key: Uint8Array): Promise<readonly Uint8Array[]>
  /** Null when the box does not open. */
  snapshot(shelf: Shelf, upto: Seq, key: Uint8Array): Promise<Uint8Array | null>
  /** `emptied`: all of the log moved and the log file cut to nothing. False: someone was in the way. */
  checkpoint(kind: 'moved' | 'emptied'): Promise<boolean>
  close(): Promise<void>
}
