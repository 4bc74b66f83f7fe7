import * as Y from 'yjs'
import { cutsOf, entriesOf, setEntry } from './yjs-internals.ts'

type Struct = Y.Item | Y.GC

/** So many structs may be moved for merging: some milliseconds at worst. */
const MAX_MOVES = 1_000_000

/**
 * Merges in one pass what Yjs would merge one by one at the end of a transaction, wherever that could move the list of all that a client wrote too often;
 * Yjs then finds nothing left to merge. To be called in `afterTransaction`. `isLarge`: the transaction may have brought many structs.
 */
export function mergeAtOnce(transaction: Y.Transaction, isLarge: boolean): void {
  const { doc, deleteSet } = transaction
  if (!isLarge && deleteSet.clients.size === 0 && cutsOf(transaction).length === 0) return
  const crowded = findCrowded(transaction)
  if (crowded.size === 0) return
  if (doc.gc) collect(transaction)
  for (const [client, clock] of crowded) {
    const structs = doc.store.clients.get(client)
    if (structs !== undefined) mergeFrom(structs, Math.max(0, Y.findIndexSS(structs, clock) - 1))
  }
}

/** Clients whose list could be moved too often, each with the lowest clock at which something may merge. */
function findCrowded(transaction: Y.Transaction): Map<number, number> {
  const { doc, deleteSet, beforeState, afterState } = transaction
  const cuts = new Map<number, { count: number; first: number }>()
  for (const { id } of cutsOf(transaction)) {
    const known = cuts.get(id.client)
    if (known === undefined) cuts.set(id.client, { count: 1, first: id.clock })
    else [known.count, known.first] = [known.count + 1, Math.min(known.first, id.clock)]
  }
  const crowded = new Map<number, number>()
  for (const [client, after] of afterState) {
    const structs = doc.store.clients.get(client) ?? []
    const before = beforeState.get(client) ?? 0
    const deleted = deleteSet.clients.get(client) ?? []
    const cut = cuts.get(client)
    const added = after === before ? 0 : structs.length - Y.findIndexSS(structs, before)
    const units = deleted.reduce((sum, { len }) => sum + len, 0)
    if ((units + (cut?.count ?? 0)) * structs.length + (added * added) / 4 > MAX_MOVES)
      crowded.set(client, Math.min(deleted[0]?.clock ?? after, cut?.first ?? after, before))
  }
  return crowded
}

/** As Yjs is about to do once more, of which nothing comes then: what is dead gives up its content before it is merged. */
function collect({ doc, deleteSet }: Y.Transaction): void {
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? []
    for (const { clock, len } of ranges.toReversed()) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= clock + len) break
        if (struct instanceof Y.Item && struct.deleted && !struct.keep && doc.gcFilter(struct)) struct.gc(doc.store, false)
      }
    }
  }
}

function mergeFrom(structs: Struct[], from: number): void {
  let kept = from
  for (let index = from + 1; index < structs.length; index++) {
    const [left, right] = [structs[kept], structs[index]]
    if (left === undefined || right === undefined) break
    if (!merge(left, right)) structs[++kept] = right
  }
  structs.length = kept + 1
}

function merge(left: Struct, right: Struct): boolean {
  if (left.deleted !== right.deleted) return false
  if (left instanceof Y.GC) return right instanceof Y.GC && left.mergeWith(right)
  if (!(right instanceof Y.Item) || !left.mergeWith(right)) return false
  const { parent, parentSub } = right
  if (parentSub !== null && parent instanceof Y.AbstractType && entriesOf(parent).get(parentSub) === right)
    setEntry(parent, parentSub, left)
  return true
}
