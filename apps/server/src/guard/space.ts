import * as Y from 'yjs'
import type { ClockRange, Id, Struct } from './decode.ts'
import type { Holder, Holders } from './holder.ts'
import { isNextOf, Piece } from './piece.ts'
import { entriesOf, itemOf, startOf } from './yjs-internals.ts'

/** What is known of one list, and of the keys beside it. */
interface Edges {
  /** `undefined`: not looked at yet. */
  start: Piece | null | undefined
  ends: Map<string, Piece | null> | null
  /** The new piece whose content this is; null for what the document has, and for roots. */
  readonly container: Piece | null
}

/** The live document with an update laid over it: pieces are made where one looks, the document itself is only read. */
export class Space {
  /** How often the applier will cut a struct in two, as far as this update has been laid over the document. */
  cuts = 0
  readonly #store: Y.Doc['store']
  readonly #holders: Holders
  readonly #live = new Map<Y.Item, Piece[]>()
  readonly #added = new Map<number, Piece[]>()
  readonly #edges = new Map<Holder, Edges>()
  /** The same of types that only this update has, by their ordinals: it may bring tens of thousands. */
  readonly #laid: Edges[] = []

  constructor(doc: Y.Doc, holders: Holders) {
    this.#store = doc.store
    this.#holders = holders
  }

  /** The next clock of a client, counting what this update has added. */
  state(client: number): number {
    return this.#added.get(client)?.at(-1)?.end ?? Y.getState(this.#store, client)
  }

  /** The piece that holds `id`; null when it is collected or no item. Ask only below `state`. */
  at(id: Id): Piece | null {
    const added = this.#added.get(id.client)
    const first = added?.[0]
    if (added !== undefined && first !== undefined && id.clock >= first.clock) {
      const piece = added[indexOf(added, id.clock)]
      return piece === undefined || piece.holder === null ? null : piece
    }
    const structs = this.#store.clients.get(id.client) ?? []
    const struct = structs[Y.findIndexSS(structs, id.clock)]
    if (!(struct instanceof Y.Item)) return null
    const pieces = this.pieces(struct)
    return pieces[indexOf(pieces, id.clock)] ?? null
  }

  /** The piece that ends with `id`, cut there if needed. */
  endingAt(id: Id): Piece | null {
    const piece = this.at(id)
    if (piece !== null && piece.end - 1 !== id.clock) this.#split(piece, id.clock + 1)
    return piece
  }

  /** How many cuts laying this struct over would make. */
  cutsFor({ origin, rightOrigin }: Struct): number {
    const [left, right] = [origin === null ? null : this.at(origin), rightOrigin === null ? null : this.at(rightOrigin)]
    const cutsLeft = left !== null && left.end - 1 !== origin?.clock
    return (cutsLeft ? 1 : 0) + (right !== null && right.clock !== rightOrigin?.clock ? 1 : 0)
  }

  /** The piece that begins with `id`, cut there if needed. */
  startingAt(id: Id): Piece | null {
    const piece = this.at(id)
    return piece !== null && piece.clock !== id.clock ? this.#split(piece, id.clock) : piece
  }

