import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Well under the server's 1 MiB a frame, so that an hour offline is never taken for a frame that is too large. */
const PIECE_BYTES = 512 * 1024
/** The server judges at most 20,000 new structs at once. */
const PIECE_STRUCTS = 10_000
/** No struct takes fewer bytes: shorter updates need not be looked into. */
const LEAST_BYTES = 3

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']

/**
 * One update as several, each of which brings nothing that needs a later one: a server that takes them in order never sees a gap. Deletions come with the last.
 * One that is small enough is returned as it is; a single struct larger than a piece stays whole.
 */
export const piecesOf = (update: Uint8Array, maxBytes = PIECE_BYTES, maxStructs = PIECE_STRUCTS): Uint8Array[] => {
  if (update.length <= Math.min(maxBytes, maxStructs * LEAST_BYTES)) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  if ((update.length <= maxBytes && structs.length <= maxStructs) || structs.some((struct) => struct instanceof Y.Skip)) return [update]
  const pieces: Struct[][] = [[]]
  let bytes = 0
  for (const struct of inCausalOrder(structs)) {
    const size = sizeOf(struct)
    const last = pieces.at(-1) as Struct[]
    if (last.length > 0 && (bytes + size > maxBytes || last.length >= maxStructs)) {
      pieces.push([struct])
      bytes = size
    } else {
      last.push(struct)
      bytes += size
    }
  }
  return pieces.map((piece, index) => encode(piece, index === pieces.length - 1 ? ds : null))
}

const sizeOf = (struct: Struct): number => {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return encoding.length(encoder.restEncoder)
}

const needs = (struct: Struct): (Y.ID | null)[] =>
  struct instanceof Y.Item ? [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null] : []

/** As the applier takes them: a struct after everything it was written beside or in. */
function* inCausalOrder(structs: readonly Struct[]): Generator<Struct> {
  const byClient = byClientOf(structs)
  const taken = new Map<number, number>()
  const nextOf = (client: number): Struct | undefined => byClient.get(client)?.[taken.get(client) ?? 0]
  const missing = (struct: Struct): number | undefined =>
    needs(struct).find((id) => {
      const next = id === null || id.client === struct.id.client ? undefined : nextOf(id.client)
      return next !== undefined && id !== null && id.clock >= next.id.clock && id.clock < endOf(byClient.get(id.client))
    })?.client
  for (const first of byClient.keys()) {
    const stack = [first]
    for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
      const next = nextOf(client)
      const before = next && missing(next)
      if (next === undefined) stack.pop()
      else if (before !== undefined && !stack.includes(before)) stack.push(before)
      else {
        taken.set(client, (taken.get(client) ?? 0) + 1)
        yield next
        if (stack.length > 1) stack.pop() // back to whoever waited for it, and here again if it waits for more
      }
    }
  }
}

const endOf = (structs: readonly Struct[] | undefined): number => {
  const last = structs?.at(-1)
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
