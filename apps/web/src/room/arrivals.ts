/** A document of so many bytes is taken in pieces; a smaller one is a short task even on a slow phone. */
export const LARGE_BYTES = 32 * 1024

interface Waiting {
  readonly act: () => void
  /** Worth nothing once the socket is gone: the next one brings it again. */
  readonly isOfDocument: boolean
}

/**
 * What the server sends, in its order. A first document of a megabyte, applied in one go, would hold a phone for most of a second: it is taken in pieces, each in a task of its own,
 * and what comes meanwhile waits behind it.
 */
export class Arrivals {
  #waiting: Waiting[] | null = null
  /** What is being taken came by the socket, and goes with it. */
  #isOfSocket = false

  /** A document is being taken in pieces. */
  get isUnderWay(): boolean {
    return this.#waiting !== null
  }

  /** Does it now, or when all that came before has been done. */
  inOrder(waiting: Waiting): void {
    if (this.#waiting) this.#waiting.push(waiting)
    else waiting.act()
  }

  /**
   * Applies an update in pieces, then does `whole`, and what waited; resolves after it, or when it was given up. One at a time. `isOfSocket` false: HTTP brought it, which
   * says once what is new; sockets that come to nothing meanwhile change nothing about it.
   */
  async bring(update: Uint8Array, apply: (piece: Uint8Array) => void, whole: () => void, isOfSocket = true): Promise<void> {
    const waiting: Waiting[] = []
    this.#waiting = waiting
    this.#isOfSocket = isOfSocket
    const isOurs = (): boolean => this.#waiting === waiting
    await import('./take-in-pieces.ts').then(
      ({ takeInPieces }) => takeInPieces(update, apply, isOurs),
      () => isOurs() && apply(update), // the network did not bring what cuts it
    )
    if (!isOurs()) return
    this.#waiting = null
    whole()
    for (const { act } of waiting) act()
  }

  /** The socket is gone: what waited of its document goes with it, what else it said is done. */
  giveUp(): void {
    const waiting = this.#waiting?.splice(0) ?? []
    if (this.#isOfSocket) this.#waiting = null
    for (const { act, isOfDocument } of waiting) if (!isOfDocument) act()
  }
}
