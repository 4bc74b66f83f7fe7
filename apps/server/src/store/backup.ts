import {
  copyFileSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync, backup } from 'node:sqlite'
import { digestOf, readContents, type Contents } from './backup-contents.ts'
import { SqliteTables } from './sqlite-tables.ts'

/** What a backup is called inside its folder. */
export const BACKUP_DATABASE = 'clairiere.sqlite'
export const BACKUP_NOTE = 'backup.json'
/** About 1 MiB between two looks at how far it is. */
const PAGES_PER_STEP = 256
/** A meeting that is sealed while it is copied loses its key to the copy: the copy is made again. */
const TRIES = 5

/** What is written beside the copy: enough to know it again, nothing of what it holds. */
export interface BackupNote {
  readonly format: 1
  readonly madeAt: string
  readonly sha256: string
}

export interface BackupOrder {
  readonly dataDir: string
  /** Folders that do not exist yet; the keys' one apart, so that it can be kept elsewhere and a shorter time. */
  readonly target: string
  readonly keysTarget: string
  readonly now: string
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
}

/**
 * Copies a data directory while its server writes in it: all of one moment of the database, by SQLite's own backup inside one read
 * transaction, and the keys that this moment needs. Everything is read back before the folders get their names. Throws `NoBackup` when
 * what was copied does not stand, and the system's faults.
 */
export async function backUp(order: BackupOrder): Promise<Contents> {
  const part = `${order.target}.part`
  const keysPart = `${order.keysTarget}.part`
  const clear = (): void => [part, keysPart].forEach((path) => rmSync(path, { recursive: true, force: true }))
  try {
    for (let left = TRIES; ; left -= 1) {
      clear()
      const contents = await copyOnce(order, part, keysPart)
      const isWhole = contents.locked.length + contents.damaged.length === 0
      if (!isWhole && left > 1 && hasTurned(order.dataDir, join(part, BACKUP_DATABASE), [...contents.locked, ...contents.damaged])) continue
      finish(part, order.target)
      finish(keysPart, order.keysTarget)
      return contents
    }
  } finally {
    clear()
  }
}

async function copyOnce({ dataDir, now, onProgress }: BackupOrder, part: string, keysPart: string): Promise<Contents> {
  mkdirSync(part, { recursive: true, mode: 0o700 })
  mkdirSync(keysPart, { recursive: true, mode: 0o700 })
  const copy = join(part, BACKUP_DATABASE)
  await copyDatabase(join(dataDir, BACKUP_DATABASE), copy, onProgress)
  copyKeys(join(dataDir, 'keys'), copy, keysPart)
  const contents = await readContents(copy, keysPart)
  const note: BackupNote = { format: 1, madeAt: now, sha256: await digestOf(copy) }
  writeFileSync(join(part, BACKUP_NOTE), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
  return contents
}

async function copyDatabase(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  const source = new DatabaseSync(from, { timeout: 5_000 })
  try {
    source.exec('PRAGMA query_only = 1; PRAGMA wal_autocheckpoint = 0; BEGIN')
    // From the first read on, this connection sees one moment, whatever the server writes meanwhile: the copy never begins again.
    source.prepare('SELECT starts FROM server').get()
    const progress = ({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }): void =>
      onProgress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages)
    await backup(source, to, { rate: PAGES_PER_STEP, progress })
    onProgress(1)
    source.exec('COMMIT')
  } finally {
    source.close()
  }
  chmodSync(to, 0o600)
  const copy = new DatabaseSync(to)
  copy.exec('PRAGMA journal_mode = DELETE') // one file, which a medium that is only read can hold
  copy.close()
}

/** Those of generations that live in the copy, and the server's own. */
function copyKeys(from: string, database: string, to: string): void {
  const db = new DatabaseSync(database, { readOnly: true })
  const live = new SqliteTables(db).generations().filter(({ state }) => state === 'live')
  db.close()
  const take = (...path: readonly string[]): void => {
    const target = join(to, ...path)
    if (!existsSync(join(from, ...path))) return // destroyed meanwhile; reading it back will tell
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    copyFileSync(join(from, ...path), target)
    chmodSync(target, 0o600)
  }
  take('server.key')
  for (const { meeting, n } of live) take(meeting, `${n}.key`)
}

/** Whether one of these meetings has begun another generation, or is gone, since it was copied. */
function hasTurned(dataDir: string, copied: string, meetings: readonly string[]): boolean {
  const generationsIn = (path: string): Map<string, number> => {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    const rows = new SqliteTables(db).meetings().map(({ id, generation, isGoing }) => [id, isGoing ? -1 : generation] as const)
    db.close()
    return new Map(rows)
  }
  const [then, now] = [generationsIn(copied), generationsIn(join(dataDir, BACKUP_DATABASE))]
  return meetings.some((id) => then.get(id) !== now.get(id))
}

/** All of a folder is on the disk before it gets its name. */
function finish(part: string, target: string): void {
  syncFolder(part)
  renameSync(part, target)
  syncPath(dirname(target))
}

/** A folder and all that is in it are on the disk. */
export function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) syncPath(join(entry.parentPath, entry.name))
  syncPath(folder)
}

/** A file, or the names in a folder, are on the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
