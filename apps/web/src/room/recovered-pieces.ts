import * as Y from 'yjs'
import type { Arrived } from './arrived.ts'
import { partingOf } from './parting.ts'
import type { KeptDocument } from './recovery-store.ts'
import { rootKind } from './root-kind.ts'
import { unsent, type Unsent } from './unsent.ts'

/** One piece that had not arrived, why, and when. */
export interface Recovered {
  key: string
  storeName: string
  reason: string
  at: number
  piece: Unsent
}

/** Others brought something under this device's numbers while it was away: from where the two part, nothing had arrived from here. */
const untilParting = (old: Y.Doc, arrived: Arrived, mine: ReadonlySet<number>): Arrived => {
  const { doc } = arrived
  const parted = new Map(doc === null ? [] : [...mine].map((client) => [client, partingOf(old, doc, client)]))
  return { doc, clockOf: (client) => Math.min(arrived.clockOf(client), parted.get(client) ?? Infinity) }
}

/** What a kept document holds that is not among `arrived`, without what was put back or given up already. */
export const piecesOf = (kept: KeptDocument, arrived: Arrived): Recovered[] => {
  const old = new Y.Doc()
  Y.applyUpdate(old, kept.update)
  const mine = new Set(kept.clients)
  const found = unsent(old, {
    arrived: kept.reason === 'adopted' ? untilParting(old, arrived, mine) : arrived,
    kindOf: rootKind,
    isMine: (client) => mine.has(client),
  })
  old.destroy()
  return found
    .map((piece) => ({
      // With its length: a text that another tab went on with is another piece.
      key: `${piece.kind}:${piece.id.client}:${piece.id.clock}${piece.kind === 'value' ? '' : `:${piece.text.length}`}`,
      storeName: kept.storeName,
      reason: kept.reason,
      at: kept.at,
      piece,
    }))
    .filter(({ key }) => !kept.settled.includes(key))
}
