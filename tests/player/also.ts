import type { Evening } from './evening.ts'
import type { Also } from './fixture.ts'
import { call, Person, type Json } from './person.ts'
import { until } from './until.ts'

const read = (board: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, part) => {
    if (Array.isArray(found)) {
      const [key, value] = part.split('=')
      return value === undefined
        ? (found.find((entry: Json) => entry['id'] === part || entry['role'] === part) ?? found[Number(part)])
        : found.find((entry: Json) => entry[key ?? ''] === value)
    }
    return (found as Json | undefined)?.[part]
  }, board)

/** `@item:4`, `@person:awa`, `@signal:S1`, `@decision`, or `@at:<path>`: what a path of the board holds. */
const named = (evening: Evening, board: Json, name: string): unknown => {
  const [kind, ...rest] = name.slice(1).split(':')
  const id = rest.join(':')
  switch (kind) {
    case 'item':
      return evening.item(id)
    case 'person':
      return evening.person(id).id
    case 'signal':
      return evening.signals.get(id)
    case 'decision':
      return evening.decisionId
    case 'at':
      return valueAt(evening, board, id)
    default:
      throw new Error(`nothing is named ${name}`)
  }
}

const valueAt = (evening: Evening, board: Json, path: string): unknown =>
  read(
    board,
    path.split('/').map((part) => (part.startsWith('@') ? String(named(evening, board, part)) : part)),
  )

const resolved = (evening: Evening, board: Json, value: unknown): unknown => {
  if (typeof value === 'string') return value.startsWith('@') ? named(evening, board, value) : value
  if (Array.isArray(value)) return value.map((one) => resolved(evening, board, one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(evening, board, one)]))
}

const holdsAll = (actual: unknown, expected: Json): boolean =>
  Object.entries(expected).every(([key, value]) => JSON.stringify((actual as Json | undefined)?.[key]) === JSON.stringify(value))

const byContact = async (evening: Evening, org: string, act: unknown): Promise<void> => {
  const inbox = evening.inbox[org]
  if (!inbox) throw new Error(`nothing was sent to ${org}`)
  const { status, text } = await call('POST', `${evening.base}/api/inbox/${inbox.split('/').at(-1)}`, { act })
  if (status !== 200) throw new Error(`the contact of ${org} was answered ${status}: ${text}`)
}

const nextHas = async (evening: Evening, name: string, expected: Json): Promise<void> => {
  const { status, json, text } = await call('POST', `${evening.base}/api/meetings`, {
    title: 'Réunion suivante',
    previous: { meetingId: evening.meetingId, key: evening.links.host.split('#')[1] },
  })
  evening.checks.equal(name, status, 201, `creation of the next meeting: ${text}`)
  const key = String((json['links'] as { host: string }).host.split('#')[1])
  const host = await Person.join(evening.base, String(json['meetingId']), { key, name: 'Awa Ferrand' })
  const agenda = ((await host.board())['agenda'] ?? []) as Json[]
  evening.checks.that(
    name,
    agenda.some((item) => holdsAll(item, expected)),
    `no point ${JSON.stringify(expected)} in the next meeting: ${JSON.stringify(agenda)}`,
  )
  host.leave()
}

/** Their device falls silent, and the server has heard it before the clock goes on. */
const silence = async (person: Person): Promise<void> => {
  const closed = person.closes.length
  person.disconnect()
  await until(`${person.name}’s socket is closed`, () => person.closes.length > closed)
  await person.board()
}

const run = async (evening: Evening, name: string, also: Also): Promise<void> => {
  if (also.nextHas) return nextHas(evening, name, also.nextHas)
  const board = await evening.facilitator.board()
  const act = resolved(evening, board, also.act) as Json | undefined
  if (also.who.startsWith('contact:')) return byContact(evening, also.who.slice('contact:'.length), act)
  const person = evening.person(also.who)
  if (also.goes === 'offline') await silence(person)
  if (also.goes === 'online') await person.connect()
  if (act && also.refused) await evening.refused(name, person, act, also.refused)
  else if (act) {
    const { result } = await person.does(act)
    if (also.result)
      evening.checks.that(name, holdsAll(result, also.result), `${person.name}’s ${String(act['type'])} answered ${JSON.stringify(result)}`)
  }
  for (const [path, value] of Object.entries(also.reads ?? {})) {
    const expected = JSON.stringify(resolved(evening, board, value) ?? null)
    const found = async (): Promise<string> => JSON.stringify(valueAt(evening, await person.board(), path) ?? null)
    // What the server's clock brings is there a moment after the clock was moved.
    await until(`${name}: ${path} is ${expected}`, async () => (await found()) === expected).catch(async () =>
      evening.checks.equal(name, JSON.parse(await found()), JSON.parse(expected), path),
    )
  }
}

/** What a variant adds to the evening; its assertions carry the variant's name. */
export const planAlso = (evening: Evening): void => {
  const name = evening.fixture._variant?.id ?? 'also'
  for (const also of evening.fixture._also ?? []) {
    const when = also.at.includes('T') ? Date.parse(also.at) : also.at
    const what = (also.act?.['type'] as string | undefined) ?? also.goes ?? (also.nextHas ? 'the next meeting' : 'reads')
    evening.at(when, also.order ?? 9, `${name}: ${also.who} ${what}`, () => run(evening, name, also))
  }
}
