import type { Door } from './door.ts'

/** So much may wait, in bytes, before sockets are told to come back. */
const MAX_BYTES = 8 * 1024 * 1024

/** What sockets send while a room is shut, taken in its order when it opens. */
export class WaitingFrames {
  readonly #door: Door
  #bytes = 0

  constructor(door: Door) {
    this.#door = door
  }

  /** Keeps a copy of the frame, because the network takes its buffer back. False: too much waits already. */
  hold(frame: Uint8Array, take: (copy: Uint8Array) => void): boolean {
    if (this.#bytes + frame.length > MAX_BYTES) return false
    this.#bytes += frame.length
    const copy = frame.slice()
    this.#door.whenOpen(() => {
      this.#bytes -= copy.length
      take(copy)
    })
    return true
  }
}
