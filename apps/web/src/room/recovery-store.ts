/** One document kept safe before it is replaced: what had not arrived can be listed from it, also after a reload. */
export interface KeptDocument {
  id?: number
  meetingId: string
  personId: string
  generation: number
  reason: string
  at: number
  update: Uint8Array
}

const openStore = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('clairiere:recovery', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('documents', { keyPath: 'id', autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('recovery store'))
  })

const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await openStore()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction('documents', mode)
      const request = act(transaction.objectStore('documents'))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error('recovery store'))
    })
  } finally {
    database.close()
  }
}

/** Keeps a document; resolves once it is on this device's disk. Rejects when storage is full or forbidden: the caller then keeps the document in memory. */
export const keepDocument = async (kept: Omit<KeptDocument, 'id'>): Promise<void> => {
  await run('readwrite', (store) => store.add(kept))
}

/** The documents kept for one person of one meeting, oldest first. */
export const keptDocuments = async (meetingId: string, personId: string): Promise<KeptDocument[]> => {
  const all: KeptDocument[] = await run('readonly', (store) => store.getAll())
  return all.filter((kept) => kept.meetingId === meetingId && kept.personId === personId)
}

/** Forgets a kept document once its owner has put back or given up what was in it. */
export const dropDocument = async (id: number): Promise<void> => {
  await run('readwrite', (store) => store.delete(id))
}
