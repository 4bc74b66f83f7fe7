import type { RoomMeans } from './room-means.ts'

/**
 * What every device is told on opening and when it changes: whether we save, the record's time, by which devices show theirs [decisions], and which memory this
 * is: under another one, whispers sent before are lost unread, and their authors' devices say so [§4].
 */
export function statusMessage({ store, clock }: RoomMeans, memory: string): object {
  return { status: { saving: store.state === 'saving', now: new Date(clock.now()).toISOString(), memory } }
}
