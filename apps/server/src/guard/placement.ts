import type { Id } from './decode.ts'
import type { Piece } from './piece.ts'
import { link, type Space } from './space.ts'
import { refuse } from './verdict.ts'

/** Counts what the applier would have to scan, and stops an update that asks for too much of it. */
export class Steps {
  readonly #limit: number
  #left: number

  constructor(limit: number) {
    this.#limit = limit
    this.#left = limit
  }

  get taken(): number {
    return this.#limit - this.#left
  }

  take(): void {
    if (this.#left-- <= 0) refuse('too-complex', 'too many conflicts to resolve')
  }
}

/**
 * Puts a new piece between its neighbours exactly where Yjs will (the conflict resolution of `Item.integrate`, on pieces). For a key the
 * last piece is the value, so this also finds who wins. Refuses a right neighbour that does not stand right of the left one:
 * replicas would disagree about such an item.
 */
export function place(space: Space, piece: Piece, leftOrigin: Piece | null, rightOrigin: Piece | null, steps: Steps): void {
  let left = leftOrigin
  const adjoining = left === null ? rightOrigin !== null && space.left(rightOrigin) === null : space.right(left) === rightOrigin
  if (!adjoining) left = resolveConflicts(space, piece, left, rightOrigin, steps)

  const { holder, key } = piece
  if (holder === null) throw new Error('a piece without a place')
  let right: Piece | null
  if (left !== null) {
    right = space.right(left)
    link(left, piece)
  } else {
    right = first(space, piece, steps)
    piece.left = null
    if (key === null) space.setStart(holder, piece)
  }
  link(piece, right)
  if (right !== null && key !== null) piece.deleted = true
  if (right === null && key !== null) {
    space.setEntry(holder, key, piece)
    if (left !== null) left.deleted = true
  }
  if (rightOrigin !== null && leftOrigin !== null) assertReachable(space, piece, rightOrigin, steps)
}

function resolveConflicts(space: Space, piece: Piece, leftOrigin: Piece | null, right: Piece | null, steps: Steps): Piece | null {
  let left = leftOrigin
  let other = left === null ? first(space, piece, steps) : space.right(left)
  if (other === null || other === right) return left
  const beforeOrigin = new Set<Piece>()
  const conflicting = new Set<Piece>()
  while (other !== null && other !== right) {
    steps.take()
    beforeOrigin.add(other)
    conflicting.add(other)
    if (sameId(piece.origin, other.origin)) {
      if (other.client < piece.client) {
        left = other
        conflicting.clear()
      } else if (sameId(piece.rightOrigin, other.rightOrigin)) {
        break
      }
    } else {
      const origin = other.origin === null ? null : space.at(other.origin)
      if (origin === null || !beforeOrigin.has(origin)) break
      if (!conflicting.has(origin)) {
        left = other
        conflicting.clear()
      }
    }
    other = space.right(other)
  }
  return left
}

function first(space: Space, piece: Piece, steps: Steps): Piece | null {
  const { holder, key } = piece
  if (holder === null) return null
  if (key === null) return space.start(holder)
  let entry = space.entry(holder, key)
  for (let left = entry; left !== null; left = space.left(left)) {
    steps.take()
    entry = left
  }
  return entry
}

function assertReachable(space: Space, piece: Piece, rightOrigin: Piece, steps: Steps): void {
  for (let at = space.right(piece); at !== rightOrigin; at = space.right(at)) {
    if (at === null) refuse('conflicting-struct', 'the right neighbour is not right of the left one')
    steps.take()
  }
}

function sameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
}
