import type { Evening } from './evening.ts'
import { list } from './evening.ts'
import { call, Person, type Json } from './person.ts'

/** Fixture people in `previous` become full names, as an outside client would send them. */
const withNames = (evening: Evening): unknown => {
  const names = new Map(evening.fixture.participants.map(({ id, name }) => [id, name]))
  const previous = structuredClone(evening.fixture.previous)
  if (!previous) return undefined
  const name = (id: string): string => names.get(id) ?? id
  const actions = (previous['actions'] ?? []) as { who: string[] }[]
  for (const action of actions) action.who = action.who.map(name)
  previous['roleHistory'] = ((previous['roleHistory'] ?? []) as Record<string, string>[]).map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([role, who]) => [role, role === 'meeting' ? who : name(who)])),
  )
  previous['rolePreferences'] = Object.fromEntries(
    Object.entries((previous['rolePreferences'] ?? {}) as Record<string, unknown>).map(([who, value]) => [name(who), value]),
  )
  return previous
}

const keyOf = (link: string): string => link.split('#')[1] ?? ''
const joinBody = (evening: Evening, id: string): Json => {
  const found = evening.fixture.participants.find((participant) => participant.id === id)
  if (!found) throw new Error(`no participant ${id}`)
  const { host, join, observe } = evening.links
  const link = id === evening.fixture.meeting._host ? host : found.standing === 'observer' ? observe : join
  return {
    key: keyOf(link),
    name: found.name,
    voices: found.voices,
    device: found.device,
    remote: found.remote,
    newcomer: found.newcomer ?? false,
  }
}

/** Somebody comes in by the contract, as the fixture says. */
export const enter = async (evening: Evening, id: string): Promise<void> => {
  evening.people.set(id, await Person.join(evening.base, evening.meetingId, joinBody(evening, id)))
}

/** The first carrier of an item brings it; `idOf` answers the participant id of a carrier. Answers the item's id. */
export const proposeItem = async (
  evening: Evening,
  id: string,
  idOf: (fixtureId: string) => string = (who) => evening.person(who).id,
): Promise<string> => {
  const item = evening.fixtureItem(id)
  const carrier = evening.person(item.carriers[0] ?? '')
  const { id: itemId } = await carrier.does({
    type: 'propose-item',
    kind: item.kind,
    title: item.title,
    carriers: item.carriers.map(idOf),
    onBehalfOf: item.onBehalfOf,
    expectation: item.expectation,
    plannedMinutes: item.planned,
    urgency: item.urgency,
    ...(item.towards ? { towards: item.towards } : {}),
    ...(item.format ? { format: item.format } : {}),
    ...(item.buildsOn ? { buildsOn: item.buildsOn.map((other) => evening.item(other)) } : {}),
  })
  evening.items.set(id, itemId)
  return itemId
}

const takeRoles = async (evening: Evening): Promise<void> => {
  const host = evening.person(evening.fixture.meeting._host)
  const accept = async (role: string, who: string, rank: string): Promise<void> => {
    const person = evening.person(who)
    if (person === host) {
      await host.does({ type: 'claim-role', role, rank })
      return
    }
    await host.does({ type: 'offer-role', role, personId: person.id, rank })
    const seat = list((await host.board())['roles'] as Json, 'seats').find((found) => found['role'] === role) ?? {}
    const held = [
      ...((seat['holders'] ?? []) as string[]),
      ...((seat['pairs'] ?? []) as string[]),
      ...((seat['backups'] ?? []) as string[]),
    ]
    evening.checks.that('AC-03', !held.includes(person.id), `${person.name} holds ${role} before accepting`)
    await person.does({ type: 'accept-role', role })
  }
  for (const { role, person, backup, second, _takenBeside } of evening.fixture.roles) {
    if (_takenBeside) continue
    await accept(role, person, 'holder')
    if (second) await accept(role, second, 'pair')
    if (backup) await accept(role, backup, 'backup')
  }
}

/** The meeting is made, with what a former one hands on. */
export const convene = async (evening: Evening): Promise<void> => {
  const { meeting } = evening.fixture
  const { status, json } = await call('POST', `${evening.base}/api/meetings`, {
    title: meeting.title,
    type: meeting.type,
    purpose: meeting.purpose,
    place: meeting.place,
    timezone: meeting.timezone,
    locale: meeting.locale ?? 'fr',
    scheduledStart: new Date(Date.parse(meeting.scheduledStart)).toISOString(),
    plannedMinutes: meeting.plannedMinutes,
    organisations: evening.fixture.organisations,
    frame: meeting.frame,
    privacy: meeting.privacy,
    audience: meeting.audience,
    licence: meeting.licence,
    reviewDays: Math.round((Date.parse(meeting.reviewUntil) - Date.parse(evening.day)) / 86_400_000),
    ...(evening.fixture.glossary ? { glossary: evening.fixture.glossary } : {}),
    ...(evening.fixture.previous ? { previous: withNames(evening) } : {}),
  })
  if (status !== 201) throw new Error(`the meeting was not made: ${status} ${JSON.stringify(json)}`)
  evening.meetingId = String(json['meetingId'])
  evening.links = json['links'] as Evening['links']
}

/** Creation, arrivals, items, opening, roles, frame. */
export const planArrival = (evening: Evening): void => {
  const { meeting, participants, agenda } = evening.fixture
  const arrival = meeting._arrival ?? '17:50'
  const start = participants.map(({ joinedAt }) => joinedAt).toSorted()[0] ?? '18:00'
  evening.at(arrival, 0, 'the meeting is convened', () => convene(evening))
  for (const { id, name, joinedAt } of participants) {
    const early = joinedAt === start
    evening.at(early ? arrival : joinedAt, id === meeting._host ? 1 : 2, `${name} comes in`, async () => {
      await enter(evening, id)
      if (!early) await evening.person(id).does({ type: 'agree-frame' })
    })
  }
  for (const item of agenda) {
    const last =
      item.carriers
        .map((who) => participants.find(({ id }) => id === who)?.joinedAt ?? start)
        .toSorted()
        .at(-1) ?? start
    evening.at(last === start ? arrival : last, 3, `item ${item.id} is proposed`, async () => {
      const itemId = await proposeItem(evening, item.id)
      const lister = evening.people.get(meeting._host) ?? evening.person(item.carriers[0] ?? '')
      await lister.does({ type: 'list-item', itemId })
    })
  }
  evening.at(start, 0, 'the meeting opens', async () => {
    await evening.person(meeting._host).does({ type: 'open' })
  })
  evening.at(instantPlus(evening, start, 2), 0, 'roles are taken', () => takeRoles(evening))
  evening.at(instantPlus(evening, start, 4), 0, 'the frame is agreed', async () => {
    for (const person of evening.people.values()) await person.does({ type: 'agree-frame' })
  })
}

const instantPlus = (evening: Evening, hour: string, minutes: number): number => evening.hour(hour) + minutes * 60_000
