import type { RoomMeans } from './room-means.ts'

/** What every device is told on opening and when it changes: whether we save, and the record's time, by which devices show theirs [decisions]. */
export function statusMessage({ store, clock }: RoomMeans): object {
  return { status: { saving: store.state === 'saving', now: new Date(clock.now()).toISOString() } }
}
