import type { Holder } from './holder.ts'
import type { GuardLimits } from './limits.ts'
import type { DocSchema } from './schema.ts'
import type { Space } from './space.ts'
import { refuse, type Action, type Op } from './verdict.ts'
import { entriesOf, lengthOf } from './yjs-internals.ts'

/** What one update would do, summed over the whole of it: effects allowed so far, sizes reached, keys touched, roots not there yet. */
export class Tally<Standing> {
  readonly waiting = new Set<string>()
  readonly #schema: DocSchema<Standing>
  readonly #limits: GuardLimits
  readonly #standing: Standing
  readonly #actions = new Map<readonly string[], Set<Action>>()
  readonly #added = new Map<Holder, number>()
  /** The same of types that only this update has, by their ordinals. */
  readonly #laid: number[] = []
  readonly #keys = new Map<Holder, Map<string, { readonly before: boolean; rootless: number }>>()
  readonly #confirmed = new Set<readonly string[]>()
  /** The path and the action allowed last: a thousand structs in a row ask for the same. */
  #lastPath: readonly string[] | null = null
  #lastAction: Action | null = null
  #lastConfirmed: readonly string[] | null = null

  constructor(schema: DocSchema<Standing>, limits: GuardLimits, standing: Standing) {
    this.#schema = schema
    this.#limits = limits
    this.#standing = standing
  }

  /** Asks the policy without recording anything. */
  allows(holder: Holder, action: Action, path: readonly string[]): boolean {
    return holder.rule !== null && holder.rule.serverOnly !== true && this.#schema.policy(this.#standing, action, path)
  }

  /** Records an effect that needs no leave. */
  note(action: Action, path: readonly string[]): void {
    const actions = this.#actions.get(path)
    if (actions === undefined) this.#actions.set(path, new Set([action]))
    else actions.add(action)
  }

  /** Records an effect; refuses what the policy does not allow. */
  demand(holder: Holder, action: Action, path: readonly string[] = holder.path): void {
    if (path === this.#lastPath && action === this.#lastAction) return
    this.#lastPath = path
    this.#lastAction = action
    if (this.#actions.get(path)?.has(action) === true) return
    if (!this.allows(holder, action, path)) refuse('forbidden', 'this standing may not do this here', path, action)
    this.note(action, path)
  }

  /** Checks that a root may be written to now; one that is not confirmed is remembered. */
  confirm(holder: Holder): void {
    if (holder.path === this.#lastConfirmed || this.#confirmed.has(holder.path)) return
    this.#lastConfirmed = holder.path
    this.#confirmed.add(holder.path)
    const [name = ''] = holder.path
    if (holder.rule === null) refuse('unknown-root', 'no rule for this root', holder.path)
    if (holder.rule.serverOnly !== true && this.#schema.confirm(name) === 'unknown') this.waiting.add(name)
  }

  /** Counts what a list grows by, over the whole update. */
  grow(holder: Holder, by: number): void {
    const { ordinal } = holder
    const added = ((ordinal === -1 ? this.#added.get(holder) : this.#laid[ordinal]) ?? 0) + by
    if (ordinal === -1) this.#added.set(holder, added)
    else this.#laid[ordinal] = added
    const limit = holder.kind === 'text' ? this.#limits.textLength : this.#limits.children
    if ((holder.type === null ? 0 : lengthOf(holder.type)) + added > limit) refuse('limit', 'this would grow too large', holder.path)
  }

  /** Notes that a key may change; its state before the update is read the first time. Returns whether the update touched it before. */
  touch(holder: Holder, key: string, rootless: boolean): void {
    let keys = this.#keys.get(holder)
    if (keys === undefined) this.#keys.set(holder, (keys = new Map()))
    let seen = keys.get(key)
    if (seen === undefined) {
      seen = { before: isLive(holder, key), rootless: 0 }
      keys.set(key, seen)
      this.#countKeys(holder, keys)
    }
    if (rootless && ++seen.rootless > this.#limits.rootlessEntries) refuse('too-complex', 'too many entries of one key', holder.path)
  }

  /**
   * Turns what happened to each key of a map, taken together, into one effect. When more is on its way, a value that disappears is one
   * whose successor is among that: its sender replaced nothing by nothing, and has the successor at hand.
   */
  settleKeys(space: Space, isMoreOnItsWay: boolean): void {
    for (const [holder, keys] of this.#keys) {
      if (holder.kind !== 'map') continue
      for (const [key, { before }] of keys) {
        const path = [...holder.path, key]
        const after = space.entry(holder, key)?.deleted === false
        const isDelete = before && !after
        this.demand(holder, before ? (isDelete && !isMoreOnItsWay ? 'delete' : 'replace') : 'create', path)
        if (isDelete) this.note('delete', path)
      }
    }
  }

  ops(): Op[] {
    const ops: Op[] = []
    for (const [path, actions] of this.#actions) for (const action of actions) ops.push({ action, path })
    return ops
  }

  #countKeys(holder: Holder, keys: ReadonlyMap<string, unknown>): void {
    const known = holder.type === null ? null : entriesOf(holder.type)
    if ((known?.size ?? 0) + keys.size <= this.#limits.mapKeys) return
    let fresh = 0
    for (const key of keys.keys()) if (known?.has(key) !== true) fresh++
    if ((known?.size ?? 0) + fresh > this.#limits.mapKeys) refuse('limit', 'too many keys', holder.path)
  }
}

function isLive(holder: Holder, key: string): boolean {
  return holder.type !== null && entriesOf(holder.type).get(key)?.deleted === false
}
