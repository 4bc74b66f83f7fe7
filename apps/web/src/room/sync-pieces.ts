import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { structsOf, type Section, type Structs } from './update-structs.ts'

/** What one piece may hold. `cuts`: how often it makes two of a struct that the other side has, by writing into it or deleting out of it. */
export interface PieceLimits {
  readonly bytes: number
  readonly structs: number
  readonly cuts: number
}

/** Well under what the server judges at once, so that a long time offline is never taken for an attack: 1 MiB a frame, 20,000 new structs, 2,000 cuts. */
const SERVER: PieceLimits = { bytes: 512 * 1024, structs: 10_000, cuts: 1_800 }
/** No struct takes fewer bytes, and no stretch of deletions, which may be cut at both ends: shorter updates need not be looked into. */
const LEAST_BYTES = 3
/** From such a share of a limit on, a piece ends where no type would be left without what it must hold: others' editors take such a one away. */
const NEARLY = 0.8

/** A stretch of one writer's clocks that is deleted. */
export interface Deletion {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** Whether something may be deleted before the rest is: letters may, and what stands under a key; not the parts of a list. */
type MayGoFirst = (deletion: Deletion) => boolean

/** `comesFirst`: whose structs stand before all others, but for those that they need. */
interface Order {
  readonly mayGoFirst?: MayGoFirst
  readonly comesFirst?: (client: number) => boolean
}

/** `cutUpdate` for a server, all at once. One that is small enough is returned as it is. */
export const piecesOf = (update: Uint8Array, order: Order = {}, limits = SERVER): Uint8Array[] =>
  update.length <= Math.min(limits.bytes, limits.structs * LEAST_BYTES, (limits.cuts / 2) * LEAST_BYTES)
    ? [update]
    : [...cutUpdate(update, limits, order)].filter((piece) => piece !== undefined)

/**
 * One update as several, each of which brings nothing that needs a later one: whoever takes them in order never sees a gap. Deletions come after all structs. Bytes are cut, never
 * decoded or written again; undefined comes where another may have a turn. A single struct larger than a piece stays whole, and so does what it does not understand.
 */
export function* cutUpdate(update: Uint8Array, limits: PieceLimits, order: Order = {}): Generator<Uint8Array | undefined, void> {
  const looking = structsOf(update)
  let looked = looking.next()
  for (; looked.done !== true; looked = looking.next()) yield undefined
  if (looked.value === null) yield update
  else yield* cut(update, looked.value, limits, order)
}

/** A run of structs of one writer. */
interface Run {
  readonly section: Section
  readonly from: number
  to: number
}

function* cut(
  update: Uint8Array,
  { sections, deletionsAt }: Structs,
  limits: PieceLimits,
  { mayGoFirst = () => true, comesFirst = () => false }: Order,
): Generator<Uint8Array, void> {
  const byClient = new Map(sections.map((section) => [section.client, section]))
  const taken = new Map(sections.map(({ client }) => [client, 0]))
  /** The writer to whom something belongs that the next struct of this one was written beside or in, and that was not taken yet. */
  const awaitedBy = ({ client, needs }: Section): Section | undefined => {
    const ids = needs[taken.get(client) ?? 0] ?? []
    for (let i = 0; i < ids.length; i += 2) {
      const [other, clock] = [byClient.get(ids[i] ?? 0), ids[i + 1] ?? 0]
      if (other !== undefined && clock >= (other.clocks[taken.get(other.client) ?? 0] ?? 0) && clock < (other.clocks.at(-1) ?? 0))
        return other
    }
    return undefined
  }
  let piece = new Map<number, Run>()
  let cuts = new Cuts(byClient)
  let [bytes, structs] = [0, 0]
  for (const first of sections.toSorted((a, b) => Number(comesFirst(b.client)) - Number(comesFirst(a.client)))) {
    const stack = [first]
    for (let section = stack.at(-1); section !== undefined; section = stack.at(-1)) {
      const at = taken.get(section.client) ?? 0
      const isOver = at >= section.needs.length
      const before = isOver ? undefined : awaitedBy(section)
      if (isOver) stack.pop()
      else if (before !== undefined && !stack.includes(before)) stack.push(before)
      else {
        const size = (section.bytes[at + 1] ?? 0) - (section.bytes[at] ?? 0)
        const share = section.isFirst[at] === true ? 1 : NEARLY
        const isFull =
          bytes + size > limits.bytes * share || structs >= limits.structs * share || cuts.with(section, at) > limits.cuts * share
        if (structs > 0 && isFull) {
          yield encode(update, piece, NO_DELETIONS)
          piece = new Map()
          cuts = new Cuts(byClient)
          bytes = 0
          structs = 0
        }
        taken.set(section.client, at + 1)
        const run = piece.get(section.client)
        if (run === undefined) piece.set(section.client, { section, from: at, to: at + 1 })
        else run.to = at + 1
        cuts.take(section, at)
        bytes += size
        structs += 1
        if (stack.length > 1) stack.pop() // back to whoever waited for it, and here again if it waits for more
      }
    }
  }
  const deletions = readDeletions(update, deletionsAt)
  if (cuts.count + 2 * deletions.length <= limits.cuts) return void (yield encode(update, piece, update.subarray(deletionsAt)))
  const free = Math.max(0, Math.floor((limits.cuts - cuts.count) / 2))
  const each = Math.max(1, Math.floor(limits.cuts / 2))
  const early = deletions.filter(mayGoFirst)
  yield encode(update, piece, encodeDeletions(early.splice(0, free)))
  for (const going of [early, deletions.filter((deletion) => !mayGoFirst(deletion))])
    for (let from = 0; from < going.length; from += each) yield encode(update, new Map(), encodeDeletions(going.slice(from, from + each)))
}

/** Where one piece cuts what the other side has: at most so often, since it may be cut there already. */
class Cuts {
  count = 0
  readonly #byClient: ReadonlyMap<number, Section>
  readonly #edges = new Map<number, Set<number>>()

