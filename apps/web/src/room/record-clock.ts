import { Subscribers } from './subscribers.ts'

/** The server's record time on this device: the only time shown, whatever the phone's clock says [§2.5-25]. */
export class RecordClock {
  readonly changes = new Subscribers()
  #offsetMs = 0

  /** Takes the server's word for the time; the delay of the network (under a second) is left in. */
  setServerTime(instant: string): void {
    const server = Date.parse(instant)
    if (Number.isNaN(server)) return
    this.#offsetMs = server - Date.now()
    this.changes.notify()
  }

  /** Milliseconds since 1970 of the record. */
  now(): number {
    return Date.now() + this.#offsetMs
  }
}