  /** The pieces of a live item, in order; one until something cuts it. */
  pieces(item: Y.Item): Piece[] {
    const known = this.#live.get(item)
    if (known !== undefined) return known
    const pieces = [this.#pieceOf(item)]
    this.#live.set(item, pieces)
    return pieces
  }

  /**
   * What is alive in a stretch of one client's clocks, in order; the first and the last piece may reach beyond it. Structs of letters in a row that stand in one text, all of
   * them within the stretch, are one piece; what stands under no key and is whole is not remembered: a frame may delete tens of thousands.
   */
  alive(client: number, from: number, to: number): Piece[] {
    const found: Piece[] = []
    const keep = (piece: Piece): void => {
      if (!piece.deleted && piece.holder !== null && piece.end > from && piece.clock < to) found.push(piece)
    }
    const structs = this.#store.clients.get(client) ?? []
    let run: Piece | null = null
    if (from < Y.getState(this.#store, client)) {
      for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
        const struct = structs[index]
        if (struct === undefined || struct.id.clock >= to) break
        if (!(struct instanceof Y.Item) || struct.deleted) continue
        const isWhole = struct.id.clock >= from && struct.id.clock + struct.length <= to
        if (!isWhole || struct.parentSub !== null || this.#live.has(struct)) {
          run = null
          this.pieces(struct).forEach(keep)
        } else if (run !== null && run.item !== null && isNextOf(run, run.item, struct)) {
          run.length += struct.length
          run.structs++
        } else {
          run = this.#pieceOf(struct)
          keep(run)
        }
      }
    }
    const added = this.#added.get(client) ?? []
    for (let index = indexOf(added, from); index < added.length; index++) {
      const piece = added[index]
      if (piece === undefined || piece.clock >= to) break
      keep(piece)
    }
    return found
  }

  /** Where live items have been cut, and where these ranges will cut them. */
  cutsWith(ranges: ReadonlyMap<number, readonly ClockRange[]>): Map<number, Set<number>> {
    const cuts = new Map<number, Set<number>>()
    const add = (client: number, clock: number): void => {
      const known = cuts.get(client)
      if (known === undefined) cuts.set(client, new Set([clock]))
      else known.add(clock)
    }
    for (const pieces of this.#live.values()) for (const piece of pieces) if (piece !== pieces[0]) add(piece.client, piece.clock)
    for (const [client, list] of ranges) for (const { clock, length } of list) for (const cut of [clock, clock + length]) add(client, cut)
    return cuts
  }

  right(piece: Piece): Piece | null {
    if (piece.right === undefined) {
      const item = piece.item?.right ?? null
      if (item === null) piece.right = null
      else link(piece, this.pieces(item)[0] ?? null)
    }
    return piece.right ?? null
  }

  left(piece: Piece): Piece | null {
    if (piece.left === undefined) {
      const item = piece.item?.left ?? null
      if (item === null) piece.left = null
      else link(this.pieces(item).at(-1) ?? null, piece)
    }
    return piece.left ?? null
  }

  /** The first piece of a list. */
  start(holder: Holder): Piece | null {
    const edges = this.#edgesOf(holder)
    if (edges.start === undefined) {
      const item = holder.type === null ? null : startOf(holder.type)
      edges.start = item === null ? null : (this.pieces(item)[0] ?? null)
    }
    return edges.start
  }

  /** The last entry of a key: its present value, unless deleted. */
  entry(holder: Holder, key: string): Piece | null {
    const known = this.#edgesOf(holder).ends?.get(key)
    if (known !== undefined) return known
    const item = holder.type === null ? undefined : entriesOf(holder.type).get(key)
    const end = item === undefined ? null : (this.pieces(item).at(-1) ?? null)
    this.setEntry(holder, key, end)
    return end
  }

  setStart(holder: Holder, piece: Piece): void {
    this.#edgesOf(holder).start = piece
  }

  setEntry(holder: Holder, key: string, piece: Piece | null): void {
    const edges = this.#edgesOf(holder)
    edges.ends ??= new Map()
    edges.ends.set(key, piece)
  }

  /** How many types this update has brought so far: the ordinal of the next. */
  get types(): number {
    return this.#laid.length
  }

  /** Remembers which new piece a new type is the content of. Types come in the order of their ordinals. */
  contain(piece: Piece, type: Holder): void {
    piece.type = type
    this.#laid.push({ start: null, ends: null, container: piece })
  }

  /** True when what this holder stands for is deleted, so that whatever is put into it disappears at once. */
  gone(holder: Holder): boolean {
    return holder.type !== null ? itemOf(holder.type)?.deleted === true : this.#edgesOf(holder).container?.deleted === true
  }

  /** Lays a struct that belongs to a place over the document; the caller links it. */
  add(struct: Struct, holder: Holder, key: string | null): Piece {
    const piece = new Piece(struct, struct.clock, struct.length, holder, key)
    piece.left = null
    piece.right = null
    this.#push(piece)
    return piece
  }

  /** Lays a struct that ends up nowhere. */
  addNowhere(struct: Struct): void {
    this.#push(new Piece(struct, struct.clock, struct.length, null, null))
  }

  #pieceOf(item: Y.Item): Piece {
    const { parent } = item
    const holder = parent instanceof Y.AbstractType ? this.#holders.of(parent) : null
    const piece = new Piece(item, item.id.clock, item.length, holder, item.parentSub)
    piece.deleted = item.deleted
    if (item.content instanceof Y.ContentType) piece.type = this.#holders.of(item.content.type)
    return piece
  }

  #push(piece: Piece): void {
    const added = this.#added.get(piece.client)
    if (added === undefined) this.#added.set(piece.client, [piece])
    else added.push(piece)
  }

  #edgesOf(holder: Holder): Edges {
    let edges = holder.ordinal === -1 ? this.#edges.get(holder) : this.#laid[holder.ordinal]
    if (edges === undefined) {
      edges = { start: undefined, ends: null, container: null }
      this.#edges.set(holder, edges)
    }
    return edges
  }

  // As Yjs splits an item: the right half takes its left half's last id as origin and shares its right origin.
  #split(piece: Piece, clock: number): Piece {
    const source = piece.item ?? piece.struct
    const pieces = piece.item !== null ? this.pieces(piece.item) : (this.#added.get(piece.client) ?? [])
    if (source === null) throw new Error('a piece without source')
    this.cuts++
    const half = new Piece(source, clock, piece.end - clock, piece.holder, piece.key)
    half.origin = { client: piece.client, clock: clock - 1 }
    half.deleted = piece.deleted
    half.right = piece.right
    if (half.right) half.right.left = half
    piece.length = clock - piece.clock
    link(piece, half)
    pieces.splice(indexOf(pieces, piece.clock) + 1, 0, half)
    if (piece.holder !== null && piece.key !== null && this.entry(piece.holder, piece.key) === piece) {
      this.setEntry(piece.holder, piece.key, half)
    }
    return half
  }
}

/** Makes two pieces neighbours. */
export function link(left: Piece | null, right: Piece | null): void {
  if (left !== null) left.right = right
  if (right !== null) right.left = left
}

/** Where `clock` falls among pieces without a hole. Each is one unit long at least, which bounds the search from both ends. */
function indexOf(pieces: readonly Piece[], clock: number): number {
  const last = pieces.length - 1
  const lastPiece = pieces[last]
  if (last <= 0 || lastPiece === undefined) return 0
  let low = Math.min(last, Math.max(0, last - (lastPiece.clock - clock)))
  let high = Math.max(low, Math.min(last, clock - (pieces[0]?.clock ?? 0)))
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.clock ?? 0) <= clock) low = middle
    else high = middle - 1
  }
  return low
}
