import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Faults, StoreBench } from './contract/bench.ts'
import type { Reader } from './reader.ts'
import { ReadingConnection } from './reading-connection.ts'
import { openSqliteStore } from './sqlite.ts'
import type { Store, StoreWatch } from './store.ts'

/** In memory where the system offers that: these tests are about what is written, and the syncs of real disks have tests of their own. */
const QUICK_DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/**
 * A kill is a copy of the files at that moment, on which another store is opened: what SQLite still holds in memory is not in it. The
 * writing thread stands still while it copies, and no checkpoint runs in the scenarios where it does.
 */
export class SqliteBench implements StoreBench {
  readonly faults: Faults = { before: null, sync: null }
  readonly #root = mkdtempSync(join(QUICK_DISK, 'clairiere-store-'))
  readonly #opened: Store[] = []
  #copies = 0

  /** The directory of `open`. */
  get dataDir(): string {
    return join(this.#root, 'data')
  }

  open(watch: StoreWatch = {}): Promise<Store> {
    return this.openAt(this.dataDir, watch)
  }

  async openAt(dataDir: string, watch: StoreWatch = {}): Promise<Store> {
    const sync = (): Promise<void> => this.faults.sync?.() ?? Promise.resolve() // the real sync has tests of its own
    const seams = { before: (step: string) => this.faults.before?.(step), sync, reader: readInline }
    const store = await openSqliteStore({ dataDir, durability: 'power', watch, seams })
    this.#opened.push(store)
    return store
  }

  crash(): Promise<Store> {
    return this.openAt(this.copy())
  }

  async *crashes(
    prepare: (store: Store) => Promise<void>,
    act: (store: Store) => Promise<unknown>,
  ): AsyncGenerator<{ at: string; store: Store }> {
    const doomed = await this.open()
    await prepare(doomed)
    const kills: { at: string; dataDir: string }[] = []
    this.faults.before = (step) => kills.push({ at: `step ${kills.length + 1}, before ${step}`, dataDir: this.copy() })
    await act(doomed)
    this.faults.before = null
    kills.push({ at: 'the end', dataDir: this.copy() })
    for (const { at, dataDir } of kills) {
      const store = await this.openAt(dataDir)
      yield { at, store }
      await store.close()
    }
  }

  claimElsewhere(meetingId: string): void {
    this.#change((db) => db.prepare('UPDATE meeting SET epoch = 99 WHERE id = ?').run(meetingId))
  }

  damageNewestSnapshot(meetingId: string): void {
    this.#change((db) => {
      const row = db.prepare('SELECT upto, data FROM snapshot WHERE meeting = ? ORDER BY generation DESC, upto DESC').get(meetingId)
      const data = row?.['data']
      if (!(data instanceof Uint8Array)) throw new Error('no snapshot to damage')
      const damaged = data.map((byte, at) => (at === 20 ? byte ^ 1 : byte))
      db.prepare('UPDATE snapshot SET data = ? WHERE meeting = ? AND upto = ?').run(damaged, meetingId, Number(row?.['upto']))
    })
  }

  /** SQLITE_FULL. */
  full(): Error {
    return Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
  }

  copy(): string {
    this.#copies += 1
    const copy = join(this.#root, `copy-${this.#copies}`)
    cpSync(this.dataDir, copy, { recursive: true })
    return copy
  }

  async clear(): Promise<void> {
    this.faults.before = null
    this.faults.sync = null
    for (const store of this.#opened) if (store.state === 'saving') await store.close()
    rmSync(this.#root, { recursive: true, force: true })
  }

  #change(work: (db: DatabaseSync) => void): void {
    const db = new DatabaseSync(join(this.dataDir, 'clairiere.sqlite'), { timeout: 1000 })
    work(db)
    db.close()
  }
}

/** The reading connection without its thread. */
function readInline(path: string): Reader {
  let connection: ReadingConnection | undefined
  const connect = (): ReadingConnection => (connection ??= new ReadingConnection(path))
  return {
    meeting: async (shelf, key) => connect().meeting(shelf, key),
    words: async (shelf, upto, key) => connect().words(shelf, upto, key),
    snapshot: async (shelf, upto, key) => connect().snapshot(shelf, upto, key),
    checkpoint: async (kind) => connect().checkpoint(kind),
    close: async () => connection?.close(),
  }
}
