import type { Struct } from './decode.ts'
import type { GuardLimits } from './limits.ts'
import type { Space } from './space.ts'
import { refuse } from './verdict.ts'

/**
 * How much of the document one inspection may still cut. Past it an update is refused; a SyncStep2 brings all that was written away from here, so what would cut too
 * much of it is left out instead, and its sender is asked for the rest.
 */
export class Leeway {
  readonly #space: Space
  readonly #limits: GuardLimits
  readonly #leavesOut: boolean
  #hasLeftOut = false
  #takesAll = false

  constructor(space: Space, limits: GuardLimits, kind: 'update' | 'step2') {
    this.#space = space
    this.#limits = limits
    this.#leavesOut = kind === 'step2'
  }

  /** Something was left out. */
  get hasLeftOut(): boolean {
    return this.#hasLeftOut
  }

  /** Whether so many more cuts are made; where they are too many, and may be left out, they are from here on. */
  hasRoomFor(cuts: () => number): boolean {
    const { cuts: made } = this.#space
    const most = this.#limits.cuts
    if (!this.#leavesOut || made + 2 <= most || made + cuts() <= most) return true
    this.#hasLeftOut = true
    return false
  }

  /** Whether this struct is laid over the document now. */
  takes(struct: Struct): boolean {
    return this.#takesAll || this.hasRoomFor(() => this.#space.cutsFor(struct))
  }

  /** Something in a new element is deleted already: what came in its place may be further on, and without it an editor takes the element away. No struct is left out any more. */
  takeAll(): void {
    this.#takesAll = true
  }

  /** To be asked after each cut: a million deletes of one letter fit in a frame, and would hold everyone up for seconds. */
  check(): void {
    if (this.#space.cuts > this.#limits.cuts) refuse('too-complex', 'too many structs to cut')
  }
}
