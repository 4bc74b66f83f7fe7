import * as Y from 'yjs'
import type { Id, Struct } from './decode.ts'
import type { Holder } from './holder.ts'

/**
 * One stretch of the document as this update would leave it: part of a live item, or a struct of the update. `undefined` neighbours of a
 * live piece have not been looked at yet. `holder` is null when nothing is left there (the place was collected).
 */
export class Piece {
  readonly client: number
  readonly clock: number
  length: number
  origin: Id | null
  readonly rightOrigin: Id | null
  readonly holder: Holder | null
  readonly key: string | null
  readonly item: Y.Item | null
  readonly struct: Struct | null
  /** The holder that this piece is the content of, when it brings a type. */
  type: Holder | null = null
  /** How many structs it stands for: more than one only for what `alive` found in a row. */
  structs = 1
  deleted = false
  left: Piece | null | undefined
  right: Piece | null | undefined

  /** `at`: what it stands for, or is a part of. */
  constructor(at: Y.Item | Struct, clock: number, length: number, holder: Holder | null, key: string | null) {
    const isLive = at instanceof Y.Item
    this.client = isLive ? at.id.client : at.client
    this.clock = clock
    this.length = length
    this.origin = at.origin
    this.rightOrigin = at.rightOrigin
    this.holder = holder
    this.key = key
    this.item = isLive ? at : null
    this.struct = isLive ? null : at
  }

  get end(): number {
    return this.clock + this.length
  }
}

/** Whether a struct of letters goes on where a run of such ends, in the same text. `first`: the first of the run. */
export function isNextOf(run: Piece, first: Y.Item, { id, parent, content }: Y.Item): boolean {
  return run.end === id.clock && parent === first.parent && isLetters(content) && isLetters(first.content)
}

/** Whether a struct is letters of a text. */
export const isLetters = (content: Y.Item['content']): boolean => content instanceof Y.ContentString
