import * as Y from 'yjs'
import { completed, openDatabase } from './device-database.ts'

const KEPT = 'kept'

/** One document kept safe before it is replaced, by the name of its store: what had not arrived can be listed from it, also after a reload. */
export interface KeptDocument {
  storeName: string
  meetingId: string
  personId: string
  generation: number
  reason: string
  at: number
  update: Uint8Array
  /** Client ids under which this device wrote in it; empty: not known. */
  clients: readonly number[]
  /** Pieces that were put back or given up already. */
  settled: readonly string[]
}

const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await openDatabase('clairiere:kept', KEPT, { keyPath: 'storeName' })
  try {
    const transaction = database.transaction(KEPT, mode, { durability: 'strict' })
    const request = act(transaction.objectStore(KEPT))
    await completed(transaction)
    return request.result
  } finally {
    database.close()
  }
}

const together = (before: KeptDocument, now: KeptDocument): KeptDocument => ({
  ...before,
  update: Y.mergeUpdates([before.update, now.update]),
  clients: [...new Set([...before.clients, ...now.clients])],
})

/**
 * Keeps a document; resolves once it is on this device's disk. What another tab, or a recovery that did not end, has kept of the same store is joined with it.
 * Rejects when storage is full or forbidden: the caller then keeps the document in memory.
 */
export const keepDocument = async (kept: KeptDocument): Promise<void> => {
  await run('readwrite', (store) => {
    const before = store.get(kept.storeName) as IDBRequest<KeptDocument | undefined>
    before.onsuccess = () => store.put(before.result === undefined ? kept : together(before.result, kept))
    return before
  })
}

/** The documents kept for one person of one meeting, oldest first. */
export const keptDocuments = async (meetingId: string, personId: string): Promise<KeptDocument[]> => {
  const all = await run('readonly', (store) => store.getAll() as IDBRequest<KeptDocument[]>)
  return all.filter((kept) => kept.meetingId === meetingId && kept.personId === personId).toSorted((a, b) => a.at - b.at)
}

/** Remembers that one piece of a kept document was put back or given up. */
export const settlePiece = async (storeName: string, piece: string): Promise<void> => {
  await run('readwrite', (store) => {
    const kept = store.get(storeName) as IDBRequest<KeptDocument | undefined>
    kept.onsuccess = () => {
      if (kept.result) store.put({ ...kept.result, settled: [...kept.result.settled, piece] } satisfies KeptDocument)
    }
    return kept
  })
}

/** Forgets a kept document once its owner has put back or given up what was in it; not one that is not of this length any more, since another tab has added to it. */
export const dropDocument = async (storeName: string, length: number): Promise<void> => {
  await run('readwrite', (store) => {
    const kept = store.get(storeName) as IDBRequest<KeptDocument | undefined>
    kept.onsuccess = () => {
      if (kept.result?.update.length === length) store.delete(storeName)
    }
    return kept
  })
}
