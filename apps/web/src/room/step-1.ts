import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { ownClients } from './own-clients.ts'

const frame = (kind: number, update: Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Up to this, an answer is one frame. Bytes; no deletion takes fewer than three, and each may cut two structs of the server's, which takes 2,000 cuts at once. */
const SMALL_BYTES = 2_700

/**
 * Answers the server's « what do you have that I do not » in pieces the server takes: the first as SyncStep2, from which on it listens to updates, the others as
 * updates. `sender` gives the socket of now, whatever comes of it while what cuts a long answer is fetched: edits that go out meanwhile are ignored there, and in the answer
 * here. `storeName`: where this document lies on the device. False, and nothing read, when the message is another one.
 */
export const answerStep1 = (
  decoder: decoding.Decoder,
  doc: Y.Doc,
  storeName: string,
  sender: () => (frame: Uint8Array<ArrayBuffer>) => void,
): boolean => {
  if (decoding.peekVarUint(decoder) !== messageYjsSyncStep1) return false
  decoding.readVarUint(decoder)
  const vector = decoding.readVarUint8Array(decoder)
  const send = sender()
  const answer = (pieces: readonly Uint8Array[]): void =>
    pieces.forEach((piece, index) => send(frame(index === 0 ? messageYjsSyncStep2 : messageYjsUpdate, piece)))
  const update = Y.encodeStateAsUpdate(doc, vector)
  if (update.length <= SMALL_BYTES) answer([update])
  else {
    const now = (): Uint8Array => Y.encodeStateAsUpdate(doc, vector)
    void import('./server-pieces.ts').then(
      ({ piecesForServer }) => answer(piecesForServer(doc, now(), [doc.clientID, ...ownClients(storeName)])),
      () => answer([now()]),
    )
  }
  return true
}
