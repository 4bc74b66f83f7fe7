/** Some browsers never answer when storage is forbidden or broken. Ms. */
const OPEN_MS = 4_000

/** Opens a database of one object store on this device; a higher `version` once everyone else has closed it, and nobody opens a lower one again. Rejects where the browser refuses to store, or does not answer in time. */
export const openDatabase = (name: string, store: string, parameters: IDBObjectStoreParameters, version = 1): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      reject(new Error('storage does not answer'))
    }, OPEN_MS)
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) request.result.createObjectStore(store, parameters)
    }
    request.onsuccess = () => {
      clearTimeout(timer)
      // An answer nobody waits for any more, left open, would hold back whoever gives the database up.
      if (isLate) request.result.close()
      else resolve(request.result)
    }
    request.onerror = () => {
      clearTimeout(timer)
      reject(request.error ?? new Error('no storage'))
    }
  })

/** Resolves when the transaction is on the device's disk as far as the browser knows; rejects when nothing of it is. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('storage refused'))
  })
