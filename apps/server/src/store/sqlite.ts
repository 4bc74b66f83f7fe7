import { closeSync, fsyncSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../config-error.ts'
import { KeyFiles } from '../keys/key-files.ts'
import { CheckpointPace } from './checkpoint-pace.ts'
import { CommitRoad } from './commit-road.ts'
import { type DataDirectory, takeDataDirectory, unwritable } from './data-directory.ts'
import { MeetingStore } from './meeting-store.ts'
import { type Durability, SqliteMedium, type SqliteSeams } from './sqlite-medium.ts'
import { prepareSchema } from './sqlite-schema.ts'
import { SqliteTables } from './sqlite-tables.ts'
import type { Store, StoreWatch } from './store.ts'
import { ThreadReader } from './thread-reader.ts'

/** A sync costs as much as several keystrokes: when nothing but « saved » waits for it, the next one lets those of so many ms come together. */
const SYNC_REST_MS = 150

export interface SqliteOptions {
  readonly dataDir: string
  readonly durability: Durability
  readonly watch?: StoreWatch
  readonly seams?: SqliteSeams
}

/**
 * The store on one SQLite file, for one process: the default, for hundreds of live meetings. Opening takes the data directory, checks the
 * database, counts the start and finishes what was interrupted. Throws `ConfigError` when the directory or the data does not allow it.
 */
export async function openSqliteStore({ dataDir, durability, watch = {}, seams = {} }: SqliteOptions): Promise<Store> {
  const directory = takeDataDirectory(dataDir)
  try {
    return await openIn(directory, durability, watch, seams)
  } catch (fault) {
    directory.unlock()
    throw fault
  }
}

async function openIn(directory: DataDirectory, durability: Durability, watch: StoreWatch, seams: SqliteSeams): Promise<Store> {
  const before = (step: string): void => seams.before?.(step)
  const log = `${directory.database}-wal`
  const keys = new KeyFiles(directory.keys, before)
  const db = openDatabase(directory)
  let road: CommitRoad | undefined
  const reader = seams.reader?.(directory.database) ?? new ThreadReader(directory.database, (fault) => road?.break(fault))
  try {
    if (isEmpty(db) && (await keys.list()).length > 0) throw strangeKeys(directory)
    const tables = new SqliteTables(db, before)
    const start = tables.start()
    // before the first key is made: a database that a power cut could empty would leave keys that belong to nothing
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    syncDirectory(directory.root)
    const medium = new SqliteMedium(db, tables, log, durability, seams)
    const pace = new CheckpointPace(reader, log, watch)
    road = new CommitRoad(
      medium,
      { ...watch, synced: (ms) => (watch.synced?.(ms), pace.step()) },
      durability === 'power' ? SYNC_REST_MS : 0,
    )
    const closeUp = async (): Promise<void> => {
      await pace.stop()
      await reader.close()
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      medium.close()
      db.close()
      directory.unlock()
    }
    const store = new MeetingStore({ tables, keys, road, reader, watch, closeUp }, start)
    await store.resume()
    return store
  } catch (fault) {
    await reader.close()
    db.close()
    throw fault
  }
}

/** No process has ever started on it. */
function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT starts FROM server').get()?.['starts'] === 0
}

/** `secure_delete`: deleted rows are overwritten. No autocheckpoint: it would sync inside the relay's path. No waiting for locks there either. */
function openDatabase({ root, database }: DataDirectory): DatabaseSync {
  let db: DatabaseSync
  try {
    db = new DatabaseSync(database, { timeout: 0 })
  } catch (cause) {
    throw unwritable(root, cause)
  }
  try {
    if (db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'] !== 'wal')
      throw unwritable(root, 'no write-ahead log on this file system')
    db.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON')
    if (db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] !== 'ok') throw new Error('quick_check found damage')
    prepareSchema(db)
    return db
  } catch (cause) {
    db.close()
    if (cause instanceof ConfigError) throw cause
    if (isUnwritable(cause)) throw unwritable(root, cause)
    throw new ConfigError(
      {
        fr: `La base de données de DATA_DIR (${database}) est abîmée\u00a0: remettez-la depuis une sauvegarde.`,
        en: `The database in DATA_DIR (${database}) is damaged: put it back from a backup.`,
      },
      { cause },
    )
  }
}

/** SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN. */
function isUnwritable(fault: unknown): boolean {
  return fault instanceof Error && 'errcode' in fault && [3, 8, 10, 13, 14].includes(Number(fault.errcode) % 256)
}

/** Orphan keys are destroyed at every start: an empty database beside them must be a mistake, not a reason to destroy them all. */
function strangeKeys({ root }: DataDirectory): ConfigError {
  return new ConfigError({
    fr: `DATA_DIR (${root}) contient des clés de réunions mais pas leur base de données\u00a0: remettez la base, ou videz le dossier keys.`,
    en: `DATA_DIR (${root}) holds keys of meetings but not their database: put the database back, or empty the keys directory.`,
  })
}

/** The names of the database and of its log are durable before anything in them is promised. */
function syncDirectory(path: string): void {
  const directory = openSync(path, 'r')
  try {
    fsyncSync(directory)
  } finally {
    closeSync(directory)
  }
}
