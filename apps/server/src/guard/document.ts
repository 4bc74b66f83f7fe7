import * as Y from 'yjs'
import { ruleOf, type RootRule } from './schema.ts'
import { leaveFormatting, type SharedType } from './yjs-internals.ts'

const TYPE_OF_ROOT = { map: Y.Map, text: Y.Text, xmlFragment: Y.XmlFragment } as const
const prepared = new WeakSet<Y.Doc>()

/**
 * Makes a document fit to stand behind a guard; call it before loading anything into it, a second call does nothing.
 * Roots get the type their rule names the moment an update mentions them, and the document never tidies formatting up by itself: that
 * would send an update which nobody wrote.
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
  })
  return doc
}
