import { completed, openDatabase } from './device-database.ts'

/** One object store: rows of updates in the order of writing, and under key 0 how much of it the server is not known to have. */
const ROWS = 'rows'
const HEAD = 0

/** Updates of one moment, in their order. */
export type Row = readonly Uint8Array[]

export interface Head {
  /** Own changes that the server was not known to have. */
  unsent: number
}

/** Opens the rows of one document. Rejects where the browser refuses to store, or does not answer in time. */
export const openRows = (name: string, version = 1): Promise<IDBDatabase> => openDatabase(name, ROWS, { autoIncrement: true }, version)

/** Everything there is, oldest first; the keys are those of the rows. */
export const readRows = async (database: IDBDatabase): Promise<{ keys: number[]; rows: Row[]; head: Head | null }> => {
  const transaction = database.transaction(ROWS, 'readonly')
  const store = transaction.objectStore(ROWS)
  const values = store.getAll() as IDBRequest<(Row | Head)[]>
  const keys = store.getAllKeys() as IDBRequest<number[]>
  await completed(transaction)
  const head = keys.result.indexOf(HEAD)
  return {
    keys: keys.result.filter((key) => key !== HEAD),
    rows: values.result.filter((value): value is Row => Array.isArray(value)),
    head: head < 0 ? null : (values.result[head] as Head),
  }
}

/** The rows under these keys, in their order; without those that another tab has folded meanwhile. Throws where the rows were closed; rejects when the device refuses. */
export const rowsAt = async (database: IDBDatabase, keys: readonly number[]): Promise<Row[]> => {
  const transaction = database.transaction(ROWS, 'readonly')
  const store = transaction.objectStore(ROWS)
  const asked = keys.map((key) => store.get(key) as IDBRequest<Row | undefined>)
  await completed(transaction)
  return asked.flatMap(({ result }) => (result ? [result] : []))
}

/**
 * Begins to write in the task of the caller and commits by hand, so that it survives a page closed in the next millisecond. Resolves with the row's key, or null
 * without a row. `head` null: as it stands. Throws when the rows were closed; rejects when the device refuses.
 */
export const writeRow = (
  database: IDBDatabase,
  { row, head, instead = [] }: { row: Row; head: Head | null; instead?: readonly number[] },
  durability: IDBTransactionDurability,
): Promise<number | null> => {
  const transaction = database.transaction(ROWS, 'readwrite', { durability })
  const store = transaction.objectStore(ROWS)
  const added = row.length > 0 ? (store.add(row) as IDBRequest<number>) : null
  if (head) store.put(head, HEAD)
  for (const key of instead) store.delete(key)
  transaction.commit?.()
  return completed(transaction).then(() => added?.result ?? null)
}

/** All that the rows of one name hold, for bringing it to safety before they are given up; empty where there are none. */
export const heldIn = async (name: string, version?: number): Promise<Uint8Array[]> => {
  const database = await openRows(name, version)
  try {
    return (await readRows(database)).rows.flat()
  } finally {
    database.close()
  }
}

/**
 * Gives the rows of one name up: every tab lets go of them and none writes there again, `keep` brings all that they hold by then to safety, and unless that answers
 * false they go. Rejects, with the rows where they are, when the device refuses.
 */
export const giveUpRows = async (name: string, keep: (held: Uint8Array[]) => Promise<boolean>): Promise<void> => {
  if (await keep(await heldIn(name, 2))) indexedDB.deleteDatabase(name)
}
