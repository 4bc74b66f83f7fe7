import { DatabaseSync } from 'node:sqlite'
import { type ReadMeeting, readMeeting, readSnapshotBack, readWords } from './read-meeting.ts'
import { SqliteTables } from './sqlite-tables.ts'
import type { Seq } from './store.ts'
import type { Shelf } from './tables.ts'

/**
 * A connection of its own for what takes long: reading a meeting, and checkpoints. Nothing is ever written on it; a checkpoint alone moves
 * committed pages, and syncs as it does. It lives in `reading-thread.ts`, so that the relay waits for none of this.
 */
export class ReadingConnection {
  readonly #db: DatabaseSync
  readonly #tables: SqliteTables

  constructor(path: string) {
    this.#db = new DatabaseSync(path, { timeout: 0 })
    this.#db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA query_only = 1')
    this.#tables = new SqliteTables(this.#db)
  }

  /** Throws `Unreadable`. */
  meeting(shelf: Shelf, key: Uint8Array): ReadMeeting {
    return this.#atOneMoment(() => readMeeting(this.#tables, shelf, key))
  }

  words(shelf: Shelf, upto: Seq, key: Uint8Array): readonly Uint8Array[] {
    return this.#atOneMoment(() => readWords(this.#tables, shelf, upto, key))
  }

  snapshot(shelf: Shelf, upto: Seq, key: Uint8Array): Uint8Array | null {
    return this.#atOneMoment(() => readSnapshotBack(this.#tables, shelf, upto, key))
  }

  /** TRUNCATE keeps the writer out while it works, so the bulk is moved by PASSIVE, which keeps no one out. */
  checkpoint(kind: 'moved' | 'emptied'): boolean {
    const moved = this.#db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()
    if (kind === 'moved') return moved?.['busy'] === 0
    return this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
  }

  close(): void {
    this.#db.close()
  }

  #atOneMoment<T>(read: () => T): T {
    this.#db.exec('BEGIN')
    try {
      return read()
    } finally {
      this.#db.exec('COMMIT')
    }
  }
}
