import * as Y from 'yjs'
import { readFrame, step1Frame, step2Frame, updateFrame } from './protocol.ts'

/**
 * A document of so many bytes takes long to encode: what was added since may then follow in frames of its own, so long as it stays a small part. A
 * smaller one is encoded anew, and a device that has just synced has all there was when it asked.
 */
const LARGE_BYTES = 256 * 1024
const MAX_TAIL_BYTES = 64 * 1024
const MAX_TAIL_FRAMES = 64
/** Answers kept until the next change: a room whose network came back asks with few different states. */
const MAX_RESTS = 32
/** All of them together, in bytes: whoever makes up state vectors shall not fill the memory with whole documents. */
const MAX_RESTS_BYTES = 2 * 1024 * 1024

/** The state vector of an empty document. */
const NOTHING = Uint8Array.of(0)

/**
 * A document as the frames that sync a device, encoded once for all who ask: a thousand who come to a document of a megabyte cost one encoding, and
 * keystrokes meanwhile do not make it another.
 */
export class EncodedState {
  readonly #doc: Y.Doc
  readonly #encoded: () => void
  #whole: Uint8Array | null = null
  #tail: Uint8Array[] = []
  #tailBytes = 0
  #vector: Uint8Array | null = null
  readonly #rests = new Map<string, Uint8Array>()
  #restsBytes = 0
  /** How often the whole was encoded. */
  encodings = 0
  /** How often the whole or a rest was. */
  walks = 0

  /** `encoded` is told of each encoding, of the whole or of a rest. */
  constructor(doc: Y.Doc, encoded: () => void = () => {}) {
    this.#doc = doc
    this.#encoded = encoded
  }

  /** The document has changed by this. */
  grew(update: Uint8Array): void {
    this.#vector = null
    if (this.#rests.size > 0) this.#rests.clear()
    this.#restsBytes = 0
    if (this.#whole === null) return
    this.#tail.push(updateFrame(update))
    this.#tailBytes += update.length
    const isShort = this.#tail.length <= MAX_TAIL_FRAMES && this.#tailBytes <= MAX_TAIL_BYTES
    if (this.#whole.length < LARGE_BYTES || !isShort) this.#whole = null
  }

  /** A SyncStep2 for whoever has nothing, and the updates since it was encoded. */
  get whole(): readonly Uint8Array[] {
    if (this.#whole === null) {
      this.#whole = step2Frame(Y.encodeStateAsUpdate(this.#doc))
      this.#tail = []
      this.#tailBytes = 0
      this.encodings++
      this.walks++
      this.#encoded()
    }
    return [this.#whole, ...this.#tail]
  }

  /** A SyncStep2 for whoever has this much: an encoded state vector that was read without fault. */
  rest(stateVector: Uint8Array): Uint8Array {
    const name = Buffer.from(stateVector).toString('latin1')
    const known = this.#rests.get(name)
    if (known !== undefined) return known
    const frame = step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector))
    this.walks++
    this.#encoded()
    const bytes = this.#restsBytes + name.length + frame.length
    if (this.#rests.size === MAX_RESTS || bytes > MAX_RESTS_BYTES) return frame
    this.#restsBytes = bytes
    this.#rests.set(name, frame)
    return frame
  }

  /** The same as an update, without the frame around it: for whoever has no socket. `null`: they have nothing. */
  update(stateVector: Uint8Array | null): Uint8Array {
    const frame = readFrame(this.rest(stateVector ?? NOTHING))
    if (frame?.kind !== 'step-2') throw new Error('a SyncStep2 that is none')
    return frame.update
  }

  /** A SyncStep1 with our state. */
  get vector(): Uint8Array {
    this.#vector ??= step1Frame(Y.encodeStateVector(this.#doc))
    return this.#vector
  }
}
