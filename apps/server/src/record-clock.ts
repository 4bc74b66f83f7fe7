import { uptime } from 'node:os'

/**
 * The clock of the record: times in facts and minutes, reminders, the review's end, lifetimes of tokens, cookies and links, the delay of unsigned
 * whispers [§2.5-25]. Keep-alive, back-pressure and retries go by the machine's own time instead.
 */
export interface RecordClock {
  /** Milliseconds since 1970. Never less than it said before. */
  now(): number
  /** Calls `act` once, `ms` from now; returns what calls it off. */
  after(ms: number, act: () => void): () => void
  /** This clock for a room that has recorded up to `last` (ms since 1970): it goes on from there, should an earlier process have been ahead of this one. */
  from(last: number): RecordClock
}

/** What a machine knows of time, in ms. Only `wall` is ever set: by hand, by the network, by a host that wakes its guest. */
export interface MachineClocks {
  /** Since 1970. */
  wall(): number
  /** Since the process began, without what the machine slept. */
  elapsed(): number
  /** Since the machine began, with what it slept; to a second or so. */
  uptime(): number
  timer(ms: number, act: () => void): () => void
}

const machine: MachineClocks = {
  wall: () => Date.now(),
  elapsed: () => performance.now(),
  uptime: () => uptime() * 1_000,
  timer(ms, act) {
    const timer = setTimeout(act, ms).unref()
    return () => clearTimeout(timer)
  },
}

/** Longer waits are walked in strides: what the machine slept counts, and `setTimeout` takes 24 days at most. */
const STRIDE_MS = 60_000
/** Such a difference between the wall and us is worth asking how long the machine slept. */
const STEP_MS = 2_000
/** A difference is made up by so much of the time that passes: an hour in three weeks, while nobody's minute is longer or shorter by more than an eighth of a second. */
const SLEW = 1 / 500
/** A machine without a battery sets its clock once it has a network: until then nothing but the wall is believed when it goes forward. */
const YOUNG_MS = 10 * 60_000
/** A clock set forward that nobody has set back for so long was wrong before. */
const BELIEVED_MS = 60 * 60_000

/**
 * Starts from the wall and then goes by the machine's own pace: a wall that is set, back or forward and back again, makes no fact run backwards, stops no meeting and
 * moves no timer. It follows the wall slowly; at once where the machine slept; and forward when the wall has stood there for an hour.
 */
export class SystemClock implements RecordClock {
  readonly #clocks: MachineClocks
  readonly #begun: number
  #now: number
  #elapsed: number
  #sleepKnown: number
  #aheadSince: number | null = null

  constructor(clocks: MachineClocks = machine) {
    this.#clocks = clocks
    this.#now = clocks.wall()
    this.#elapsed = clocks.elapsed()
    this.#begun = this.#elapsed
    this.#sleepKnown = clocks.uptime() - this.#elapsed
  }

  now(): number {
    const elapsed = this.#clocks.elapsed()
    const passed = Math.max(0, elapsed - this.#elapsed)
    this.#elapsed = elapsed
    this.#now += passed
    if (this.#clocks.wall() - this.#now > STEP_MS) this.#stepForward()
    else this.#aheadSince = null
    const gap = this.#clocks.wall() - this.#now
    this.#now += Math.sign(gap) * Math.min(Math.abs(gap), passed * SLEW)
    return Math.floor(this.#now)
  }

  after(ms: number, act: () => void): () => void {
    const due = this.now() + ms
    let callOff = (): void => {}
    const walk = (): void => {
      const rest = due - this.now()
      callOff = this.#clocks.timer(Math.min(STRIDE_MS, Math.max(0, rest)), () => (due > this.now() ? walk() : act()))
    }
    walk()
    return () => callOff()
  }

  from(last: number): RecordClock {
    const ahead = last - this.now()
    if (ahead <= 0) return this
    return { now: () => this.now() + ahead, after: (ms, act) => this.after(ms, act), from: (later) => this.from(later) }
  }

  /** The wall is ahead of us: the machine slept, or somebody set it. */
  #stepForward(): void {
    const wall = this.#clocks.wall()
    const slept = this.#clocks.uptime() - this.#elapsed - this.#sleepKnown
    if (slept > STEP_MS / 2) {
      this.#sleepKnown += slept
      this.#now = Math.min(wall, this.#now + slept)
    }
    if (wall - this.#now <= STEP_MS) return
    this.#aheadSince ??= this.#elapsed
    if (this.#elapsed - this.#begun < YOUNG_MS || this.#elapsed - this.#aheadSince >= BELIEVED_MS) this.#now = wall
  }
}

/** `CLOCK=manual`: stands still until it is told to go on, and then only forward [contract § Start]. */
export class ManualClock implements RecordClock {
  #now: number
  readonly #timers = new Set<{ due: number; act: () => void }>()

  constructor(now = 0) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(ms: number, act: () => void): () => void {
    const timer = { due: this.#now + Math.max(0, ms), act }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  /** Whoever moves it by hand says what the time is. */
  from(): RecordClock {
    return this
  }

  /** Goes to `to` (ms since 1970), calling what falls due on the way in order and each at its own time. False, and nothing moved, when `to` is in the past. */
  advance(to: number): boolean {
    if (to < this.#now) return false
    for (let next = this.#next(to); next !== undefined; next = this.#next(to)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.due)
      next.act()
    }
    this.#now = to
    return true
  }

  /** A Set keeps the order of arrival, so that of two timers due together the first set is called first. */
  #next(to: number): { due: number; act: () => void } | undefined {
    let next: { due: number; act: () => void } | undefined
    for (const timer of this.#timers) if (timer.due <= to && (next === undefined || timer.due < next.due)) next = timer
    return next
  }
}
