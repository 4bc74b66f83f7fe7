import { closeSync, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Ailment, Medium, Write } from './commit-road.ts'
import type { Reader } from './reader.ts'
import type { SqliteTables } from './sqlite-tables.ts'

/** `power`: fsync before « saved ». `process`: what is committed survives a crash of the process, not of the machine. */
export type Durability = 'power' | 'process'

/** Seams where tests cut the power, fill the disk or hold a sync; `before` gets a statement or the name of a step, and may throw. */
export interface SqliteSeams {
  before?(step: string): void
  /** In the place of fdatasync of the write-ahead log. */
  sync?(fd: number): Promise<void>
  /** In the place of the reading thread, which takes longer to start than most tests. */
  reader?(path: string): Reader
}

/** Extended result codes of a sync that failed inside SQLite: SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC. */
const FAILED_SYNCS = new Set([1034, 1290])
/** SQLITE_FULL, SQLITE_IOERR (write, truncate …), SQLITE_NOMEM, SQLITE_CANTOPEN (no descriptors left): rolled back, worth another try. */
const PASSING = new Set([13, 10, 7, 14])
const BUSY = 5

/**
 * One writing connection, at synchronous=NORMAL: a commit writes the log and returns, and the sync runs beside it in the thread pool. The
 * log file is opened by its own descriptor; that is safe only because SQLite takes no lock on it (closing any descriptor of a file frees
 * all of a process's POSIX locks on it: never open the database itself this way).
 */
export class SqliteMedium implements Medium {
  readonly #db: DatabaseSync
  readonly #tables: SqliteTables
  readonly #durability: Durability
  readonly #seams: SqliteSeams
  readonly #log: number
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  readonly #rollback: StatementSync

  /** `logPath` must exist: something was committed in WAL mode before. */
  constructor(db: DatabaseSync, tables: SqliteTables, logPath: string, durability: Durability, seams: SqliteSeams) {
    this.#db = db
    this.#tables = tables
    this.#durability = durability
    this.#seams = seams
    this.#log = openSync(logPath, 'r+')
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#commit = db.prepare('COMMIT')
    this.#rollback = db.prepare('ROLLBACK')
  }

  transact(writes: readonly Write[]): void {
    const [only] = writes
    if (writes.length === 1 && only?.isOneStatement === true) return this.#runAlone(only)
    try {
      this.#seams.before?.('begin')
      this.#begin.run()
      if (writes.length === 0) this.#tables.probe()
      for (const write of writes) write.run()
      this.#seams.before?.('commit')
      this.#commit.run()
    } finally {
      if (this.#db.isTransaction) this.#rollback.run()
    }
  }

  /** The most common turn, one keystroke of one room: the statement is its own transaction, which saves two calls and as many steps of SQLite's. */
  #runAlone(write: Write): void {
    this.#seams.before?.('begin')
    this.#seams.before?.('commit')
    write.run()
  }

  sync(): Promise<void> {
    if (this.#durability === 'process') return Promise.resolve()
    if (this.#seams.sync !== undefined) return this.#seams.sync(this.#log)
    return new Promise((resolve, reject) => fdatasync(this.#log, (fault) => (fault === null ? resolve() : reject(fault))))
  }

  ailment(fault: unknown): Ailment {
    const code = fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) : 0
    if (FAILED_SYNCS.has(code)) return 'broken'
    if (code % 256 === BUSY) return 'busy'
    return PASSING.has(code % 256) ? 'full' : 'broken'
  }

  close(): void {
    closeSync(this.#log)
  }
}
