import { turnedAway } from './admission.ts'
import type { Comings } from './comings.ts'
import { Connection, type Wire } from './connection.ts'
import type { RoomCore } from './core.ts'
import type { ActAnswer } from './first-answers.ts'
import type { SocketDesk } from './socket-desk.ts'
import { statusMessage } from './status.ts'
import type { Visitor } from './visitor.ts'
import type { WordsDesk } from './words-desk.ts'

/** Where sockets come in and go out, and are answered in their own language. */
export class Reception {
  readonly #core: RoomCore
  readonly #comings: Comings
  readonly #words: WordsDesk
  readonly #visitors = new WeakMap<Connection, Visitor>()
  /** What lives in memory alone (whispers) lives as long as this id. */
  readonly #memoryId: string

  constructor(core: RoomCore, comings: Comings, words: WordsDesk) {
    this.#core = core
    this.#comings = comings
    this.#words = words
    this.#memoryId = core.means.newId()
  }

  /** Lets a socket in, or says with which code to close it. */
  connect(visitor: Visitor, wire: Wire): Connection | number {
    const { audience, budgets, journal, means } = this.#core
    const code = turnedAway(this.#core, this.#words, visitor)
    if (code !== null) return code
    const pays = budgets.of(visitor.personId, visitor.host)
    const connection = new Connection(visitor, journal.generation, wire, { now: means.now, budgets: pays })
    this.#visitors.set(connection, visitor)
    const wasHere = this.#core.online.has(visitor.personId)
    audience.add(connection)
    this.#comings.connected(visitor.personId)
    this.#core.discloseAllTo(connection)
    if (!wasHere) this.#core.disclose() // another device of someone who is here concerns nobody else
    connection.tell(statusMessage(means, this.#memoryId))
    audience.flush()
    return connection
  }

  /** A socket has gone, by itself or because it was hung up; `sockets` keeps its presence for a moment. */
  left(connection: Connection, sockets: SocketDesk): void {
    this.#comings.disconnected(connection.personId)
    sockets.left(connection)
    if (!this.#core.online.has(connection.personId)) this.#core.disclose()
    this.#core.audience.flush()
  }

  /** Tells the socket what its act was answered. */
  async answer(connection: Connection, actId: string, answer: ActAnswer): Promise<void> {
    const phrase = this.#visitors.get(connection)?.phrase
    if (phrase !== undefined) connection.tell({ answer: await phrase(actId, answer) })
    connection.flush()
  }

  /** The store stopped saving or saves again, or the record's clock was moved by hand. */
  tellStatus(): void {
    this.#core.audience.tell(statusMessage(this.#core.means, this.#memoryId))
  }

  /** The second door that catches: what fails after a socket's message was put off ends this connection alone. */
  hangUp(connection: Connection, fault: unknown): void {
    this.#core.means.log.error('a message failed', { meetingId: this.#core.meetingId }, fault)
    connection.hangUp(1011, 'fault')
  }
}