  constructor(byClient: ReadonlyMap<number, Section>) {
    this.#byClient = byClient
  }

  /** How many there would be with one more struct. */
  with({ edges }: Section, at: number): number {
    return this.count + (this.#isNew(edges, 4 * at) ? 1 : 0) + (this.#isNew(edges, 4 * at + 2) ? 1 : 0)
  }

  take({ edges }: Section, at: number): void {
    for (const place of [4 * at, 4 * at + 2]) {
      if (!this.#isNew(edges, place)) continue
      const [client = -1, clock = -1] = edges.slice(place, place + 2)
      const known = this.#edges.get(client)
      if (known === undefined) this.#edges.set(client, new Set([clock]))
      else known.add(clock)
      this.count += 1
    }
  }

  /** What is in the update itself comes as it is to be: only what the other side had before is cut. */
  #isNew(edges: readonly number[], place: number): boolean {
    const [client = -1, clock = -1] = [edges[place], edges[place + 1]]
    const from = this.#byClient.get(client)?.clocks[0] ?? Number.POSITIVE_INFINITY
    return client !== -1 && clock < from && this.#edges.get(client)?.has(clock) !== true
  }
}

const NO_DELETIONS = Uint8Array.of(0)

function readDeletions(update: Uint8Array, at: number): Deletion[] {
  const decoder = decoding.createDecoder(update)
  decoder.pos = at
  const deletions: Deletion[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges--)
      deletions.push({ client, clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) })
  }
  return deletions
}

const encodeDeletions = (deletions: readonly Deletion[]): Uint8Array => {
  const byClient = new Map<number, Deletion[]>()
  for (const deletion of deletions) {
    const known = byClient.get(deletion.client)
    if (known === undefined) byClient.set(deletion.client, [deletion])
    else known.push(deletion)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, ranges] of [...byClient].toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, length } of ranges.toSorted((a, b) => a.clock - b.clock)) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** As the stock encoder writes: sections by falling client id. `deletions`: as they stand at the end of an update. */
function encode(update: Uint8Array, piece: ReadonlyMap<number, Run>, deletions: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, piece.size)
  for (const { section, from, to } of [...piece.values()].toSorted((a, b) => b.section.client - a.section.client)) {
    encoding.writeVarUint(encoder, to - from)
    encoding.writeVarUint(encoder, section.client)
    encoding.writeVarUint(encoder, section.clocks[from] ?? 0)
    encoding.writeUint8Array(encoder, update.subarray(section.bytes[from], section.bytes[to]))
  }
  encoding.writeUint8Array(encoder, deletions)
  return encoding.toUint8Array(encoder)
}
