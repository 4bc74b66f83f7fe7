import * as Y from 'yjs'
import { inPieces } from './sync-pieces.ts'

/** One piece is a task: applied on a slow phone it may take some thirty milliseconds. */
const PIECE_BYTES = 48 * 1024
const PIECE_STRUCTS = 800

/**
 * A whole document as updates of bounded size, made one at a time: each needs only those before it, the deletions come with the last. The document may go on
 * changing between two of them: what it held at the first is in them, what came later may be. An empty document is one empty update.
 */
export function* piecesOfDocument(doc: Y.Doc, maxBytes = PIECE_BYTES, maxStructs = PIECE_STRUCTS): Generator<Uint8Array> {
  const { store } = doc
  // What waits for something that is not here has no place in the order.
  if (store.pendingStructs ?? store.pendingDs) yield Y.encodeStateAsUpdate(doc)
  else yield* inPieces(store.clients, maxBytes, maxStructs, () => Y.createDeleteSetFromStructStore(store))
}
