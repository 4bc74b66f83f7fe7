import * as Y from 'yjs'
import { piecesOf, type Deletion, type PieceLimits } from './sync-pieces.ts'

/**
 * What this document has and the server has not, in pieces that the server judges one by one. `own`: ids this device wrote under. What others wrote (the server lost it when its
 * power was cut) comes first: in a SyncStep2 it is left out until they are back, in an update it would be refused as written under their name.
 */
export const piecesForServer = (doc: Y.Doc, update: Uint8Array, own: readonly number[], limits?: PieceLimits): Uint8Array[] =>
  piecesOf(update, { mayGoFirst: goesFirst(doc), comesFirst: (client) => !own.includes(client) }, limits)

/**
 * Whether a deletion may reach others before the rest does, in several pieces: letters may, and values under a key. Not the parts of a list, nor what was collected with one: a
 * list that keeps only some of what goes is a broken one for an editor, which takes it away with all that is new in it.
 */
const goesFirst =
  ({ store }: Y.Doc) =>
  ({ client, clock, length }: Deletion): boolean => {
    const structs = store.clients.get(client) ?? []
    if (clock >= Y.getState(store, client)) return true
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const struct = structs[at]
      if (struct === undefined || struct.id.clock >= clock + length) break
      if (!(struct instanceof Y.Item) || (struct.parentSub === null && !(struct.parent instanceof Y.Text))) return false
    }
    return true
  }
