import * as Y from 'yjs'
import type { Arrived } from './arrived.ts'

export type RootKind = 'fragment' | 'text' | 'map'

/** A run of ids under one client. */
export interface IdRange {
  client: number
  clock: number
  length: number
}

/** What is looked for, and by what measure. `isMine`: client ids of this device; others bring their own words themselves. */
export interface Search {
  arrived: Arrived
  kindOf: (root: string) => RootKind | null
  isMine: (client: number) => boolean
}

/** A text that the server does not have, after the last character before it that it does have. */
export interface AddedRun {
  id: Y.ID
  text: string
  anchor: Y.ID | null
}

/** A text that was deleted here and still stands with the server. */
export interface RemovedRun {
  id: Y.ID
  text: string
  ranges: IdRange[]
}

export const isKnown = (arrived: Arrived, id: Y.ID): boolean => id.clock < arrived.clockOf(id.client)

const itemThere = ({ doc }: Arrived, id: Y.ID): Y.Item | null => {
  if (doc === null || id.clock >= Y.getState(doc.store, id.client)) return null
  const item = Y.getItem(doc.store, id)
  return item instanceof Y.Item ? item : null
}

/** Whether the server's copy still shows it. */
export const isAliveThere = (arrived: Arrived, id: Y.ID): boolean => itemThere(arrived, id)?.deleted === false

const textOf = (item: Y.Item): string => (item.content instanceof Y.ContentString ? item.content.str : '')

/** What a person reads in an element, a line for each text in it. */
export const plainText = (type: Y.XmlElement | Y.XmlFragment | Y.XmlText): string => {
  if (type instanceof Y.XmlText)
    return type
      .toDelta()
      .map((op: { insert?: unknown }) => (typeof op.insert === 'string' ? op.insert : ''))
      .join('')
  return type
    .toArray()
    .filter((child) => child instanceof Y.XmlElement || child instanceof Y.XmlText)
    .map(plainText)
    .filter((text) => text !== '')
    .join('\n')
}

/** What a person wrote in an element that others made and that never arrived, a line for each text in it; null: nothing. */
export const ownWithin = (type: Y.XmlElement | Y.XmlText, isMine: Search['isMine']): { id: Y.ID; text: string } | null => {
  const lines: string[] = []
  let id: Y.ID | null = null
  const visit = (within: Y.XmlFragment | Y.XmlText): void => {
    let line = ''
    for (let item = within._start; item !== null; item = item.right) {
      const child = item.content instanceof Y.ContentType ? item.content.type : null
      if (child instanceof Y.XmlText || child instanceof Y.XmlElement) visit(child)
      const text = item.deleted || !isMine(item.id.client) ? '' : textOf(item)
      if (text !== '') id ??= item.id
      line += text
    }
    if (line !== '') lines.push(line)
  }
  visit(type)
  return id && { id, text: lines.join('\n') }
}

/** What stands in an element of the server's copy. */
export const textThere = (arrived: Arrived, id: Y.ID): string => {
  const content = itemThere(arrived, id)?.content
  const type = content instanceof Y.ContentType ? content.type : null
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? plainText(type) : ''
}

/** New runs and vanished runs of one text. */
export const runsOf = (type: Y.Text | Y.XmlText, { arrived, isMine }: Search): { added: AddedRun[]; removed: RemovedRun[] } => {
  const added: AddedRun[] = []
  const removed: RemovedRun[] = []
  let anchor: Y.ID | null = null
  let open: AddedRun | null = null
  let gone: RemovedRun | null = null
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) {
      gone = goneWith(gone, item, arrived)
      continue
    }
    const knownLength = Math.max(0, Math.min(item.length, arrived.clockOf(item.id.client) - item.id.clock))
    if (knownLength > 0) {
      if (gone) removed.push(gone)
      if (open) added.push(open)
      gone = open = null
      anchor = Y.createID(item.id.client, item.id.clock + knownLength - 1)
    }
    const fresh = textOf(item).slice(knownLength)
    if (fresh === '' || !isMine(item.id.client)) continue
    open ??= { id: Y.createID(item.id.client, item.id.clock + knownLength), text: '', anchor }
    open.text += fresh
  }
  if (open) added.push(open)
  if (gone) removed.push(gone)
  return { added, removed }
}

/** Adds what of a deleted item still stands with the server: the local one has dropped its content, so it is read there. */
const goneWith = (gone: RemovedRun | null, { id, length }: Y.Item, arrived: Arrived): RemovedRun | null => {
  let found = gone
  for (let { clock } = id; clock < id.clock + length;) {
    const at = Y.createID(id.client, clock)
    const theirs = itemThere(arrived, at)
    if (theirs === null) break
    const from = clock - theirs.id.clock
    const count = Math.min(theirs.length - from, id.clock + length - clock)
    const text = theirs.deleted ? '' : textOf(theirs).slice(from, from + count)
    if (text !== '') {
      found ??= { id: at, text: '', ranges: [] }
      found.text += text
      found.ranges.push({ client: id.client, clock, length: count })
    }
    clock += count
  }
  return found
}
