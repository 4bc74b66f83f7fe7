import { arrivedBefore } from './arrived.ts'
import { ownClients } from './own-clients.ts'
import type { Replica } from './replica.ts'
import { rootKind } from './root-kind.ts'
import { textsOf, unsent } from './unsent.ts'

/**
 * What its owner typed in this replica that the server is not known to have, as texts to copy: for a device that is not let in any more, which cannot be told what had
 * arrived. After a reload that is all they ever wrote there, too much rather than too little.
 */
export const leftHere = ({ doc, tally, address, savedUpTo }: Replica): readonly string[] => {
  if (tally.unsaved === 0) return []
  const mine = new Set([...ownClients(address.storeName), doc.clientID])
  const arrived = savedUpTo === null ? { clockOf: () => 0, doc: null } : arrivedBefore(savedUpTo)
  return unsent(doc, { arrived, kindOf: rootKind, isMine: (client) => mine.has(client) }).map((piece) =>
    piece.kind === 'value' ? textsOf(piece.mine) : piece.text,
  )
}
