import * as Y from 'yjs'
import { BOARD_ROOT, boardMap, projectBoard, type Board } from '@clairiere/ritual'

/**
 * The document a new generation starts from: the board as it may be kept, and the common words, written afresh by the server. Nothing of the former
 * document's history goes with them: no deleted text, no client ids.
 */
export function nextDocument(board: Board, from: Y.Doc): Uint8Array {
  const next = new Y.Doc()
  next.transact(() => {
    projectBoard(null, board, boardMap(next))
    for (const [name, root] of from.share) if (name !== BOARD_ROOT) copyRoot(next, name, root)
  })
  const update = Y.encodeStateAsUpdate(next)
  next.destroy()
  return update
}

type Root = Y.Doc['share'] extends Map<string, infer Type> ? Type : never

function copyRoot(next: Y.Doc, name: string, root: Root): void {
  if (root instanceof Y.XmlFragment) {
    const children = root.toArray()
    if (children.length > 0) {
      next.getXmlFragment(name).insert(
        0,
        children.map((child) => child.clone() as Y.XmlElement | Y.XmlText),
      )
    }
  } else if (root instanceof Y.Text) {
    if (root.length > 0) next.getText(name).applyDelta(root.toDelta())
  } else if (root instanceof Y.Map) {
    const copy = next.getMap(name)
    for (const [key, value] of root.entries()) copy.set(key, value)
  } else throw new Error('a root of a kind that no rule names')
}
