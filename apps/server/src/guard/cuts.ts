import * as Y from 'yjs'

/** Where structs of the document will be cut in two, by client id: the clocks at which a right half begins, in any order. */
export type Cuts = ReadonlyMap<number, ReadonlySet<number>>

/**
 * Makes cuts that an update would make while it is applied, each client's in one pass: Yjs puts every right half into the list of all that its client
 * wrote, and moves what stands behind it. What it finds cut it leaves alone; the halves are Yjs's own, made by Yjs.
 */
export function cutAtOnce(transaction: Y.Transaction, cuts: Cuts): void {
  for (const [client, clocks] of cuts)
    cutClient(
      transaction,
      client,
      [...clocks].toSorted((a, b) => a - b),
    )
}

function cutClient(transaction: Y.Transaction, client: number, clocks: readonly number[]): void {
  const { clients } = transaction.doc.store
  const structs = clients.get(client)
  const [first] = clocks
  const end = Y.getState(transaction.doc.store, client)
  if (structs === undefined || first === undefined || first >= end) return
  const tail = structs.splice(Y.findIndexSS(structs, first))
  let next = 0
  for (const struct of tail) {
    const after = struct.id.clock + struct.length
    const cut = clocks[next]
    if (cut === undefined || cut >= after) {
      structs.push(struct)
      continue
    }
    const own = [struct]
    // For as long as one struct is cut, it is all that Yjs sees of this client.
    clients.set(client, own)
    for (let clock = clocks[next]; clock !== undefined && clock < after; clock = clocks[++next])
      if (clock > struct.id.clock && struct instanceof Y.Item) Y.getItemCleanStart(transaction, Y.createID(client, clock))
    for (const half of own) structs.push(half)
  }
  clients.set(client, structs)
}
