import * as Y from 'yjs'

/** Any shared type, as Yjs itself names the parent of an item. */
export type SharedType = Exclude<Y.Item['parent'], Y.ID | null>

// The only file that reads fields Yjs keeps to itself; they are typed but not promised. Look here first when Yjs is upgraded.

/** The item whose content a type is; null for a root. */
export function itemOf(type: SharedType): Y.Item | null {
  return type._item // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** The first item of a list, deleted ones included. */
export function startOf(type: SharedType): Y.Item | null {
  return type._start // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** The last entry of every key, deleted ones included. */
export function entriesOf(type: SharedType): ReadonlyMap<string, Y.Item> {
  return type._map // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** How many units a list shows, deleted ones left out. */
export function lengthOf(type: SharedType): number {
  return type._length // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** Lets an item stand for a key from now on: the one that took in what stood there. */
export function setEntry(type: SharedType, key: string, item: Y.Item): void {
  type._map.set(key, item) // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** The right halves of what this transaction has cut so far. */
export function cutsOf(transaction: Y.Transaction): readonly { readonly id: Y.ID }[] {
  return transaction._mergeStructs // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** Keeps Yjs from tidying formatting up after this transaction; takes effect until `afterTransaction` has run. */
export function leaveFormatting(transaction: Y.Transaction): void {
  transaction._needFormattingCleanup = false // oxlint-disable-line no-underscore-dangle -- Yjs's own name
}

/** The item whose last unit has this id; null when the document does not have it, or not as an end. */
export function itemEndingAt(store: Y.Doc['store'], client: number, clock: number): Y.Item | null {
  const structs = store.clients.get(client)
  if (structs === undefined || clock >= Y.getState(store, client)) return null
  const struct = structs[Y.findIndexSS(structs, clock)]
  return struct instanceof Y.Item && struct.id.clock + struct.length - 1 === clock ? struct : null
}
