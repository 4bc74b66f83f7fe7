import type { Sender } from './novelty.ts'

/** Who sends an update, and what holds at this very tick. */
export interface Context<Standing> extends Sender {
  readonly standing: Standing
  /** Nobody writes any more. */
  readonly frozen: boolean
  /** The document is as large as it may be: only what takes something away goes in. */
  readonly full?: boolean
  /** The server may have lost, by an unclean stop, what other people wrote: what this sender holds of theirs is on its way. */
  readonly mayHaveLost?: boolean
  /** Told what an inspection counted that its bytes do not show. */
  readonly meter?: Meter
}

/** What one or several inspections counted; of an update that is refused half-way it counts nothing. */
export interface Meter {
  /** Structs of the document that the applier has to cut in two. */
  cuts: number
  /** Structs of the document that it deletes, in part or whole. */
  deletes: number
  /** Steps of conflict resolution. */
  steps: number
}
