import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { KeyFiles } from '../keys/key-files.ts'
import { readMeeting } from './read-meeting.ts'
import { isKnownSchema } from './sqlite-schema.ts'
import { SqliteTables } from './sqlite-tables.ts'

/** What a copy of the data holds, found by reading all of it. */
export interface Contents {
  readonly meetings: number
  /** Versions of sealed minutes, in clear. */
  readonly minutes: number
  /** Generations with a key that opens everything that was written under it. */
  readonly opened: number
  /** Without their key: their minutes are there, if they were sealed, and nothing else. */
  readonly locked: readonly string[]
  /** With a key that does not open all of it. */
  readonly damaged: readonly string[]
}

/** A database that SQLite itself finds broken, or of a version nobody knows. */
export class NoBackup extends Error {
  override readonly name = 'NoBackup'
}

/** Reads every row of a database that nobody writes, with the keys beside it. Throws `NoBackup`. */
export async function readContents(database: string, keysDirectory: string): Promise<Contents> {
  const db = openCopy(database)
  try {
    const tables = new SqliteTables(db)
    const keys = new KeyFiles(keysDirectory)
    const locked: string[] = []
    const damaged: string[] = []
    let opened = 0
    const meetings = tables.meetings().filter(({ isGoing }) => !isGoing)
    for (const { id, generation } of meetings) {
      const key = await keys.read(id, generation).catch(() => null)
      if (key === null) locked.push(id)
      else if (!opens(tables, id, generation, key)) damaged.push(id)
      else opened += 1
    }
    const minutes = meetings.reduce((sum, { id }) => sum + tables.versions(id).length, 0)
    return { meetings: meetings.length, minutes, opened, locked, damaged }
  } finally {
    db.close()
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function openCopy(database: string): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(database, { readOnly: true })
    if (db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] !== 'ok') throw new Error('integrity_check found damage')
    if (!isKnownSchema(db)) throw new Error('its tables are of another version')
    return db
  } catch (cause) {
    db?.close()
    throw new NoBackup('the database does not stand', { cause })
  }
}

function opens(tables: SqliteTables, meeting: string, generation: number, key: Uint8Array): boolean {
  try {
    readMeeting(tables, { meeting, generation }, key)
    return true
  } catch {
    return false
  }
}
