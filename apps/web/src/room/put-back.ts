import * as Y from 'yjs'
import type { RootKind, Unsent } from './unsent.ts'

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const content = new Y.XmlText()
  content.insert(0, text)
  element.insert(0, [content])
  return element
}

/** The shared type and index right after the anchor, if the anchor's text still stands in this document. */
const placeAfter = (doc: Y.Doc, anchor: Y.ID | null): { type: Y.AbstractType<unknown>; index: number } | null => {
  if (anchor === null || anchor.clock >= Y.getState(doc.store, anchor.client)) return null
  const position = Y.createAbsolutePositionFromRelativePosition(new Y.RelativePosition(null, null, anchor, -1), doc)
  return position && { type: position.type, index: position.index + 1 }
}

const topLevel = (type: Y.AbstractType<unknown>): { fragment: Y.XmlFragment; index: number } | null => {
  let current = type
  while (current._item !== null && current._item.parent instanceof Y.AbstractType && current._item.parent._item !== null)
    current = current._item.parent
  const parent = current._item?.parent
  if (!(parent instanceof Y.XmlFragment)) return null
  return { fragment: parent, index: parent.toArray().indexOf(current as Y.XmlElement) }
}

/** Puts a piece back as new words of this person, where it stood if that place still exists, else at the end of its root. Returns false for what cannot be put back (a removal). */
export const putBack = (doc: Y.Doc, piece: Unsent, kindOf: (root: string) => RootKind | null): boolean => {
  const kind = kindOf(piece.root)
  if (kind === null || piece.kind === 'removed') return false
  doc.transact(() => {
    if (piece.kind === 'value') {
      doc.getMap(piece.root).set(piece.key, piece.mine)
      return
    }
    const place = placeAfter(doc, piece.anchor)
    if (kind === 'text') {
      const target = doc.getText(piece.root)
      target.insert(place && place.type === target ? Math.min(place.index, target.length) : target.length, piece.text)
      return
    }
    const fragment = doc.getXmlFragment(piece.root)
    if (!piece.block && place?.type instanceof Y.XmlText) {
      place.type.insert(Math.min(place.index, place.type.length), piece.text)
      return
    }
    const after = place && topLevel(place.type)
    fragment.insert(after && after.fragment === fragment ? after.index + 1 : fragment.length, piece.text.split('\n').map(paragraph))
  }, 'put-back')
  return true
}
