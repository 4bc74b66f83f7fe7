import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../config-error.ts'
import { ServerKey } from './server-key.ts'

const KEY_BYTES = 32

/**
 * Reads `DATA_DIR/keys/server.key`, or makes it at the first start (0600, synced). Call it once the store is open: the store holds the
 * lock on the directory. Throws `ConfigError` when the file is cut short: a new key would silently close every link and device.
 */
export function readServerKey(dataDir: string): ServerKey {
  const directory = join(dataDir, 'keys')
  const path = join(directory, 'server.key')
  try {
    const key = readFileSync(path)
    if (key.length === KEY_BYTES) return new ServerKey(key)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return makeServerKey(directory, path)
    throw fault
  }
  throw new ConfigError({
    fr: 'La clé du serveur (keys/server.key dans DATA_DIR) est abîmée\u00a0: remettez-la depuis une sauvegarde.',
    en: 'The server key (keys/server.key in DATA_DIR) is damaged: put it back from a backup.',
  })
}

function makeServerKey(directory: string, path: string): ServerKey {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const key = randomBytes(KEY_BYTES)
  const file = openSync(`${path}.new`, 'w', 0o600)
  writeSync(file, key)
  fsyncSync(file)
  closeSync(file)
  renameSync(`${path}.new`, path)
  const folder = openSync(directory, 'r')
  fsyncSync(folder)
  closeSync(folder)
  return new ServerKey(key)
}
