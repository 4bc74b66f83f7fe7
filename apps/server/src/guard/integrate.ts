import { GC, DELETED, FORMAT, type Decoded, type Id, type Struct } from './decode.ts'
import { checkContent, checkReadable } from './content.ts'
import type { Holder, Holders } from './holder.ts'
import type { Leeway } from './leeway.ts'
import type { GuardLimits } from './limits.ts'
import { place, type Steps } from './placement.ts'
import type { Piece } from './piece.ts'
import type { Space } from './space.ts'
import type { Tally } from './tally.ts'
import { refuse } from './verdict.ts'

/** What one inspection lays its structs into. */
export interface Ground<Standing> {
  readonly decoded: Decoded
  readonly holders: Holders
  readonly space: Space
  readonly tally: Tally<Standing>
  readonly steps: Steps
  readonly limits: GuardLimits
  /** Roots that this update would make. */
  readonly newRoots: Map<string, Holder>
  readonly leeway: Leeway
}

interface Place {
  readonly holder: Holder
  readonly key: string | null
}

/**
 * Lays one struct over the document as Yjs will integrate it: finds its place from its neighbours or its parent, checks that the place may
 * hold it and that the sender may put it there. A struct whose place was collected meanwhile ends up nowhere: that is honest and harmless.
 */
export function integrate<Standing>(ground: Ground<Standing>, struct: Struct): void {
  const { decoded, space, tally, steps, limits, leeway } = ground
  if (struct.ref === GC) return space.addNowhere(struct)
  const left = struct.origin === null ? null : space.endingAt(struct.origin)
  const right = struct.rightOrigin === null ? null : space.startingAt(struct.rightOrigin)
  leeway.check()
  const found = findPlace(ground, struct, left, right)
  if (found === null) {
    checkReadable(decoded, struct, limits)
    return space.addNowhere(struct)
  }

  const { holder, key } = found
  tally.confirm(holder)
  const type = checkContent(ground, struct, holder, key, space.types)
  if (key !== null) {
    tally.touch(holder, key, struct.origin === null)
    if (holder.kind === 'element') tally.demand(holder, 'edit')
  } else {
    tally.demand(holder, struct.ref === FORMAT ? 'edit' : 'insert')
    if (struct.ref !== FORMAT && struct.ref !== DELETED) tally.grow(holder, struct.length)
  }
  const piece = space.add(struct, holder, key)
  if (type !== null) space.contain(piece, type)
  place(space, piece, left, right, steps)
  if (struct.ref === DELETED && holder.kind === 'element' && holder.type === null) leeway.takeAll()
  if (struct.ref === DELETED || space.gone(holder)) piece.deleted = true
}

function findPlace<Standing>(ground: Ground<Standing>, struct: Struct, left: Piece | null, right: Piece | null): Place | null {
  const { origin, rightOrigin } = struct
  if (origin === null && rightOrigin === null) return findParent(ground, struct)
  const collected = (origin !== null && left === null) || (rightOrigin !== null && right === null)
  if (collected) {
    // Both neighbours stand in one list, and a list is collected as a whole; but only at the end of the tick that deleted it, while what
    // its author sends of it has been collected by them already.
    const near = left ?? right
    if (near !== null && near.holder !== null && !ground.space.gone(near.holder))
      refuse('bad-parent', 'one neighbour is collected, the other is not')
    return null
  }
  // Cutting for the right neighbour must not have cut the left one again: they would overlap.
  if (left !== null && origin !== null && left.end - 1 !== origin.clock) refuse('conflicting-struct', 'neighbours that overlap')
  const near = left ?? right
  if (near === null || near.holder === null) return null
  if (right !== null && (right.holder !== near.holder || right.key !== near.key)) refuse('bad-parent', 'neighbours in different places')
  return { holder: near.holder, key: near.key }
}

function findParent<Standing>(ground: Ground<Standing>, struct: Struct): Place | null {
  const { key, root, parent } = struct
  if (root !== null) return { holder: findRoot(ground, root), key }
  if (parent === null) throw new Error('a struct with neither neighbour nor parent')
  const holder = contentOf(ground, parent)
  return holder === null ? null : { holder, key }
}

function findRoot<Standing>(ground: Ground<Standing>, name: string): Holder {
  const known = ground.holders.root(name) ?? ground.newRoots.get(name)
  if (known !== undefined) return known
  const holder = ground.holders.newRoot(name)
  ground.newRoots.set(name, holder)
  return holder
}

function contentOf<Standing>(ground: Ground<Standing>, id: Id): Holder | null {
  const piece = ground.space.at(id)
  if (piece === null) return null
  if (piece.type !== null) return piece.type
  const isDeleted = piece.item === null ? piece.struct?.ref === DELETED : piece.item.content.getRef() === DELETED
  return isDeleted ? null : refuse('bad-parent', 'the parent is no type')
}
