import type { Store, StoreWatch } from '../store.ts'

/** What a test does to the disk. `before` is called ahead of each step that writes; `sync`, when set, is the sync. */
export interface Faults {
  before: ((step: string) => void) | null
  sync: (() => Promise<void>) | null
}

/** One disk, on which stores come and go. */
export interface StoreBench {
  readonly faults: Faults
  /** A start; the store before it must be closed. */
  open(watch?: StoreWatch): Promise<Store>
  /** A start on what a process killed at this very moment would leave. */
  crash(): Promise<Store>
  /** For each step that `act` takes on the disk: a start on what a kill just before that step leaves. Each on its own copy. */
  crashes(prepare: (store: Store) => Promise<void>, act: (store: Store) => Promise<unknown>): AsyncIterable<{ at: string; store: Store }>
  /** Another start claims the meeting behind this store's back. */
  claimElsewhere(meetingId: string): void
  /** Flips a bit in the newest snapshot. */
  damageNewestSnapshot(meetingId: string): void
  /** As a disk without room fails a step. */
  full(): Error
  clear(): Promise<void>
}

export type NewBench = () => Promise<StoreBench>
