import { dayOf, instantOf } from './calendar.ts'
import { Checks } from './check.ts'
import type { Fixture, FixtureItem } from './fixture.ts'
import type { Answer, Json, Person } from './person.ts'
import type { TestServer } from './server.ts'
import { ServerClock } from './server-clock.ts'

export interface Step {
  at: number
  order: number
  label: string
  run: () => Promise<void>
}

/** One evening being held: who is in the room, what is what on the server, and the steps still to come. The parts of the meeting add their steps beside. */
export class Evening {
  readonly fixture: Fixture
  readonly checks = new Checks()
  readonly base: string
  /** Null when it drives a server it did not start: then nothing is searched on its disk. */
  readonly server: TestServer | null
  readonly people = new Map<string, Person>()
  readonly items = new Map<string, string>()
  readonly actions = new Map<string, string>()
  readonly signals = new Map<string, string>()
  readonly whispers = new Map<string, string>()
  /** Address of the page of each structure that a decision was sent to. */
  inbox: Record<string, string> = {}
  links: { host: string; join: string; observe: string } = { host: '', join: '', observe: '' }
  /** Whether how long things take is checked: not while browsers work beside it. */
  measures = true
  meetingId = ''
  decisionId = ''
  readonly clock: ServerClock
  readonly #steps: Step[] = []
  /** Where this evening is (ms): its current step, and the seconds it let pass since. */
  #now = 0

  constructor(fixture: Fixture, base: string, server: TestServer | null, clock = new ServerClock(base)) {
    this.fixture = fixture
    this.base = base
    this.server = server
    this.clock = clock
  }

  /** A variant is about what it changes: what the base evening proves at length is not proved again. */
  get isVariant(): boolean {
    return this.fixture._variant !== undefined
  }

  /** Whether the record's time is ours to move. Without, a meeting lasts as long as its steps take: what depends on hours is not checked. */
  get movesTime(): boolean {
    return this.clock.isManual
  }

  get day(): string {
    return dayOf(this.fixture.meeting.scheduledStart, this.fixture.meeting.timezone)
  }

  /** The instant (ms) of an hour of this evening. */
  hour(hour: string): number {
    return instantOf(this.day, hour, this.fixture.meeting.timezone)
  }

  /** Adds a step; within one minute steps run by `order`, then as added. */
  at(when: string | number, order: number, label: string, run: () => Promise<void>): void {
    this.#steps.push({ at: typeof when === 'number' ? when : this.hour(when), order, label, run })
  }

  /** Its steps to come, in the order in which they happen. */
  get steps(): readonly Step[] {
    return this.#steps.map((step, index) => ({ ...step, index })).toSorted((a, b) => a.at - b.at || a.order - b.order || a.index - b.index)
  }

  /**
   * Holds the evening: moves the clock and runs every step in order, or those that come before an instant (ms) and an order within its minute; called again, it
   * goes on from there. `speed` > 0 waits between steps as the evening did, that many times faster.
   */
  async play(
    speed: number,
    say: (line: string) => void,
    before: { at: number; order: number } = { at: Infinity, order: 0 },
  ): Promise<void> {
    const { steps } = this
    this.#steps.length = 0
    let previous = steps[0]?.at ?? 0
    for (const step of steps) {
      if (step.at > before.at || (step.at === before.at && step.order >= before.order)) {
        this.#steps.push(step)
        continue
      }
      if (speed > 0 && step.at > previous)
        await new Promise((resolve) => setTimeout(resolve, Math.min((step.at - previous) / speed, 60_000)))
      previous = step.at
      say(`${new Date(step.at).toISOString().slice(0, 16).replace('T', ' ')}  ${step.label}`)
      await this.run(step)
    }
  }

  /** One step at its time. */
  async run(step: Step): Promise<void> {
    this.#now = Math.max(this.#now, step.at)
    await this.clock.to(step.at)
    await step.run()
  }

  /** Moves the server's clock, forward only. */
  clockTo(ms: number): Promise<void> {
    // Seconds that pass are counted from here: counted from an earlier hour they would move nothing.
    this.#now = Math.max(this.#now, ms)
    return this.clock.to(ms)
  }

  /** The record's clock goes on by a few seconds, e.g. past the delay of unsigned whispers. */
  async secondsPass(seconds: number): Promise<void> {
    this.#now += seconds * 1000
    await this.clock.to(this.#now)
  }

  person(id: string): Person {
    const person = this.people.get(id)
    if (!person) throw new Error(`${id} is not in the room`)
    return person
  }

  item(id: string): string {
    const item = this.items.get(id)
    if (!item) throw new Error(`item ${id} was not proposed`)
    return item
  }

  fixtureItem(id: string): FixtureItem {
    const item = this.fixture.agenda.find((found) => found.id === id)
    if (!item) throw new Error(`no item ${id} in the fixture`)
    return item
  }

  /** Who leads at this moment: the relay, while a variant has the facilitator offline. */
  get facilitator(): Person {
    const { person, backup, _relay } = this.fixture.roles.find(({ role }) => role === 'facilitator') ?? { person: '' }
    const isRelayed = _relay !== undefined && this.#now > this.hour(_relay.from) && this.#now < this.hour(_relay.to)
    return this.person(isRelayed ? (backup ?? '') : person)
  }

  get scribe(): Person {
    return this.person(this.holder('scribe'))
  }

  /** Fixture id of who holds a role first. */
  holder(role: string): string {
    const found = this.fixture.roles.find((entry) => entry.role === role)
    if (!found) throw new Error(`nobody is ${role}`)
    return found.person
  }

  /** An act that must be refused, with its code when one is given. */
  async refused(name: string, who: Person, act: Json, code?: string): Promise<Answer> {
    const answer = await who.act(act)
    this.checks.that(name, !answer.ok, `${who.name} should have been refused « ${String(act['type'])} »`)
    if (code) this.checks.equal(name, answer.error, code, `refusal of ${String(act['type'])}`)
    this.checks.that(
      name,
      (answer.message ?? '').length > 10,
      `the refusal of ${String(act['type'])} says nothing: ${JSON.stringify(answer)}`,
    )
    return answer
  }
}

/** An array of the board's JSON by id. */
export const list = (board: Json, section: string): Json[] => (board[section] ?? []) as Json[]
export const byId = (board: Json, section: string, id: string): Json => list(board, section).find((entry) => entry['id'] === id) ?? {}
