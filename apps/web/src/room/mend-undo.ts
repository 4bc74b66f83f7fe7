import * as Y from 'yjs'

let isMended = false

/**
 * Works round yjs/yjs#794: an undo sometimes brings an item back between two neighbours of which the right one stands left of the left one, and
 * replicas then put it in different places; the server refuses it [guard.md §4]. Before such an item is laid into a document, its right
 * neighbour becomes what stands right of its left one, as in the repair proposed there (yjs/yjs#796). Yjs makes the item and lays it in one
 * call without a hook, so the method of all items is wrapped, once for the page; what is not an undo of this device passes untouched.
 */
export function mendUndo(): void {
  if (isMended) return
  isMended = true
  const { integrate } = Y.Item.prototype // oxlint-disable-line typescript/unbound-method -- called with its item below
  Y.Item.prototype.integrate = function (this: Y.Item, transaction: Y.Transaction, offset: number): void {
    if (transaction.local && transaction.origin instanceof Y.UndoManager) mendRight(this)
    integrate.call(this, transaction, offset)
  }
}

/** Has an item that is not laid in yet stand left of something that is right of its left neighbour. */
function mendRight(item: Y.Item): void {
  const { left, right } = item
  if (left === null || right === null) return
  for (let at = left.right; at !== null; at = at.right) if (at === right) return
  item.right = left.right
  item.rightOrigin = left.right === null ? null : left.right.id
}
