import * as Y from 'yjs'
import { cutAtOnce } from './cuts.ts'
import { mergeAtOnce } from './merges.ts'
import { ruleOf, type RootRule } from './schema.ts'
import { leaveFormatting, type SharedType } from './yjs-internals.ts'
import type { Application } from './verdict.ts'

const TYPE_OF_ROOT = { map: Y.Map, text: Y.Text, xmlFragment: Y.XmlFragment } as const
const prepared = new WeakSet<Y.Doc>()
/** Transactions that may have brought many structs. */
const large = new WeakSet<Y.Transaction>()
/** Of updates smaller than that all structs are merged one by one in no time. */
const LARGE_BYTES = 8 * 1024

/**
 * Makes a document fit to stand behind a guard; call it before loading anything into it, a second call does nothing.
 * Roots get the type their rule names the moment an update mentions them, and the document never tidies formatting up by itself: that
 * would send an update which nobody wrote. What much was deleted from or cut is merged in one pass.
 */
export function prepareDocument(doc: Y.Doc, schema: { readonly roots: readonly RootRule[] }): Y.Doc {
  if (prepared.has(doc)) return doc
  prepared.add(doc)
  const typeOf = (name: string): (new () => SharedType) | null => {
    const rule = ruleOf(schema.roots, name)
    return rule === null ? null : TYPE_OF_ROOT[rule.kind]
  }
  const get = doc.get.bind(doc)
  // Yjs makes an untyped root for a name it meets while decoding; untyped roots behave differently until somebody asks for them by type.
  Object.defineProperty(doc, 'get', {
    value: (name: string, type?: new () => SharedType) =>
      get(name, type === undefined || type === Y.AbstractType ? (typeOf(name) ?? Y.AbstractType) : type),
  })
  for (const [name, root] of doc.share) {
    if (root.constructor === Y.AbstractType) doc.get(name)
  }
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    leaveFormatting(transaction)
    mergeAtOnce(transaction, large.has(transaction))
  })
  return doc
}

/** Applies what an inspection let in, in a transaction that is under way or in one of its own; what it cuts much is cut in one pass. */
export function applyTo(doc: Y.Doc, { update, cuts }: Pick<Application, 'update' | 'cuts'>, origin?: unknown): void {
  const change = (transaction: Y.Transaction): void => {
    if (update.length > LARGE_BYTES) large.add(transaction)
    if (cuts !== undefined) cutAtOnce(transaction, cuts)
    Y.applyUpdate(doc, update, origin)
  }
  Y.transact(doc, change, origin, false)
}
