import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import * as v from 'valibot'
import { ConfigError } from './config-error.ts'
import { MeetingState } from './room/meeting-state.ts'
import { nextDocument } from './room/next-generation.ts'
import { BACKUP_DATABASE, BACKUP_NOTE, syncFolder, syncPath } from './store/backup.ts'
import { digestOf, NoBackup, readContents, type Contents } from './store/backup-contents.ts'
import { lockDirectory } from './store/data-directory.ts'
import { openSqliteStore } from './store/sqlite.ts'
import type { Store } from './store/store.ts'

const NoteSchema = v.object({ format: v.literal(1), madeAt: v.string(), sha256: v.string() })
/** Numbers of generations after a restore are the seconds since then: above any that the time which was lost may have used. */
const COUNTED_FROM_MS = Date.UTC(2026, 0, 1)
/** What an attempt that was given up may have left: nothing anyone wrote. */
const LEFTOVERS = new Set(['lock.sqlite', 'restoring'])

export interface RestoreOrder {
  readonly backup: string
  readonly keys: string
  readonly dataDir: string
  /** Sealed minutes alone, when the keys were not kept. */
  readonly isWithoutKeys: boolean
  /** Ms since 1970. */
  readonly now: number
  readonly onProgress: (share: number) => void
}

export interface Restored extends Contents {
  readonly madeAt: string
}

/**
 * Puts a backup in the place of an empty data directory. All of it is read first; nothing gets its name before everything stands. Every
 * meeting begins a new generation: devices may hold more than the backup knows, and what they hold is then given back to them instead of
 * being mixed with another past [sync.md 4.15]. Throws `ConfigError`.
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { dataDir } = order
  const { madeAt, contents } = await check(order)
  if (existsSync(dataDir) && readdirSync(dataDir).some((name) => !LEFTOVERS.has(name))) throw refusals.notEmpty(dataDir)
  mkdirSync(dataDir, { recursive: true })
  const unlock = lockDirectory(dataDir)
  const work = join(dataDir, 'restoring')
  try {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { mode: 0o700 })
    copyFileSync(join(order.backup, BACKUP_DATABASE), join(work, BACKUP_DATABASE))
    chmodSync(join(work, BACKUP_DATABASE), 0o600)
    if (existsSync(order.keys)) cpSync(order.keys, join(work, 'keys'), { recursive: true })
    await turnAll(work, new Set(contents.locked), order)
    syncFolder(work) // whoever reads « put back » may pull the plug, and throw the backup away
    renameSync(join(work, 'keys'), join(dataDir, 'keys'))
    renameSync(join(work, BACKUP_DATABASE), join(dataDir, BACKUP_DATABASE)) // the last: without it the directory holds no data
    syncPath(dataDir)
    return { madeAt, ...contents }
  } finally {
    rmSync(work, { recursive: true, force: true })
    unlock()
  }
}

async function check({ backup, keys, isWithoutKeys }: RestoreOrder): Promise<{ madeAt: string; contents: Contents }> {
  const database = join(backup, BACKUP_DATABASE)
  const note = readNote(join(backup, BACKUP_NOTE))
  if (note === null || !existsSync(database)) throw refusals.noBackup(backup)
  if ((await digestOf(database)) !== note.sha256) throw refusals.damaged(backup)
  const contents = await readContents(database, keys).catch((fault: unknown) => {
    throw fault instanceof NoBackup ? refusals.damaged(backup, fault) : fault
  })
  if (contents.damaged.length > 0) throw refusals.damaged(backup)
  if (contents.locked.length > 0 && !isWithoutKeys) throw refusals.locked(contents.locked.length, keys)
  return { madeAt: note.madeAt, contents }
}

function readNote(path: string): v.InferOutput<typeof NoteSchema> | null {
  try {
    return v.parse(NoteSchema, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

async function turnAll(dataDir: string, locked: ReadonlySet<string>, { now, onProgress }: RestoreOrder): Promise<void> {
  const store = await openSqliteStore({ dataDir, durability: 'power' })
  const ids = (await store.meetings()).map(({ meetingId }) => meetingId).filter((id) => !locked.has(id))
  for (const [index, meetingId] of ids.entries()) {
    await turn(store, meetingId, Math.floor((now - COUNTED_FROM_MS) / 1000))
    onProgress((index + 1) / ids.length)
  }
  await store.close()
}

/** The same board, words, confidences and answers; another document, under another key. */
async function turn(store: Store, meetingId: string, generation: number): Promise<void> {
  const opened = await store.open(meetingId, { committed: () => {}, synced: () => {} })
  if (opened === null) return
  const { journal, answers, confidences } = opened
  const state = new MeetingState(opened, new Set())
  await journal.seal({
    minutes: null,
    seed: { board: JSON.stringify(state.board), update: nextDocument(state.board, state.doc) },
    finalStateVector: Y.encodeStateVector(state.doc),
    carried: { answers, confidences },
    generation: Math.max(generation, journal.generation + 1),
  })
  state.destroy()
  journal.release()
}

const refusals = {
  noBackup: (path: string) =>
    new ConfigError({
      fr: `${path} n’est pas une sauvegarde de Clairière\u00a0: donnez le dossier que pnpm backup a écrit.`,
      en: `${path} is no backup of Clairière: give the folder that pnpm backup wrote.`,
    }),
  damaged: (path: string, cause?: unknown) =>
    new ConfigError(
      {
        fr: `La sauvegarde ${path} est abîmée\u00a0: rien n’a été touché. Prenez-en une autre.`,
        en: `The backup ${path} is damaged: nothing was touched. Take another one.`,
      },
      { cause },
    ),
  locked: (count: number, keys: string) =>
    new ConfigError({
      fr: `Il manque les clés de ${count} réunion(s) dans ${keys}\u00a0: donnez leur dossier avec --keys, ou --without-keys pour ne retrouver que les comptes rendus scellés de celles-là.`,
      en: `The keys of ${count} meeting(s) are missing from ${keys}: give their folder with --keys, or --without-keys to get only the sealed minutes of those back.`,
    }),
  notEmpty: (dataDir: string) =>
    new ConfigError({
      fr: `DATA_DIR (${dataDir}) n’est pas vide\u00a0: mettez de côté ce qu’il contient, ou donnez un autre dossier. Rien n’a été remplacé.`,
      en: `DATA_DIR (${dataDir}) is not empty: put aside what it holds, or give another directory. Nothing was replaced.`,
    }),
}
