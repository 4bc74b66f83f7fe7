import { Evening } from '../../player/evening.ts'
import { loadFixture } from '../../player/fixture.ts'
import type { Json, Person } from '../../player/person.ts'
import { until } from '../../player/until.ts'
import type { Device } from '../device.ts'
import type { Hall } from '../hall.ts'

const fixture = new URL('../../fixtures/reunion-2026-12-03/reunion-2026-12-03.json', import.meta.url).pathname

/** Who has a screen in this evening: facilitator and scribe at a laptop, six people on a phone. */
export const laptops = ['awa', 'elise'] as const
export const phones = ['gwenola', 'dario', 'capucine', 'leonard', 'maiwenn', 'katell'] as const
export type OnScreen = (typeof laptops)[number] | (typeof phones)[number]

/** Motion off, so that nothing waits for a sheet to slide. */
/** The fourteen people of 3 December: eight in browsers, six through the contract alone, and the hour on the wall, the one thing a test moves by itself. */
export class Circle {
  readonly hall: Hall
  /** Data of the evening, its clock, and the six without a screen. */
  readonly evening: Evening
  /** How often a page was loaded again since people are in: nobody should ever need to. */
  reloads = 0
  readonly #screens = new Map<string, Device>()

  constructor(hall: Hall) {
    this.hall = hall
    this.evening = new Evening(loadFixture(fixture), hall.server.url, hall.server)
  }

  /** Everyone takes their device out. */
  async sitsDown(): Promise<void> {
    await Promise.all([
      ...laptops.map(async (id) => this.#screens.set(id, await this.hall.laptop(this.firstName(id), { acceptDownloads: true }))),
      ...phones.map(async (id) => this.#screens.set(id, await this.hall.phone(this.firstName(id)))),
    ])
  }

  get fixture(): Evening['fixture'] {
    return this.evening.fixture
  }

  get screens(): readonly Device[] {
    return [...this.#screens.values()]
  }

  screen(id: OnScreen): Device {
    const device = this.#screens.get(id)
    if (!device) throw new Error(`${id} has no screen`)
    return device
  }

  isOnScreen(id: string): id is OnScreen {
    return this.#screens.has(id)
  }

  /** Somebody without a screen. */
  other(id: string): Person {
    return this.evening.person(id)
  }

  participant(id: string): Evening['fixture']['participants'][number] {
    const found = this.fixture.participants.find((participant) => participant.id === id)
    if (!found) throw new Error(`${id} does not come`)
    return found
  }

  fullName(id: string): string {
    return this.participant(id).name
  }

  firstName(id: string): string {
    return this.fullName(id).split(' ')[0] ?? ''
  }

  orgLabel(id: string | null | undefined): string {
    return this.fixture.organisations.find((org) => org.id === id)?.label ?? 'en son nom'
  }

  /** The clock on the wall moves on to this hour; it never goes back. */
  async itIs(hour: string): Promise<void> {
    await this.evening.clockTo(this.evening.hour(hour))
  }

  /** The board as everyone may read it. */
  async board(): Promise<Json> {
    const someone = [...this.evening.people.values()][0]
    if (!someone) throw new Error('nobody has entered yet')
    return someone.board()
  }

  /** Waits until the board shows something; answers that board. */
  async boardWhen(what: string, holds: (board: Json) => boolean): Promise<Json> {
    let board: Json = {}
    await until(what, async () => holds((board = await this.board())))
    return board
  }

  /** The participant ids of the meeting by the fixture's. */
  async idOf(id: string): Promise<string> {
    const people = (await this.board())['people'] as { id: string; name: string }[]
    const found = people.find(({ name }) => name === this.fullName(id))
    if (!found) throw new Error(`${id} is not in the circle`)
    return found.id
  }

  /** Remembers the item of that title under its number in the fixture. */
  async itemOf(number: string): Promise<string> {
    const known = this.evening.items.get(number)
    if (known) return known
    const { title } = this.evening.fixtureItem(number)
    const found = ((await this.board())['agenda'] as { id: string; title: string }[]).find((item) => item.title === title)
    if (!found) throw new Error(`« ${title} » is not on the agenda`)
    this.evening.items.set(number, found.id)
    return found.id
  }

  leaves(): void {
    for (const person of this.evening.people.values()) person.leave()
  }
}
