import type { Cuts } from './cuts.ts'

/** What one change does to one place. Maps know `create replace delete`, lists and texts `insert remove edit` (`edit`: marks and attributes). */
export type Action = 'create' | 'replace' | 'delete' | 'insert' | 'remove' | 'edit'

/** One effect: `path` is the root's name, and in a map the key after it. */
export interface Op {
  readonly action: Action
  readonly path: readonly string[]
}

/** Why an update is not accepted. `frozen`: nobody writes any more; `conflicting-struct`: it would make replicas differ. */
export type RefusalCode =
  | 'too-large'
  | 'malformed'
  | 'frozen'
  | 'foreign-client'
  | 'unknown-root'
  | 'bad-parent'
  | 'conflicting-struct'
  | 'bad-shape'
  | 'bad-value'
  | 'limit'
  | 'forbidden'
  | 'too-complex'

export interface Refusal {
  readonly outcome: 'refuse'
  readonly code: RefusalCode
  /** For the log and for developers; it never quotes content. */
  readonly detail: string
  readonly path?: readonly string[]
  readonly action?: Action
}

/** To be given to `apply`: `update`, and never the message it came from, holds only what is new and allowed. */
export interface Application {
  readonly outcome: 'apply'
  readonly update: Uint8Array
  readonly ops: readonly Op[]
  /** Client ids to `claim` for this principal, and to make durable, before anything under them leaves the server. */
  readonly claims: readonly number[]
  /** Client ids of others whose structs were left out (SyncStep2 only): ask again when one of them advances. */
  readonly ahead: readonly number[]
  /** Marker deletes of a reader that would have changed what others see, left out: that replica now looks different. */
  readonly droppedDeletes: number
  /** More of it than one update may cut was left out (SyncStep2 only): ask again at once. */
  readonly rest?: boolean
  /** Structs of the document that it cuts, when they are many: `apply` makes these cuts in one pass. */
  readonly cuts?: Cuts
}

export type Verdict =
  | { readonly outcome: 'noop'; readonly droppedDeletes: number }
  | Application
  | { readonly outcome: 'gap'; readonly client: number; readonly clock: number }
  | { readonly outcome: 'wait'; readonly roots: readonly string[] }
  | { readonly outcome: 'ahead'; readonly clients: readonly number[] }
  | Refusal

/**
 * Ends an inspection from any depth. Thrown inside this folder only, and caught in one place: `inspect`, which answers its verdict.
 * A strict parser can stop at every byte; carrying that through every return would hide the checks themselves.
 */
export class Stop extends Error {
  readonly verdict: Verdict

  constructor(verdict: Verdict) {
    super(verdict.outcome)
    this.verdict = verdict
  }
}

/** Throws the refusal that ends this inspection. */
export function refuse(code: RefusalCode, detail: string, path?: readonly string[], action?: Action): never {
  throw new Stop({ outcome: 'refuse', code, detail, ...(path && { path }), ...(action && { action }) })
}
