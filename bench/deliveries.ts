import * as Y from 'yjs'
import type { Client } from './client.ts'

/** What a client still lacks of others’ changes, or null: everything came, without a hole. */
export function missing(client: Client, writers: readonly Client[], from: ReadonlyMap<number, number>): string | null {
  const seen = new Map<number, { start: number; end: number }[]>()
  for (const update of client.updates) {
    const meta = Y.parseUpdateMeta(update)
    for (const [id, end] of meta.to) {
      const spans = seen.get(id) ?? []
      seen.set(id, spans)
      spans.push({ start: meta.from.get(id) ?? 0, end })
    }
  }
  for (const { doc } of writers) {
    if (doc === client.doc) continue
    let reached = from.get(doc.clientID) ?? 0
    for (const { start, end } of (seen.get(doc.clientID) ?? []).toSorted((a, b) => a.start - b.start)) {
      if (start > reached) break
      reached = Math.max(reached, end)
    }
    const whole = clockOf(doc)
    if (reached < whole) return `${whole - reached} of the ${whole} changes of one writer`
  }
  return null
}

/** Throws unless every client was sent every change the writers made since `from`. Clients that were sent the same bytes are read once. */
export function verify(clients: readonly Client[], writers: readonly Client[], from: ReadonlyMap<number, number>, where: string): void {
  let good: Client | null = null
  for (const [index, client] of clients.entries()) {
    if (client.closed !== null) throw new Error(`${where}: client ${index} was closed: ${client.closed}`)
    if (good !== null && isSame(good.updates, client.updates)) continue
    const lack = missing(client, writers, from)
    if (lack !== null) throw new Error(`${where}: client ${index} lacks ${lack}`)
    if (!writers.includes(client)) good = client
  }
}

/** Where each writer stands. */
export const clocksOf = (writers: readonly Client[]): Map<number, number> => new Map(writers.map(({ doc }) => [doc.clientID, clockOf(doc)]))

const clockOf = (doc: Y.Doc): number => Y.getState(doc.store, doc.clientID)

function isSame(some: readonly Buffer[], others: readonly Buffer[]): boolean {
  return some.length === others.length && some.every((bytes, index) => bytes.equals(others[index] as Buffer))
}
