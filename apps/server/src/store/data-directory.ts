import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../config-error.ts'

/** Where things lie in DATA_DIR. `keys` is apart so that it can be backed up apart. */
export interface DataDirectory {
  readonly root: string
  readonly database: string
  readonly keys: string
  /** Lets another process in. */
  unlock(): void
}

/**
 * Makes the directory if it is not there and takes it for this process: a SQLite file held by an open exclusive transaction, whose lock the
 * system frees however the process ends, kill -9 included. Throws `ConfigError` when it cannot be written or is taken.
 */
export function takeDataDirectory(root: string): DataDirectory {
  const keys = join(root, 'keys')
  try {
    mkdirSync(keys, { recursive: true, mode: 0o700 })
    chmodSync(keys, 0o700) // it may have been made by hand or by a restore
  } catch (cause) {
    throw unwritable(root, cause)
  }
  return { root, keys, database: join(root, 'clairiere.sqlite'), unlock: lockDirectory(root) }
}

/** The data directory cannot be written: the one sentence for it, whichever step found out. */
export function unwritable(root: string, cause: unknown): ConfigError {
  return new ConfigError(
    {
      fr: `Le dossier de données DATA_DIR (${root}) ne peut pas être écrit\u00a0: donnez-en un où ce serveur a le droit d’écrire.`,
      en: `The data directory DATA_DIR (${root}) cannot be written: give one where this server may write.`,
    },
    { cause },
  )
}

/** Takes the directory for this process, without making anything else in it; answers what frees it. */
export function lockDirectory(root: string): () => void {
  let holder: DatabaseSync | undefined
  try {
    holder = new DatabaseSync(join(root, 'lock.sqlite'), { timeout: 0 })
    holder.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    holder?.close()
    if (!isLocked(cause)) throw unwritable(root, cause)
    throw new ConfigError(
      {
        fr: `Un autre serveur Clairière utilise déjà DATA_DIR (${root})\u00a0: arrêtez-le, ou donnez un autre dossier.`,
        en: `Another Clairière server is already using DATA_DIR (${root}): stop it, or give another directory.`,
      },
      { cause },
    )
  }
  const held = holder
  return () => held.close()
}

/** SQLITE_BUSY: another connection holds the lock. */
function isLocked(fault: unknown): boolean {
  return fault instanceof Error && 'errcode' in fault && Number(fault.errcode) % 256 === 5
}
