import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { piecesOf } from './sync-pieces.ts'

const frame = (kind: number, update: Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/**
 * Answers the server's « what do you have that I do not » in pieces the server takes: the first as SyncStep2, from which on it listens to updates, the others as
 * updates. False, and nothing read, when the message is another one.
 */
export const answerStep1 = (decoder: decoding.Decoder, doc: Y.Doc, send: (frame: Uint8Array<ArrayBuffer>) => void): boolean => {
  if (decoding.peekVarUint(decoder) !== messageYjsSyncStep1) return false
  decoding.readVarUint(decoder)
  const [first = new Uint8Array(), ...more] = piecesOf(Y.encodeStateAsUpdate(doc, decoding.readVarUint8Array(decoder)))
  send(frame(messageYjsSyncStep2, first))
  for (const piece of more) send(frame(messageYjsUpdate, piece))
  return true
}
