import * as Y from 'yjs'

/** One update that is the whole document, and the state it brings. */
export interface Snapshot {
  readonly update: Uint8Array<ArrayBuffer>
  readonly stateVector: Uint8Array
}

/** Makes snapshots of documents. Seconds of work for a large one: a server has it done in another thread. */
export interface SnapshotMaker {
  /** `parts`: updates, oldest first. Rejects when they are no whole document, or the snapshot of it is not the same. */
  make(parts: readonly Uint8Array[]): Promise<Snapshot>
}

/** The work itself: applied part by part, encoded, and what was encoded applied to an empty document and held against the first. */
export function makeSnapshot(parts: readonly Uint8Array[]): Snapshot {
  const doc = new Y.Doc()
  doc.transact(() => parts.forEach((part) => Y.applyUpdate(doc, part)))
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('the parts are no whole document')
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc))
  const copy = new Y.Doc()
  Y.applyUpdate(copy, update)
  const isSame = copy.store.pendingStructs === null && Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(copy))
  if (!isSame) throw new Error('a snapshot is not the document it was made of')
  return { update, stateVector: Y.encodeStateVector(doc) }
}
