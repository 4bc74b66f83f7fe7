import type { Peer, PeerName } from './peer.ts'

/** One figure of a row: what it is called, in which unit, and what ours may be. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly digits: number
  /** Ours divided by the best peer’s: at most, or at least; or an amount of its own. */
  readonly goal?: { readonly ratioAtMost: number } | { readonly ratioAtLeast: number } | { readonly atMost: number }
}

export type Measured = Readonly<Record<string, number>>

/** A load that every server is put under in its turn. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly figures: Readonly<Record<string, Figure>>
  /** Servers that it means something for. */
  readonly peers: readonly PeerName[]
  /** Throws when a single delivery is missing. */
  run(peer: Peer): Promise<Measured>
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits for what must become true; throws with `why` when it does not. */
export async function until(isTrue: () => boolean, why: string, withinMs = 60_000): Promise<void> {
  for (const start = performance.now(); !isTrue(); await pause(5)) if (performance.now() - start > withinMs) throw new Error(why)
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}
