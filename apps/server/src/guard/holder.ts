import * as Y from 'yjs'
import { ruleOf, type ElementRule, type RootRule } from './schema.ts'
import { itemOf, type SharedType } from './yjs-internals.ts'

/** What the schema says of one shared type: which root it stands in and what it may hold. `unknown` may hold nothing. */
export interface Holder {
  readonly kind: 'map' | 'text' | 'fragment' | 'element' | 'unknown'
  /** Null while the type exists only in the update at hand. */
  readonly type: SharedType | null
  readonly rule: RootRule | null
  readonly element: ElementRule | null
  readonly parent: Holder | null
  readonly depth: number
  readonly path: readonly string[]
  /** Counts the types that only the update at hand has, from 0: what is noted of one of them stands in lists under it. -1 for all others. */
  readonly ordinal: number
}

const KIND_OF_ROOT = { map: 'map', text: 'text', xmlFragment: 'fragment' } as const

/** The holder of a root; `type` is null when the document does not have it yet. */
export function rootHolder(roots: readonly RootRule[], name: string, type: SharedType | null): Holder {
  const rule = ruleOf(roots, name)
  return { kind: rule ? KIND_OF_ROOT[rule.kind] : 'unknown', type, rule, element: null, parent: null, depth: 0, path: [name], ordinal: -1 }
}

/** The holder of a type inside another: an element by its name, or a text (`name` null). `ordinal`: see there. */
export function childHolder(parent: Holder, name: string | null, type: SharedType | null, ordinal: number): Holder {
  const { rule, path } = parent
  const xml = rule !== null && rule.kind === 'xmlFragment' ? rule : null
  const element = xml !== null && name !== null && Object.hasOwn(xml.elements, name) ? (xml.elements[name] ?? null) : null
  const kind = xml === null ? 'unknown' : name === null ? 'text' : element === null ? 'unknown' : 'element'
  return { kind, type, rule, element, parent, depth: parent.depth + 1, path, ordinal }
}

/** Finds the holder of every type that lives in a document, once each: a type never moves. */
export class Holders {
  readonly #doc: Y.Doc
  readonly #roots: readonly RootRule[]
  readonly #known = new WeakMap<SharedType, Holder>()

  constructor(doc: Y.Doc, roots: readonly RootRule[]) {
    this.#doc = doc
    this.#roots = roots
  }

  /** The holder of a root by name, or null while the document has no such root. */
  root(name: string): Holder | null {
    const type = this.#doc.share.get(name)
    return type === undefined ? null : this.of(type)
  }

  /** The holder of a root that the document does not have yet. */
  newRoot(name: string): Holder {
    return rootHolder(this.#roots, name, null)
  }

  of(type: SharedType): Holder {
    const known = this.#known.get(type)
    if (known !== undefined) return known
    const holder = this.#find(type)
    this.#known.set(type, holder)
    return holder
  }

  #find(type: SharedType): Holder {
    const parent = itemOf(type)?.parent
    if (parent instanceof Y.AbstractType) return childHolder(this.of(parent), nameOf(type), type, -1)
    return rootHolder(this.#roots, Y.findRootTypeKey(type), type)
  }
}

/** An element's name, null for a text, and a name no schema has for every other type. */
function nameOf(type: SharedType): string | null {
  if (type instanceof Y.XmlHook) return ''
  if (type instanceof Y.XmlElement) return type.nodeName
  return type instanceof Y.XmlText ? null : ''
}
