import { absenceFacts, arrivalFacts, clockFacts, type Board, type Fact, type PersonId } from '@clairiere/ritual'
import type { RecordClock } from '../record-clock.ts'
import { Attendance } from './attendance.ts'
import type { Door } from './door.ts'

/** What the comings and goings of a room reach: its board, its log (`record` folds before it returns) and its way out. */
export interface Hall {
  board(): Board
  record(facts: readonly Fact[]): void
  /** Forgets whispers that nobody will read any more, and tells their authors' devices [§4.2]. */
  dropUnread(): void
  flush(): void
}

/** Makes facts of comings and goings, and of what the rules say that time alone brings: who is shown as offline, to whom a relay is offered [§4.1]. */
export class Comings {
  readonly attendance: Attendance
  readonly #clock: RecordClock
  readonly #door: Door
  readonly #hall: Hall
  #callOff: (() => void) | null = null
  #isOver = false

  constructor(clock: RecordClock, door: Door, hall: Hall) {
    this.#clock = clock
    this.#door = door
    this.#hall = hall
    this.attendance = new Attendance(clock, {
      came: (personId) => this.#note(() => arrivalFacts(hall.board(), personId)),
      wentAway: (personId, lastSign) => this.#note(() => absenceFacts(hall.board(), personId, new Date(lastSign).toISOString())),
    })
  }

  connected(personId: PersonId): void {
    this.attendance.connected(personId)
  }

  disconnected(personId: PersonId): void {
    this.attendance.disconnected(personId)
    this.heedClock()
  }

  /** To be called after anything that happened in the room: what was due by the clock is told with it, or at its time. */
  heedClock(): void {
    this.#door.whenOpen(() => {
      this.#callOff?.()
      this.#callOff = null
      if (this.#isOver) return
      this.#hall.dropUnread()
      this.#look()
      this.#hall.flush()
    })
  }

  /** The room goes: nobody is timed any more. */
  stop(): void {
    this.#isOver = true
    this.#callOff?.()
    this.attendance.stop()
  }

  #note(made: () => readonly Fact[]): void {
    this.#door.whenOpen(() => {
      if (this.#isOver) return
      const facts = made()
      if (facts.length > 0) this.#hall.record(facts)
      this.heedClock()
    })
  }

  /** One thing due may bring the next. */
  #look(): void {
    for (;;) {
      const now = this.#clock.now()
      const { facts, next } = clockFacts(this.#hall.board(), this.#signs(), new Date(now).toISOString())
      if (facts.length > 0) this.#hall.record(facts)
      else {
        if (next !== null) this.#callOff = this.#clock.after(next - now, () => this.heedClock())
        return
      }
    }
  }

  #signs(): Parameters<typeof clockFacts>[1] {
    const silent = [...this.attendance.silentSince].map(([personId, since]) => [personId, new Date(since).toISOString()] as const)
    return { online: this.attendance.online, silentSince: new Map(silent) }
  }
}
