import { NOBODY } from '../guard/owners.ts'
import type { Connection } from './connection.ts'
import type { RoomCore } from './core.ts'
import { brings } from './doc-schema.ts'

/** After an unclean stop, an owner has so long to bring what others only repeat. */
export const ADOPTION_MS = 60_000
const NONE: ReadonlySet<number> = new Set()

/**
 * What an unclean stop lost and only others still hold: while its owner is away, the device that was told to wait with it may bring it. Whose id it was cannot be
 * taken back then: the owner may have written something else under the same numbers meanwhile. From the first such word the id is nobody's, and the device that
 * says it is its own starts afresh.
 */
export class Adoption {
  readonly #core: RoomCore
  readonly #offers = new WeakMap<Connection, ReadonlySet<number>>()
  readonly #since: number

  constructor(core: RoomCore) {
    this.#core = core
    this.#since = core.means.now()
  }

  /** Devices that may now bring what they were told to wait with; each is to be asked. To be called every second or so. */
  sweep(): readonly Connection[] {
    const { audience, board, means, meetingId } = this.#core
    if (means.store.wasClosedWell || means.now() - this.#since <= ADOPTION_MS) return []
    const asked: Connection[] = []
    for (const connection of audience) {
      const lost = [...connection.aheadOf.keys()].filter((client) => this.#isAway(client))
      if (lost.length === 0) continue
      if (!brings(board, connection.personId)) {
        connection.restsSince ??= means.now() // who only reads may not bring it: somebody else does, or their copy is given up
        continue
      }
      this.#offers.set(connection, new Set(lost))
      means.log.warn('words adopted whose owner did not come back', { meetingId, count: lost.length })
      asked.push(connection)
    }
    return asked
  }

  /** Ids this device may bring now, with its SyncStep2. */
  readonly by = (connection: Connection): ReadonlySet<number> => {
    const offered = this.#offers.get(connection)
    return offered === undefined ? NONE : new Set([...offered].filter((client) => this.#isAway(client)))
  }

  /** True: something was brought under one of these ids while the device that wrote under it was away. */
  hasAnyOf(clients: Iterable<number>): boolean {
    const { guard } = this.#core.state
    for (const client of clients) if (guard.owner(client) === NOBODY) return true
    return false
  }

  #isAway(client: number): boolean {
    const owner = this.#core.state.guard.owner(client)
    return owner !== null && !this.#core.online.has(owner)
  }
}
