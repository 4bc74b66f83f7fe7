import { Person } from '../player/person.ts'
import type { TestServer } from '../player/server.ts'
import { ask, type Json, type Reply } from './ask.ts'

// Each y-websocket provider listens for the end of the process: a whole circle in one process is more than Node expects.
process.setMaxListeners(200)

export type Link = 'host' | 'join' | 'observe'

/** 18:00 in Paris, on a Thursday in December. */
export const EVENING = '2026-12-03T17:00:00.000Z'

export const keyOf = (link: string): string => link.split('#')[1] ?? ''

/** Moves the record's clock of a server started with `CLOCK=manual`. */
export const clockTo = async (server: TestServer, to: string | number): Promise<void> => {
  const { status, text } = await ask('POST', `${server.url}/api/test/clock`, { to: new Date(to).toISOString() })
  if (status !== 200) throw new Error(`the clock did not move: ${text}`)
}

/** One meeting on a server, made and entered through the contract alone. */
export class Circle {
  readonly server: TestServer
  readonly id: string
  readonly keys: Readonly<Record<Link, string>>
  readonly people = new Map<string, Person>()

  private constructor(server: TestServer, id: string, keys: Record<Link, string>) {
    this.server = server
    this.id = id
    this.keys = keys
  }

  static async make(server: TestServer, given: Json = {}): Promise<Circle> {
    const body = { title: 'Réunion d’essai', purpose: 'éprouver le contrat', scheduledStart: EVENING, ...given }
    const { status, json, text } = await ask('POST', `${server.url}/api/meetings`, body)
    if (status !== 201) throw new Error(`the meeting was not made: ${status} ${text}`)
    const links = json['links'] as Record<Link, string>
    return new Circle(server, String(json['meetingId']), {
      host: keyOf(links.host),
      join: keyOf(links.join),
      observe: keyOf(links.observe),
    })
  }

  get url(): string {
    return `${this.server.url}/api/meetings/${this.id}`
  }

  /** Somebody comes by a link, with a socket of their own. */
  async enter(name: string, link: Link = 'join', body: Json = {}): Promise<Person> {
    const person = await Person.join(this.server.url, this.id, { key: this.keys[link], name, ...body })
    this.people.set(name, person)
    return person
  }

  person(name: string): Person {
    const person = this.people.get(name)
    if (person === undefined) throw new Error(`${name} is not in this meeting`)
    return person
  }

  othersThan(...people: readonly (Person | undefined)[]): Person[] {
    return [...this.people.values()].filter((person) => !people.includes(person))
  }

  /** The board as anybody of the meeting reads it. */
  async board(): Promise<Json> {
    const someone = [...this.people.values()][0]
    return (await ask('GET', this.url, undefined, { bearer: someone?.token })).json
  }

  async status(): Promise<string> {
    return String(((await this.board())['meeting'] as Json)['status'])
  }

  minutes(format: string, bearer: string): Promise<Reply> {
    return ask('GET', `${this.url}/minutes.${format}`, undefined, { bearer })
  }

  act(person: Person, act: unknown, id: string, language?: string): Promise<Reply> {
    return ask('POST', `${this.url}/acts`, { id, act }, { bearer: person.token, ...(language !== undefined && { language }) })
  }

  leave(): void {
    for (const person of this.people.values()) person.leave()
  }
}

/**
 * A live evening of eight: Ada leads (and is host), Ben writes, Gwen watches over the mood, Kim keeps decisions; Dan, Eve and Fil take part; Oda observes.
 */
export const liveEvening = async (server: TestServer, given: Json = {}): Promise<Circle> => {
  const circle = await Circle.make(server, given)
  await circle.enter('Ada Roux', 'host', { device: 'laptop' })
  for (const name of ['Ben Petit', 'Gwen Le Bras', 'Kim Durand', 'Dan Moreau', 'Eve Simon', 'Fil Garnier']) await circle.enter(name)
  await circle.enter('Oda Blanc', 'observe')
  for (const person of circle.people.values()) await person.does({ type: 'agree-frame' })
  await circle.person('Ada Roux').does({ type: 'open' })
  const roles = { 'Ada Roux': 'facilitator', 'Ben Petit': 'scribe', 'Gwen Le Bras': 'moodWatcher', 'Kim Durand': 'decisionKeeper' }
  for (const [name, role] of Object.entries(roles)) await circle.person(name).does({ type: 'claim-role', role, rank: 'holder' })
  return circle
}

/** An item that is on the agenda, carried by who proposes it. */
export const listedItem = async (circle: Circle, by: Person, given: Json = {}): Promise<string> => {
  const item = {
    type: 'propose-item',
    kind: 'information',
    title: 'Le chauffage',
    expectation: 'Que chacun sache',
    plannedMinutes: 10,
    ...given,
  }
  const { id } = await by.does(item)
  await circle.person('Ada Roux').does({ type: 'list-item', itemId: id })
  return id
}

/** Closes, lets everyone agree, turns both keys. */
export const sealedBy = async (circle: Circle, first: Person, second: Person): Promise<void> => {
  await circle.person('Ada Roux').does({ type: 'close', postponeRest: true })
  for (const person of circle.people.values()) await person.does({ type: 'agree-review' })
  await first.does({ type: 'seal' })
  await second.does({ type: 'seal' })
}
