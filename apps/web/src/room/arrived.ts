import * as Y from 'yjs'

/**
 * How far the server had each device's writing: the measure for what had not arrived. Within one generation it is the fresh document; across a sealing only
 * the numbers with which the older document ended, because the new one begins anew under other ids.
 */
export interface Arrived {
  clockOf(client: number): number
  doc: Y.Doc | null
}

/** Measured by a document of the same generation. */
export const arrivedIn = (doc: Y.Doc): Arrived => ({ clockOf: (client) => Y.getState(doc.store, client), doc })

/** Measured by the final state vector of a past generation. Throws on bytes that are none. */
export const arrivedBefore = (stateVector: Uint8Array): Arrived => {
  const clocks = Y.decodeStateVector(stateVector)
  return { clockOf: (client) => clocks.get(client) ?? 0, doc: null }
}
