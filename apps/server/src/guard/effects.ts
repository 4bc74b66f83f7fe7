import * as Y from 'yjs'
import type { Holder, Holders } from './holder.ts'
import { isLetters } from './piece.ts'
import type { Action, Op } from './verdict.ts'
import { entriesOf, itemOf } from './yjs-internals.ts'

/** An effect as it happened; `broken` stands for what no accepted update can cause. */
export type Effect = Op | { readonly action: 'broken'; readonly path: readonly string[]; readonly detail: string }

/**
 * What a transaction did, read from its result and not from the updates. Call it before Yjs collects what was deleted: at the end of the
 * transaction's function, or in `beforeObserverCalls`. Costs what the transaction changed.
 */
export function readEffects(transaction: Y.Transaction, holders: Holders): Effect[] {
  const reader = new EffectReader(transaction, holders)
  return reader.read()
}

/** The first effect that no op accounts for, in words for the log; null when all were foreseen. */
export function exceeds(effects: readonly Effect[], ops: readonly Op[]): string | null {
  const foreseen = new Set(ops.map(nameOf))
  for (const effect of effects) {
    if (effect.action === 'broken') return effect.detail
    const { action, path } = effect
    const covered =
      foreseen.has(nameOf(effect)) ||
      // One update deletes a key and the next makes it again: together a replacement.
      (action === 'replace' && foreseen.has(nameOf({ action: 'delete', path })) && foreseen.has(nameOf({ action: 'create', path })))
    if (!covered) return `unforeseen ${action} at ${JSON.stringify(path)}`
  }
  return null
}

function nameOf({ action, path }: Op): string {
  return JSON.stringify([action, ...path])
}

class EffectReader {
  readonly #transaction: Y.Transaction
  readonly #store: Y.Doc['store']
  readonly #holders: Holders
  readonly #found = new Map<string, Op>()
  readonly #keys = new Map<Holder, Set<string>>()
  readonly #deletedNow = new Set<Y.Item>()
  #lastText: Y.Item['parent'] = null
  #lastOfText: 'insert' | 'remove' | null = null
  #lastAction: Action | null = null
  #lastPath: readonly string[] | null = null

  constructor(transaction: Y.Transaction, holders: Holders) {
    this.#transaction = transaction
    this.#store = transaction.doc.store
    this.#holders = holders
  }

  read(): Effect[] {
    if (this.#store.pendingStructs !== null || this.#store.pendingDs !== null) {
      return [{ action: 'broken', path: [], detail: 'the document holds pending changes' }]
    }
    this.#readAdded()
    this.#readDeleted()
    for (const [holder, keys] of this.#keys) for (const key of keys) this.#readKey(holder, key)
    return [...this.#found.values()]
  }

  #readAdded(): void {
    for (const [client, structs] of this.#store.clients) {
      const before = this.#before(client)
      for (let index = structs.length - 1; index >= 0; index--) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock + struct.length <= before) break
        if (struct instanceof Y.Item) this.#readItem(struct, 'insert')
      }
    }
  }

  #readDeleted(): void {
    for (const [client, ranges] of this.#transaction.deleteSet.clients) {
      const structs = this.#store.clients.get(client) ?? []
      const before = this.#before(client)
      for (const { clock, len } of ranges) {
        if (clock >= before) continue
        for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
          const struct = structs[index]
          if (struct === undefined || struct.id.clock >= clock + len || struct.id.clock >= before) break
          if (!(struct instanceof Y.Item)) continue
          if (struct.parentSub !== null) this.#deletedNow.add(struct)
          this.#readItem(struct, 'remove')
        }
      }
    }
  }

  #readItem(item: Y.Item, action: 'insert' | 'remove'): void {
    const { parent, parentSub, content } = item
    if (!(parent instanceof Y.AbstractType)) return
    // Letters in a row, which all came to or went from one text.
    const isOfText = parentSub === null && isLetters(content)
    if (isOfText && parent === this.#lastText && action === this.#lastOfText) return
    if (isOfText) [this.#lastText, this.#lastOfText] = [parent, action]
    // Deleted together with what held it.
    if (itemOf(parent)?.deleted === true) return
    const holder = this.#holders.of(parent)
    if (parentSub === null) {
      this.#add(item.content instanceof Y.ContentFormat ? 'edit' : action, holder.path)
    } else if (holder.kind === 'map') {
      const keys = this.#keys.get(holder)
      if (keys === undefined) this.#keys.set(holder, new Set([parentSub]))
      else keys.add(parentSub)
    } else {
      this.#add('edit', holder.path)
    }
  }

  #readKey(holder: Holder, key: string): void {
    const entry = holder.type === null ? undefined : entriesOf(holder.type).get(key)
    if (entry === undefined) return
    const after = !entry.deleted
    let was: Y.Item | null = entry
    while (was !== null && was.id.clock >= this.#before(was.id.client)) was = was.left
    const before = was !== null && (!was.deleted || this.#deletedNow.has(was))
    if (before && after && was === entry) return
    if (before || after) this.#add(before ? (after ? 'replace' : 'delete') : 'create', [...holder.path, key])
  }

  #before(client: number): number {
    return this.#transaction.beforeState.get(client) ?? 0
  }

  #add(action: Action, path: readonly string[]): void {
    // A thousand structs in a row did the same in one place.
    if (action === this.#lastAction && path === this.#lastPath) return
    this.#lastAction = action
    this.#lastPath = path
    const op = { action, path }
    this.#found.set(nameOf(op), op)
  }
}
