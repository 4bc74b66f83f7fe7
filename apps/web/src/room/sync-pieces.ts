import * as encoding from 'lib0/encoding'
import { structsOf, type Section, type Structs } from './update-structs.ts'

/** Well under the server's 1 MiB a frame, so that an hour offline is never taken for a frame that is too large. */
const PIECE_BYTES = 512 * 1024
/** The server judges at most 20,000 new structs at once. */
const PIECE_STRUCTS = 10_000
/** No struct takes fewer bytes: shorter updates need not be looked into. */
const LEAST_BYTES = 3

/** `cutUpdate` for a server, all at once. One that is small enough is returned as it is. */
export const piecesOf = (update: Uint8Array, maxBytes = PIECE_BYTES, maxStructs = PIECE_STRUCTS): Uint8Array[] =>
  update.length <= Math.min(maxBytes, maxStructs * LEAST_BYTES)
    ? [update]
    : [...cutUpdate(update, maxBytes, maxStructs)].filter((piece) => piece !== undefined)

/**
 * One update as several, each of which brings nothing that needs a later one: whoever takes them in order never sees a gap. Deletions come with the last. Bytes are cut, never
 * decoded or written again; undefined comes where another may have a turn. A single struct larger than a piece stays whole, and so does what it does not understand.
 */
export function* cutUpdate(update: Uint8Array, maxBytes: number, maxStructs: number): Generator<Uint8Array | undefined, void> {
  const looking = structsOf(update)
  let looked = looking.next()
  for (; looked.done !== true; looked = looking.next()) yield undefined
  if (looked.value === null) yield update
  else yield* cut(update, looked.value, maxBytes, maxStructs)
}

/** A run of structs of one writer. */
interface Run {
  readonly section: Section
  readonly from: number
  to: number
}

function* cut(update: Uint8Array, { sections, deletionsAt }: Structs, maxBytes: number, maxStructs: number): Generator<Uint8Array, void> {
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
  let [bytes, structs] = [0, 0]
  for (const first of sections) {
    const stack = [first]
    for (let section = stack.at(-1); section !== undefined; section = stack.at(-1)) {
      const at = taken.get(section.client) ?? 0
      const isOver = at >= section.needs.length
      const before = isOver ? undefined : awaitedBy(section)
      if (isOver) stack.pop()
      else if (before !== undefined && !stack.includes(before)) stack.push(before)
      else {
        const size = (section.bytes[at + 1] ?? 0) - (section.bytes[at] ?? 0)
        if (structs > 0 && (bytes + size > maxBytes || structs >= maxStructs)) {
          yield encode(update, piece, null)
          piece = new Map()
          bytes = 0
          structs = 0
        }
        taken.set(section.client, at + 1)
        const run = piece.get(section.client)
        if (run === undefined) piece.set(section.client, { section, from: at, to: at + 1 })
        else run.to = at + 1
        bytes += size
        structs += 1
        if (stack.length > 1) stack.pop() // back to whoever waited for it, and here again if it waits for more
      }
    }
  }
  yield encode(update, piece, update.subarray(deletionsAt))
}

/** As the stock encoder writes: sections by falling client id. `deletions`: the update's own, as they stand in it. */
function encode(update: Uint8Array, piece: ReadonlyMap<number, Run>, deletions: Uint8Array | null): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, piece.size)
  for (const { section, from, to } of [...piece.values()].toSorted((a, b) => b.section.client - a.section.client)) {
    encoding.writeVarUint(encoder, to - from)
    encoding.writeVarUint(encoder, section.client)
    encoding.writeVarUint(encoder, section.clocks[from] ?? 0)
    encoding.writeUint8Array(encoder, update.subarray(section.bytes[from], section.bytes[to]))
  }
  if (deletions === null) encoding.writeVarUint(encoder, 0)
  else encoding.writeUint8Array(encoder, deletions)
  return encoding.toUint8Array(encoder)
}
