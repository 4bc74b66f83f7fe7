import type { Board } from '@clairiere/ritual'
import { changingMeta, readMeta } from './access/links.ts'
import type { Log } from './log.ts'
import type { RecordClock } from './record-clock.ts'
import type { Rooms } from './room/rooms.ts'
import type { Store } from './store/store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** [§2.5-24] what was said in the circle outlives the end its review would have had by thirty days. */
const KEPT_DAYS = 30

/** When an unsealed meeting forgets (ms since 1970); null once it is sealed, which forgets at once. A cancelled one is over as if it had been held. */
export function forgetsAt({ meeting }: Board, createdAt: number): number | null {
  if (meeting.status === 'sealed') return null
  const start = Date.parse(meeting.openedAt ?? meeting.scheduledStart ?? new Date(createdAt).toISOString())
  const end =
    meeting.reviewUntil === undefined
      ? start + meeting.plannedMinutes * 60_000 + meeting.reviewDays * DAY_MS
      : Date.parse(meeting.reviewUntil)
  return end + KEPT_DAYS * DAY_MS
}

export interface ForgettingMeans {
  readonly store: Store
  readonly rooms: Rooms
  readonly clock: RecordClock
  readonly log: Log
}

/** Once a day on the record's clock, and once at the start: expired passes go, and abandoned meetings forget. `stop` ends it. */
export class Forgetting {
  readonly #means: ForgettingMeans
  #running: Promise<void> | null = null
  #callOff: () => void = () => {}

  constructor(means: ForgettingMeans) {
    this.#means = means
    this.#plan()
  }

  /** One round now, or the one that runs already. */
  run(): Promise<void> {
    this.#running ??= this.#round().finally(() => (this.#running = null))
    return this.#running
  }

  async stop(): Promise<void> {
    this.#callOff()
    await this.#running
  }

  #plan(): void {
    this.#callOff = this.#means.clock.after(DAY_MS, () => {
      this.#plan()
      this.run().catch((fault: unknown) => this.#means.log.error('the daily forgetting failed and is tried again tomorrow', {}, fault))
    })
  }

  async #round(): Promise<void> {
    const { store, clock } = this.#means
    if (store.state !== 'saving') return
    await store.deleteExpiredSecrets(clock.now())
    for (const record of await store.meetings()) {
      const { forgetAfter } = readMeta(record.meta)
      if (forgetAfter !== undefined && forgetAfter <= clock.now()) await this.#try(record.meetingId)
    }
  }

  /** One that does not open (put back without its key) keeps neither the others nor the start of the server waiting [architecture, always 10]. */
  async #try(meetingId: string): Promise<void> {
    try {
      await this.#forget(meetingId)
    } catch (fault) {
      this.#means.log.error('a meeting could not forget and is tried again tomorrow', { meetingId }, fault)
    }
  }

  /** The date in clear may be older than the meeting's own: it was moved, or closed later than foreseen. */
  async #forget(meetingId: string): Promise<void> {
    const { rooms, store, clock, log } = this.#means
    const room = await rooms.open(meetingId)
    const record = await store.meeting(meetingId)
    if (room === null || record === null) return
    const { createdAt } = readMeta(record.meta)
    const { status } = room.board.meeting
    // Nothing was said in the circle of a meeting that is still to come, however long it has been prepared: it is looked at again.
    const isAhead = status === 'draft' || status === 'scheduled'
    const due = isAhead ? clock.now() + KEPT_DAYS * DAY_MS : forgetsAt(room.board, createdAt)
    const isLater = due !== null && due > clock.now()
    const meta = changingMeta(({ forgetAfter: _noted, ...rest }) => ({ ...rest, ...(isLater && { forgetAfter: due }) }))
    if (due === null || isLater) await store.changeMeta(meetingId, meta)
    else if (await room.forget(meta)) log.info('an abandoned meeting forgot what was said in the circle', { meetingId })
  }
}
