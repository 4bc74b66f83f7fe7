import * as Y from 'yjs'
import type { Arrived } from './arrived.ts'
import { isAliveThere, isKnown, ownWithin, plainText, runsOf, textThere, type IdRange, type Search } from './unsent-runs.ts'

export type { IdRange, RootKind, Search } from './unsent-runs.ts'

/**
 * Something done on this device that the server's document does not have. `id` names it, `text` is what a person may copy. A text stood after `anchor` or, without
 * one, at the start of `within`, or of its root; a `block` is a paragraph of its own.
 */
export type Unsent =
  | { kind: 'text'; root: string; id: Y.ID; text: string; anchor: Y.ID | null; within: Y.ID | null; block: boolean }
  | { kind: 'value'; root: string; id: Y.ID; key: string; mine: unknown; theirs: unknown }
  | { kind: 'removed'; root: string; id: Y.ID; text: string; ranges: readonly IdRange[] }

const textUnsent = (root: string, type: Y.Text | Y.XmlText, search: Search): Unsent[] => {
  const within = type._item?.id ?? null
  const { added, removed } = runsOf(type, search)
  return [
    ...added.map(({ id, text, anchor }): Unsent => ({ kind: 'text', root, id, text, anchor, within, block: false })),
    ...removed.map(({ id, text, ranges }): Unsent => ({ kind: 'removed', root, id, text, ranges })),
  ]
}

const fragmentUnsent = (root: string, fragment: Y.XmlFragment, search: Search): Unsent[] => {
  const { arrived, isMine } = search
  const found: Unsent[] = []
  let anchor: Y.ID | null = null
  const visit = (type: Y.XmlFragment): void => {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) {
        found.push(...elementsRemoved(root, item, arrived))
        continue
      }
      const child = item.content instanceof Y.ContentType ? item.content.type : null
      if (!(child instanceof Y.XmlText || child instanceof Y.XmlElement)) continue
      if (!isKnown(arrived, item.id)) {
        const own = isMine(item.id.client) ? { id: item.id, text: plainText(child) } : ownWithin(child, isMine)
        if (own !== null && own.text !== '') addBlock(found, { kind: 'text', root, ...own, anchor, within: null, block: true })
        continue
      }
      if (child instanceof Y.XmlText) found.push(...textUnsent(root, child, search))
      else visit(child)
      anchor = item.id
    }
  }
  visit(fragment)
  return found
}

/** Paragraphs that stand one after the other are one piece: put back one by one, they would come in the wrong order. */
const addBlock = (found: Unsent[], block: Extract<Unsent, { kind: 'text' }>): void => {
  const before = found.findLastIndex((piece) => piece.kind === 'text' && piece.block && piece.anchor === block.anchor)
  const last = found[before]
  if (last?.kind === 'text') found[before] = { ...last, text: `${last.text}\n${block.text}` }
  else found.push(block)
}

/** Whole paragraphs deleted here that still stand with the server, read from its copy: the local one has dropped their content. */
const one = ({ client, clock }: Y.ID): IdRange => ({ client, clock, length: 1 })

const elementsRemoved = (root: string, item: Y.Item, arrived: Arrived): Unsent[] => {
  const found: Unsent[] = []
  for (let clock = item.id.clock; clock < item.id.clock + item.length; clock++) {
    const id = Y.createID(item.id.client, clock)
    if (!isAliveThere(arrived, id)) continue
    const text = textThere(arrived, id)
    if (text !== '') found.push({ kind: 'removed', root, id, text, ranges: [one(id)] })
  }
  return found
}

const mapUnsent = (root: string, map: Y.Map<unknown>, { arrived, isMine }: Search): Unsent[] => {
  const found: Unsent[] = []
  for (const [key, item] of map._map) {
    const theirs = arrived.doc?.getMap(root).get(key)
    if (!item.deleted && !isKnown(arrived, item.id) && isMine(item.id.client))
      found.push({ kind: 'value', root, id: item.id, key, mine: map.get(key), theirs })
    const there = item.deleted ? arrived.doc?.getMap(root)._map.get(key) : undefined
    // Taken away here; a value that others set meanwhile is not ours to list.
    if (there !== undefined && !there.deleted && map.doc !== null && there.id.clock < Y.getState(map.doc.store, there.id.client))
      found.push({ kind: 'removed', root, id: there.id, text: textsOf(theirs), ranges: [one(there.id)] })
  }
  return found.toSorted((a, b) => a.id.client - b.id.client || a.id.clock - b.id.clock)
}

/** The texts of a value, as lines. */
export const textsOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  return Object.values((value ?? {}) as Record<string, unknown>)
    .filter((part): part is string => typeof part === 'string')
    .join('\n')
}

/**
 * Everything of `mine` that had not arrived: new texts (also at a paragraph's start, and whole new paragraphs), values of ideas and lists, and what this person had
 * deleted. Facts and others' words are never in it: `kindOf` answers null for roots that are not words [guard.md §6].
 */
export const unsent = (mine: Y.Doc, search: Search): Unsent[] => {
  const found: Unsent[] = []
  for (const root of [...mine.share.keys()].toSorted()) {
    const kind = search.kindOf(root)
    if (kind === 'fragment') found.push(...fragmentUnsent(root, mine.getXmlFragment(root), search))
    if (kind === 'map') found.push(...mapUnsent(root, mine.getMap(root), search))
    if (kind === 'text') found.push(...textUnsent(root, mine.getText(root), search))
  }
  return found
}
