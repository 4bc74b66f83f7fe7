import type { ServerMessage } from '@clairiere/ritual'

/** What a replica tells its owner. */
export interface ReplicaEvents {
  /** Socket, sync or save counts changed. */
  changed(): void
  opened(): void
  /** The server has spoken on a socket: from now on it is a road. */
  heard(): void
  message(message: ServerMessage): void
  /** The server closed for good (4400–4499). */
  closed(code: number): void
  /** Somebody already looks at this meeting: a document would then be seen while it is in pieces, and an editor takes half a list for a broken one. */
  isShown(): boolean
}

export interface ReplicaAddress {
  /** `ws(s)://host/live` */
  base: string
  meetingId: string
  personId: string
  generation: number
  /** Someone who writes no words: their copy then tidies no formatting either, which every Yjs peer would otherwise do on others' changes, and send [guard.md §4]. */
  readsOnly: boolean
  /** Name of the store on this device: meeting, generation, person and the count of replacements. */
  storeName: string
  /** That count. */
  count: number
}
