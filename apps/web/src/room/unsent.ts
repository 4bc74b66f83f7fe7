import * as Y from 'yjs'
import type { Arrived } from './arrived.ts'

export type RootKind = 'fragment' | 'text' | 'map'

/** Something typed on this device that the server's document does not have. `text` is what a person may copy; `anchor` is where it stood. */
export type Unsent =
  | { kind: 'text'; root: string; text: string; anchor: Y.ID | null; block: boolean }
  | { kind: 'value'; root: string; key: string; mine: unknown; theirs: unknown }
  | { kind: 'removed'; root: string; text: string }

type KindOf = (root: string) => RootKind | null

const known = (arrived: Arrived, id: Y.ID): boolean => id.clock < arrived.clockOf(id.client)

const textOf = (item: Y.Item): string => (item.content instanceof Y.ContentString ? item.content.str : '')

/** Whether the server's copy still shows the item that this device deleted. */
const aliveOnServer = (arrived: Arrived, id: Y.ID): boolean => {
  if (arrived.doc === null || !known(arrived, id)) return false
  const item = Y.getItem(arrived.doc.store, id)
  return item instanceof Y.Item && !item.deleted
}

interface Run {
  text: string
  anchor: Y.ID | null
}

/** New runs and vanished runs of one text, each new run with the last character before it that the server knows. */
const runsOf = (type: Y.Text | Y.XmlText, arrived: Arrived): { added: Run[]; removed: string[] } => {
  const added: Run[] = []
  const removed: string[] = []
  let anchor: Y.ID | null = null
  let open: Run | null = null
  let gone = ''
  for (let item = type._start; item !== null; item = item.right) {
    const serverKnows = known(arrived, item.id)
    if (item.deleted) {
      if (serverKnows && aliveOnServer(arrived, item.id)) gone += textOnServer(arrived, item)
      continue
    }
    if (gone) removed.push(gone)
    gone = ''
    if (!serverKnows) {
      open ??= { text: '', anchor }
      open.text += textOf(item)
      continue
    }
    const knownLength = Math.min(item.length, arrived.clockOf(item.id.client) - item.id.clock)
    if (open?.text) added.push(open)
    open =
      knownLength < item.length
        ? { text: textOf(item).slice(knownLength), anchor: Y.createID(item.id.client, item.id.clock + knownLength - 1) }
        : null
    anchor = Y.createID(item.id.client, item.id.clock + knownLength - 1)
  }
  if (open?.text) added.push(open)
  if (gone) removed.push(gone)
  return { added, removed }
}

/** A text deleted here is read from the server's copy: the local one has dropped its content. */
const textOnServer = ({ doc }: Arrived, item: Y.Item): string => {
  let found = ''
  if (doc === null) return found
  for (let clock = item.id.clock; clock < item.id.clock + item.length;) {
    const theirs = Y.getItem(doc.store, Y.createID(item.id.client, clock))
    if (!(theirs instanceof Y.Item)) break
    if (!theirs.deleted) found += textOf(theirs).slice(clock - theirs.id.clock)
    clock = theirs.id.clock + theirs.length
  }
  return found.slice(0, item.length)
}

const plainText = (type: Y.XmlElement | Y.XmlFragment): string =>
  type
    .toArray()
    .map((child) =>
      child instanceof Y.XmlText
        ? child
            .toDelta()
            .map((op: { insert?: unknown }) => (typeof op.insert === 'string' ? op.insert : ''))
            .join('')
        : plainText(child as Y.XmlElement),
    )
    .filter((text) => text !== '')
    .join('\n')

const fragmentUnsent = (root: string, fragment: Y.XmlFragment, arrived: Arrived): Unsent[] => {
  const found: Unsent[] = []
  let anchor: Y.ID | null = null
  const visit = (type: Y.XmlFragment): void => {
    for (const child of type.toArray()) {
      const item = child._item
      if (item === null) continue
      if (!known(arrived, item.id)) {
        const text = child instanceof Y.XmlText ? child.toString() : plainText(child as Y.XmlElement)
        if (text) found.push({ kind: 'text', root, text, anchor, block: true })
        continue
      }
      if (child instanceof Y.XmlText) {
        const { added, removed } = runsOf(child, arrived)
        for (const run of added) found.push({ kind: 'text', root, text: run.text, anchor: run.anchor ?? anchor, block: false })
        for (const text of removed) found.push({ kind: 'removed', root, text })
      } else visit(child as Y.XmlElement)
      anchor = item.id
    }
  }
  visit(fragment)
  return found
}

const mapUnsent = (root: string, map: Y.Map<unknown>, arrived: Arrived): Unsent[] => {
  const found: Unsent[] = []
  for (const [key, item] of map._map) {
    if (!known(arrived, item.id) && !item.deleted)
      found.push({ kind: 'value', root, key, mine: map.get(key), theirs: arrived.doc?.getMap(root).get(key) })
  }
  return found.toSorted((a, b) => (a.kind === 'value' && b.kind === 'value' ? (a.key < b.key ? -1 : 1) : 0))
}

/**
 * Everything of `mine` that had not arrived: new texts (also at a paragraph's start, and whole new paragraphs), values of ideas and lists, and texts this
 * person had deleted. Facts and others' words are never in it: `kindOf` answers null for roots that are not words [guard.md §6].
 */
export const unsent = (mine: Y.Doc, arrived: Arrived, kindOf: KindOf): Unsent[] => {
  const found: Unsent[] = []
  for (const root of [...mine.share.keys()].toSorted()) {
    const kind = kindOf(root)
    if (kind === 'fragment') found.push(...fragmentUnsent(root, mine.getXmlFragment(root), arrived))
    if (kind === 'map') found.push(...mapUnsent(root, mine.getMap(root), arrived))
    if (kind === 'text') {
      const { added, removed } = runsOf(mine.getText(root), arrived)
      for (const run of added) found.push({ kind: 'text', root, text: run.text, anchor: run.anchor, block: false })
      for (const text of removed) found.push({ kind: 'removed', root, text })
    }
  }
  return found
}
