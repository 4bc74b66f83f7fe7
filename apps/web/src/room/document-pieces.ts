import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** One piece is a task: applied on a slow phone it may take some thirty milliseconds. */
const PIECE_BYTES = 48 * 1024
const PIECE_STRUCTS = 800

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Clients = ReadonlyMap<number, Struct[]>
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * A whole document as updates of bounded size, made one at a time: each needs only those before it, the deletions come with the last. The document may go on
 * changing between two of them: what it held at the first is in them, what came later may be. An empty document is one empty update.
 */
export function* piecesOfDocument(doc: Y.Doc, maxBytes = PIECE_BYTES, maxStructs = PIECE_STRUCTS): Generator<Uint8Array> {
  const { store } = doc
  // What waits for something that is not here has no place in the order.
  if (store.pendingStructs ?? store.pendingDs) yield Y.encodeStateAsUpdate(doc)
  else yield* inPieces(store.clients, maxBytes, maxStructs, () => Y.createDeleteSetFromStructStore(store))
}

const sizeOf = (struct: Struct): number => {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoding.length(encoder.restEncoder)
}

const needs = (struct: Struct): (Y.ID | null)[] => (struct instanceof Y.Item ? [struct.origin, struct.rightOrigin, parentOf(struct)] : [])

const parentOf = ({ parent }: Y.Item): Y.ID | null =>
  parent instanceof Y.ID ? parent : parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null

/**
 * Structs of each client, without gaps, as updates each of which needs only those before it: a struct comes after everything it was written beside or in. They are
 * made one at a time; it remembers clocks, not places, since the structs of a living document are split and joined between two.
 */
function* inPieces(clients: Clients, maxBytes: number, maxStructs: number, deletions: () => Deletions): Generator<Uint8Array> {
  const taken = new Map(Array.from(clients, ([client, structs]) => [client, structs[0]?.id.clock ?? 0]))
  const ends = new Map(Array.from(clients, ([client, structs]) => [client, endOf(structs)]))
  const nextOf = (client: number): Struct | undefined => {
    const clock = taken.get(client) ?? 0
    const structs = clients.get(client) ?? []
    return clock < (ends.get(client) ?? 0) ? structs[Y.findIndexSS(structs, clock)] : undefined
  }
  const isMissing = ({ client, clock }: Y.ID): boolean => clock >= (taken.get(client) ?? 0) && clock < (ends.get(client) ?? 0)
  let piece: Struct[] = []
  let bytes = 0
  for (const first of ends.keys()) {
    const stack = [first]
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const next = nextOf(client)
      const before = next && needs(next).find((id) => id !== null && id.client !== client && isMissing(id))?.client
      if (next === undefined) stack.pop()
      else if (before !== undefined && !stack.includes(before)) stack.push(before)
      else {
        const size = sizeOf(next)
        if (piece.length > 0 && (bytes + size > maxBytes || piece.length >= maxStructs)) {
          yield encode(piece, null)
          piece = []
          bytes = 0
          continue // it may be another one by now
        }
        taken.set(client, next.id.clock + next.length)
        piece.push(next)
        bytes += size
        if (stack.length > 1) stack.pop() // back to whoever waited for it, and here again if it waits for more
      }
    }
  }
  yield encode(piece, deletions())
}

const endOf = (structs: readonly Struct[]): number => {
  const last = structs.at(-1)
  return last === undefined ? 0 : last.id.clock + last.length
}

/** `Map.groupBy` is younger than many phones. */
const byClientOf = (structs: readonly Struct[]): Map<number, Struct[]> => {
  const byClient = new Map<number, Struct[]>()
  for (const struct of structs) {
    const section = byClient.get(struct.id.client)
    if (section) section.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  return byClient
}

const newestFirst = <T>(byClient: ReadonlyMap<number, T>): [number, T][] => [...byClient].toSorted(([a], [b]) => b - a)

/** As the stock encoder writes: sections by falling client id, each of one run of clocks. */
const encode = (structs: readonly Struct[], deletions: Deletions | null): Uint8Array => {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  const sections = newestFirst(byClientOf(structs))
  encoding.writeVarUint(rest, sections.length)
  for (const [client, section] of sections) {
    encoding.writeVarUint(rest, section.length)
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, section[0]?.id.clock ?? 0)
    for (const struct of section) struct.write(encoder, 0)
  }
  const ranges = newestFirst(deletions?.clients ?? new Map<number, { clock: number; len: number }[]>())
  encoding.writeVarUint(rest, ranges.length)
  for (const [client, deleted] of ranges) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, deleted.length)
    for (const { clock, len } of deleted) {
      encoding.writeVarUint(rest, clock)
      encoding.writeVarUint(rest, len)
    }
  }
  return encoder.toUint8Array()
}
