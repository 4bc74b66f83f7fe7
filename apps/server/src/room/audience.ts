import type { Mark } from '../store/store.ts'
import type { Connection } from './connection.ts'

/** Slow for so long, a socket is hung up; it will come back and sync afresh. */
const MAX_SLOW_MS = 20_000

/** All sockets of a room: what is said to everyone, and one write per socket and turn. */
export class Audience {
  readonly #connections = new Set<Connection>()
  readonly #now: () => number

  /** `now`: the machine's time (ms). */
  constructor(now: () => number) {
    this.#now = now
  }

  get size(): number {
    return this.#connections.size
  }

  /** How many do not keep up. */
  get slow(): number {
    return [...this.#connections].filter(({ isSlow }) => isSlow).length
  }

  [Symbol.iterator](): IterableIterator<Connection> {
    return this.#connections.values()
  }

  add(connection: Connection): void {
    this.#connections.add(connection)
  }

  /** False: it was not here any more. */
  remove(connection: Connection): boolean {
    connection.gone()
    return this.#connections.delete(connection)
  }

  /** Sends a piece of the document to all who follow; the slow ones catch up later. `author`: has all of it already. */
  publish(frame: Uint8Array, author: Connection | null = null): void {
    for (const connection of this.#connections) {
      if (connection.isFollowing && !connection.isSlow && connection !== author) connection.send(frame)
    }
  }

  /** Sends presence: worth nothing a second later, so never to a slow socket. */
  show(frame: Uint8Array): void {
    for (const connection of this.#connections) if (!connection.isSlow) connection.send(frame)
  }

  tell(message: object): void {
    for (const connection of this.#connections) connection.tell(message)
  }

  /** True: somebody has something saved that they were not told yet. */
  synced(mark: Mark): boolean {
    let isUntold = false
    for (const connection of this.#connections) if (connection.synced(mark)) isUntold = true
    return isUntold
  }

  get hasUntold(): boolean {
    for (const connection of this.#connections) if (connection.isUntold) return true
    return false
  }

  tellSaved(): void {
    for (const connection of this.#connections) connection.tellSaved()
  }

  flush(): void {
    for (const connection of this.#connections) connection.flush()
  }

  /** To be called every second or so: signs of life, the stuck hung up, and those returned that have drained and need a fresh start. */
  sweep(): readonly Connection[] {
    const drained: Connection[] = []
    for (const connection of this.#connections) {
      connection.keepAlive()
      if (connection.hasDrained()) drained.push(connection)
      else if (connection.slowSince !== null && this.#now() - connection.slowSince > MAX_SLOW_MS) connection.hangUp(1013, 'too slow')
    }
    return drained
  }

  hangUp(code: number, reason: string): void {
    for (const connection of this.#connections) connection.hangUp(code, reason)
  }
}
