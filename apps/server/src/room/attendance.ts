import { AWAY_AFTER_MS, type PersonId } from '@clairiere/ritual'
import type { RecordClock } from '../record-clock.ts'

/** What a room does about comings and goings; both become facts. */
export interface Doorkeeper {
  came(personId: PersonId): void
  /** `lastSign`: ms since 1970. */
  wentAway(personId: PersonId, lastSign: number): void
}

interface Here {
  sockets: number
  /** Came by HTTP alone, so far. */
  byCall: boolean
  lastSign: number
  callOff: (() => void) | null
}

/** Who has a device in the room now, and whose silence has lasted. It writes nothing: the doorkeeper does. */
export class Attendance {
  readonly #here = new Map<PersonId, Here>()
  readonly #clock: RecordClock
  readonly #doorkeeper: Doorkeeper
  #lastSign: number
  /** Read at every arrival of every room, so made again only after a change; null: to be made. Never changed once handed out. */
  #online: ReadonlySet<PersonId> | null = null

  constructor(clock: RecordClock, doorkeeper: Doorkeeper) {
    this.#clock = clock
    this.#doorkeeper = doorkeeper
    this.#lastSign = clock.now()
  }

  /** Since when nobody has been here, as of the last sign of the last one; null while somebody is. */
  get emptySince(): number | null {
    return this.online.size > 0 ? null : this.#lastSign
  }

  get online(): ReadonlySet<PersonId> {
    this.#online ??= new Set([...this.#here].filter(([, here]) => here.sockets > 0 || here.byCall).map(([personId]) => personId))
    return this.#online
  }

  /** Since when nothing is heard (ms since 1970) of those whose devices have all gone, until they are away. */
  get silentSince(): ReadonlyMap<PersonId, number> {
    return new Map([...this.#here].flatMap(([personId, here]) => (here.callOff === null || here.byCall ? [] : [[personId, here.lastSign]])))
  }

  /** True while somebody's silence is being timed. */
  get isWatching(): boolean {
    return [...this.#here.values()].some((here) => here.callOff !== null)
  }

  /** After a start: who was present when the process ended has as long to come back as after a lost network. */
  expect(people: Iterable<PersonId>): void {
    for (const personId of people) if (!this.#here.has(personId)) this.#time(personId, this.#enter(personId))
  }

  connected(personId: PersonId): void {
    const here = this.#enter(personId)
    here.sockets++
    here.byCall = false // from now on the socket tells, and its end is heard
    this.#doorkeeper.came(personId)
  }

  disconnected(personId: PersonId): void {
    const here = this.#enter(personId)
    here.sockets--
    if (here.sockets <= 0) this.#time(personId, here)
  }

  /** An act over HTTP is a sign of life, of someone who may have no socket at all. */
  acted(personId: PersonId): void {
    const here = this.#enter(personId)
    here.byCall ||= here.sockets === 0
    this.#doorkeeper.came(personId)
    if (here.sockets === 0) this.#time(personId, here)
  }

  /** The room goes: nobody is timed any more. */
  stop(): void {
    for (const here of this.#here.values()) here.callOff?.()
    this.#here.clear()
    this.#online = null
  }

  #enter(personId: PersonId): Here {
    const here = this.#here.get(personId) ?? { sockets: 0, byCall: false, lastSign: 0, callOff: null }
    this.#here.set(personId, here)
    this.#online = null // whoever enters is about to be changed
    here.lastSign = this.#clock.now()
    this.#lastSign = here.lastSign
    here.callOff?.()
    here.callOff = null
    return here
  }

  #time(personId: PersonId, here: Here): void {
    here.callOff = this.#clock.after(AWAY_AFTER_MS, () => {
      this.#here.delete(personId)
      this.#online = null
      this.#doorkeeper.wentAway(personId, here.lastSign)
    })
  }
}
