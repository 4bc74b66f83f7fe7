import { MemoryKeys } from '../keys/memory-keys.ts'
import { CommitRoad, type Medium } from './commit-road.ts'
import { MeetingStore } from './meeting-store.ts'
import { MemoryTables } from './memory-tables.ts'
import { readMeeting, readSnapshotBack, readWords } from './read-meeting.ts'
import type { Reader } from './reader.ts'
import type { Store, StoreWatch } from './store.ts'

/** Seams: `before` may throw ahead of a step that writes (`code: 'ENOSPC'` for a full disk), `sync` may fail or take its time, `checkpoint` be in a reader's way. */
export interface MemorySeams {
  before?(step: string): void
  sync?(): Promise<void>
  checkpoint?(): Promise<boolean>
}

/** What outlives a memory store as a disk outlives a process: opening another store on it is a restart. */
export class MemoryDisk {
  readonly seams: MemorySeams
  readonly tables: MemoryTables
  readonly keys: MemoryKeys
  /** The store that writes on it; an earlier one is as good as killed. */
  holder: object | null = null

  constructor(seams: MemorySeams = {}) {
    this.seams = seams
    const before = (step: string): void => seams.before?.(step)
    this.tables = new MemoryTables(before)
    this.keys = new MemoryKeys(before)
  }
}

/** A store that keeps nothing beyond its `disk`: for tests and for trying things out. Same contract, same boxes, no files, no threads. */
export async function openMemoryStore(disk: MemoryDisk = new MemoryDisk(), watch: StoreWatch = {}): Promise<Store> {
  const { tables, keys, seams } = disk
  const medium: Medium = {
    transact(writes) {
      if (disk.holder !== medium) throw new Error('another start holds this disk')
      seams.before?.('begin')
      tables.inTransaction(() => {
        if (writes.length === 0) tables.probe()
        for (const write of writes) write.run()
        seams.before?.('commit')
      })
    },
    sync: () => seams.sync?.() ?? Promise.resolve(),
    ailment: (fault) => (fault instanceof Error && 'code' in fault && fault.code === 'ENOSPC' ? 'full' : 'broken'),
  }
  const reader: Reader = {
    // async: a fault is a rejection here, as it is across threads
    meeting: async (shelf, key) => readMeeting(tables, shelf, key),
    words: async (shelf, upto, key) => readWords(tables, shelf, upto, key),
    snapshot: async (shelf, upto, key) => readSnapshotBack(tables, shelf, upto, key),
    checkpoint: () => seams.checkpoint?.() ?? Promise.resolve(true),
    close: () => Promise.resolve(),
  }
  disk.holder = medium
  const start = tables.start()
  const store = new MeetingStore({ tables, keys, reader, watch, road: new CommitRoad(medium, watch), closeUp: () => reader.close() }, start)
  await store.resume()
  return store
}
