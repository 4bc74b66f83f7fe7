import * as Y from 'yjs'
import type { IdRange, RootKind, Unsent } from './unsent.ts'

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const content = new Y.XmlText()
  content.insert(0, text)
  element.insert(0, [content])
  return element
}

interface Place {
  // oxlint-disable-next-line typescript/no-explicit-any -- a type's events are part of its type, and differ
  type: Y.AbstractType<any>
  index: number
}

const knows = (doc: Y.Doc, id: Y.ID): boolean => id.clock < Y.getState(doc.store, id.client)

/** Right after what bears this id, or where it stood if it was deleted; null where this document does not know it. */
const placeAfter = (doc: Y.Doc, id: Y.ID): Place | null => {
  if (!knows(doc, id)) return null
  const position = Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, id, -1), doc)
  return position && { type: position.type, index: position.index }
}

const typeOf = (doc: Y.Doc, id: Y.ID): Place['type'] | null => {
  if (!knows(doc, id)) return null
  const item = Y.getItem(doc.store, id)
  return item instanceof Y.Item && item.content instanceof Y.ContentType && !item.deleted ? item.content.type : null
}

type PlacedText = Extract<Unsent, { kind: 'text' }>

const placeOf = (doc: Y.Doc, piece: PlacedText, root: Place['type']): Place | null => {
  if (piece.anchor !== null) return placeAfter(doc, piece.anchor)
  if (piece.within === null) return { type: root, index: 0 }
  const type = typeOf(doc, piece.within)
  return type && { type, index: 0 }
}

/** The place beside the paragraph or list of the root that this type is in. */
const afterTopLevel = (fragment: Y.XmlFragment, { type, index }: Place): number => {
  if (type === fragment) return index
  let current: Place['type'] | null = type
  while (current?._item && current._item.parent !== fragment) current = current._item.parent as Place['type']
  const at = fragment.toArray().indexOf(current as Y.XmlElement)
  return at < 0 ? fragment.length : at + 1
}

/** Asked for by its kind even where nothing is read from it: a root that only came with an update has no kind yet. */
const rootIn = (doc: Y.Doc, name: string, kind: RootKind) => {
  if (kind === 'map') return doc.getMap(name)
  return kind === 'text' ? doc.getText(name) : doc.getXmlFragment(name)
}

const insert = (doc: Y.Doc, piece: PlacedText, root: ReturnType<typeof rootIn>): void => {
  if (root instanceof Y.Map) return
  const place = placeOf(doc, piece, root)
  if (root instanceof Y.Text) return root.insert(place?.type === root ? place.index : root.length, piece.text)
  if (!piece.block && place?.type instanceof Y.XmlText) return place.type.insert(place.index, piece.text)
  root.insert(place ? afterTopLevel(root, place) : root.length, piece.text.split('\n').map(paragraph))
}

/** Deletes again what still stands of some ids. */
const remove = (doc: Y.Doc, ranges: readonly IdRange[]): void => {
  for (const { client, clock, length } of ranges) {
    for (let at = clock; at < clock + length; at++) {
      const id = Y.createID(client, at)
      if (!knows(doc, id)) break
      const item = Y.getItem(doc.store, id)
      if (!(item instanceof Y.Item) || item.deleted) continue
      if (item.parentSub !== null) (item.parent as Y.Map<unknown>).delete(item.parentSub)
      else {
        const place = placeAfter(doc, id)
        if (place?.type instanceof Y.Text || place?.type instanceof Y.XmlFragment) place.type.delete(place.index - 1, 1)
      }
    }
  }
}

/**
 * Does a piece again as this person's own: a text where it stood if that place still exists, else at the end of its root; a value under its key; a deletion of what
 * still stands. Returns false for a root that holds no words.
 */
export const putBack = (doc: Y.Doc, piece: Unsent, kindOf: (root: string) => RootKind | null): boolean => {
  const kind = kindOf(piece.root)
  if (kind === null) return false
  const root = rootIn(doc, piece.root, kind)
  doc.transact(() => {
    if (piece.kind === 'value') doc.getMap(piece.root).set(piece.key, piece.mine)
    else if (piece.kind === 'removed') remove(doc, piece.ranges)
    else insert(doc, piece, root)
  }, 'put-back')
  return true
}
