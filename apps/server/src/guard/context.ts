import type { Sender } from './novelty.ts'

/** Who sends an update, and what holds at this very tick. */
export interface Context<Standing> extends Sender {
  readonly standing: Standing
  /** Nobody writes any more. */
  readonly frozen: boolean
  /** The document is as large as it may be: only what takes something away goes in. */
  readonly full?: boolean
}
