import type * as Y from 'yjs'
import type { Context } from './context.ts'
import { applyTo, prepareDocument } from './document.ts'
import { readEffects, type Effect } from './effects.ts'
import { Holders } from './holder.ts'
import { inspect } from './inspect.ts'
import type { Keep } from './keep.ts'
import { DEFAULT_LIMITS, type GuardLimits } from './limits.ts'
import { Owners } from './owners.ts'
import type { DocSchema } from './schema.ts'
import type { Application, Verdict } from './verdict.ts'

export interface GuardOptions<Standing> {
  readonly doc: Y.Doc
  readonly schema: DocSchema<Standing>
  readonly limits?: Partial<GuardLimits>
  /** What `owners()` gave before a restart. */
  readonly owners?: Iterable<readonly [client: number, principal: string]>
  /** Client ids that nobody may own: those of documents that went before this one. */
  readonly reserved?: ReadonlySet<number>
}

/**
 * Stands before one shared document and judges what clients want to write into it. It writes nothing but what it is told to `apply`: storing and relaying are
 * the caller's, and so is the clock. What it keeps is who owns which client id.
 */
export class WriteGuard<Standing> {
  readonly #keep: Keep<Standing>

  constructor({ doc, schema, limits, owners, reserved }: GuardOptions<Standing>) {
    prepareDocument(doc, schema)
    const all = { ...DEFAULT_LIMITS, ...limits }
    this.#keep = {
      doc,
      schema,
      limits: all,
      owners: new Owners(all, owners, reserved),
      holders: new Holders(doc, schema.roots),
    }
  }

  /** Gives a client id to a principal, for ever. False when it is another's, reserved, one of a server's (it has structs and no owner), or one too many. */
  claim(client: number, principal: string): boolean {
    const { doc, owners } = this.#keep
    if (client === doc.clientID || (owners.isFree(client) && doc.store.clients.has(client))) return false
    return owners.claim(client, principal)
  }

  /** Takes an id from its owner, for ever (`NOBODY`): what was brought under it with `adopted` may not be theirs. */
  disown(client: number): void {
    this.#keep.owners.disown(client)
  }

  owner(client: number): string | null {
    return this.#keep.owners.owner(client)
  }

  /** All owners, to be kept with the document and given back to the next guard. */
  owners(): Array<[client: number, principal: string]> {
    return [...this.#keep.owners.entries()]
  }

  /** Judges an update. Synchronous and without effect: on `apply`, claim, then `apply` the verdict in the same tick. */
  inspect(update: Uint8Array, context: Context<Standing>): Verdict {
    return inspect(this.#keep, update, context)
  }

  /** Applies what was let in, whatever it cuts, in the transaction under way if there is one. */
  apply(verdict: Application, origin?: unknown): void {
    applyTo(this.#keep.doc, verdict, origin)
  }

  /** What a transaction on this document did, to be held against the ops foreseen (`exceeds`). */
  effects(transaction: Y.Transaction): Effect[] {
    return readEffects(transaction, this.#keep.holders)
  }
}
