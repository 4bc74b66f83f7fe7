import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actId } from '../player/act-id.ts'
import { TestServer } from '../player/server.ts'
import { ask, cookieOf, type Json } from './ask.ts'
import { Circle, clockTo, EVENING, keyOf, listedItem, liveEvening } from './circle.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
})
afterAll(() => server.remove())

const whole = {
  title: 'Réunion écosystème',
  type: 'ecosystem',
  purpose: 'Décider ensemble',
  place: 'Salle du haut',
  timezone: 'Europe/Paris',
  locale: 'fr',
  scheduledStart: '2026-12-03T18:00:00+01:00',
  plannedMinutes: 90,
  organisations: [
    { id: 'org:tera', label: 'Association TERA', kind: 'structure', legalForm: 'association' },
    { id: 'com:accueil', label: 'commission Accueil', short: 'Accueil', kind: 'commission' },
  ],
  frame: ['Je peux passer sans me justifier'],
  privacy: { weather: 'held', signals: 'none', names: 'first-names', closing: 'roti-only', positions: 'roll-call' },
  audience: 'members',
  licence: 'CC BY-SA 4.0',
  glossary: { SCI: 'société civile immobilière' },
  reviewDays: 5,
}

const create = (body: unknown, language?: string) =>
  ask('POST', `${server.url}/api/meetings`, body, language === undefined ? {} : { language })

const boardOf = async (created: Json): Promise<Json> => {
  const key = keyOf((created['links'] as { join: string }).join)
  return (await ask('GET', `${server.url}/api/meetings/${String(created['meetingId'])}`, undefined, { bearer: key })).json
}

describe('what is given is what stands', () => {
  test('every field, an offset of the announced hour included', async () => {
    const { status, json } = await create(whole)
    expect(status).toBe(201)
    const board = await boardOf(json)
    const { organisations, scheduledStart, glossary, ...same } = whole
    expect(board['meeting']).toMatchObject({ ...same, glossary, status: 'scheduled', id: json['meetingId'] })
    expect(Date.parse(String((board['meeting'] as Json)['scheduledStart']))).toBe(Date.parse(scheduledStart))
    expect(board['organisations']).toEqual(organisations.map((organisation) => expect.objectContaining(organisation)))
  })

  test('the board has the sections of the contract and no other word for them', async () => {
    const board = await boardOf((await create(whole)).json)
    const sections = [
      'seq',
      'meeting',
      'organisations',
      'people',
      'roles',
      'rounds',
      'weather',
      'agenda',
      'signals',
      'decisions',
      'actions',
      'transmissions',
      'closing',
      'now',
    ]
    expect(Object.keys(board)).toEqual(expect.arrayContaining(sections))
    for (const list of ['organisations', 'people', 'rounds', 'weather', 'agenda', 'signals', 'decisions', 'actions', 'transmissions'])
      expect(board[list], list).toBeInstanceOf(Array)
    expect((board['roles'] as Json)['history']).toBeInstanceOf(Array)
  })

  test('links: one page, three secrets, each in the fragment', async () => {
    const { json } = await create(whole)
    const links = Object.values(json['links'] as Record<string, string>)
    expect(Object.keys(json['links'] as Json).toSorted()).toEqual(['host', 'join', 'observe'])
    for (const link of links) expect(link.split('#')[0]).toBe(`${server.url}/m/${String(json['meetingId'])}`)
    expect(new Set(links.map(keyOf)).size).toBe(3)
    for (const link of links) expect(keyOf(link).length).toBeGreaterThanOrEqual(22)
  })

  test('an agenda given at creation stands listed, in its order, without carriers', async () => {
    const agenda = [
      { kind: 'information', title: 'Premier', plannedMinutes: 5, expectation: 'Écouter' },
      { kind: 'concertation', title: 'Second', plannedMinutes: 15, expectation: 'Dire son avis' },
    ]
    const { status, json, text } = await create({ ...whole, agenda })
    expect(status, text).toBe(201)
    const items = (await boardOf(json))['agenda'] as Json[]
    expect(items.map((item) => [item['title'], item['kind'], item['carriers']])).toEqual(agenda.map(({ title, kind }) => [title, kind, []]))
  })
})

describe('draft and scheduled', () => {
  test.each(['scheduledStart', 'purpose'])('without %s it is a draft', async (field) => {
    const { [field]: _left, ...rest } = whole as Json
    const { status, json } = await create(rest)
    expect(status).toBe(201)
    expect((await boardOf(json))['meeting']).toMatchObject({ status: 'draft' })
  })

  test('a draft is joined, convened by its host alone, then scheduled', async () => {
    const circle = await Circle.make(server, { purpose: undefined, scheduledStart: undefined })
    const host = await circle.enter('Ada Roux', 'host')
    const other = await circle.enter('Dan Moreau')
    expect(await circle.status()).toBe('draft')
    expect(await host.act({ type: 'open' })).toMatchObject({ ok: false })
    expect(await other.act({ type: 'convene', purpose: 'À sa place', scheduledStart: EVENING })).toMatchObject({
      ok: false,
      error: 'not-permitted',
    })
    expect(await host.act({ type: 'convene', scheduledStart: EVENING })).toMatchObject({ ok: false, error: 'incomplete' })
    await host.does({ type: 'convene', purpose: 'se voir', scheduledStart: '2026-12-03T20:00:00+02:00' })
    const { meeting } = (await circle.board()) as { meeting: Json }
    expect([meeting['status'], Date.parse(String(meeting['scheduledStart']))]).toEqual(['scheduled', Date.parse('2026-12-03T18:00:00Z')])
    circle.leave()
  })
})

describe('what cannot be meant', () => {
  const bad: [string, unknown][] = [
    ['not JSON', '{ "title": '],
    ['an array', []],
    ['a title that is a number', { title: 12 }],
    ['no title', { purpose: 'x' }],
    ['an empty title', { title: '   ' }],
    ['a title of two lines', { title: 'un\ndeux' }],
    ['a time zone that is none', { title: 'x', timezone: 'Mars/Olympus' }],
    ['an hour that is none', { title: 'x', scheduledStart: 'demain soir' }],
    ['a language we do not speak', { title: 'x', locale: 'tlh' }],
    [
      'an organisation named like what every object has',
      { title: 'x', organisations: [{ id: '__proto__', label: 'x', kind: 'structure' }] },
    ],
    ['a privacy that is none', { title: 'x', privacy: { weather: 'everything' } }],
    ['minutes that are none', { title: 'x', plannedMinutes: -5 }],
  ]
  test.each(bad)('%s: 400 with a sentence in each language', async (_what, body) => {
    const [french, english] = [await create(body, 'fr-CH, en;q=0.5'), await create(body, 'de, en;q=0.9, fr;q=0.1')]
    for (const answer of [french, english]) {
      expect(answer.status).toBe(400)
      expect(answer.json).toMatchObject({ error: 'malformed', message: expect.stringMatching(/\S \S/) })
    }
    expect(french.json['message']).not.toBe(english.json['message'])
  })

  test('a body past a mebibyte is too large', async () => {
    const answer = await create({ title: 'x', purpose: 'y'.repeat(1_100_000) })
    expect([answer.status, answer.json['error']]).toEqual([413, 'too-large'])
  })
})

describe('the former meeting', () => {
  test('told in the fixture’s shapes: printed as given, numbers go on, people matched by name at join', async () => {
    const previous = {
      improvements: ['Commencer à l’heure'],
      transmissions: [{ ref: 'ECO-2026-011', title: 'Bail', to: 'org:tera', state: 'sent', date: '2026-11-06' }],
      actions: [{ ref: 'A-032', title: 'Appeler la mairie', who: ['Dan Moreau'], state: 'accepted', due: '2026-12-10', for: 'org:tera' }],
      roleHistory: [{ meeting: '2026-11-05', facilitator: 'Dan Moreau', scribe: 'Ada Roux' }],
      rolePreferences: { 'Dan Moreau': { scribe: 'gladly' } },
      items: [{ title: 'Compost', kind: 'information' }],
    }
    const circle = await Circle.make(server, { ...whole, previous })
    const ada = await circle.enter('Ada Roux', 'host')
    const dan = await circle.enter('Dan Moreau')
    const board = await circle.board()
    expect((board['actions'] as Json[]).find((action) => action['ref'] === 'A-032')).toMatchObject({ title: 'Appeler la mairie' })
    expect(JSON.stringify((board['actions'] as Json[]).find((action) => action['ref'] === 'A-032'))).toContain(dan.id)
    expect((board['people'] as Json[]).find(({ id }) => id === dan.id)).toMatchObject({ rolePreferences: { scribe: 'gladly' } })
    expect(JSON.stringify((board['roles'] as Json)['history'])).toContain('Dan Moreau')
    expect((board['transmissions'] as Json[])[0]).toMatchObject({ decisionRef: 'ECO-2026-011', to: 'org:tera' })
    await ada.does({ type: 'open' })
    const { id } = await dan.does({ type: 'create-action', title: 'Relancer' })
    expect(((await circle.board())['actions'] as Json[]).find((action) => action['id'] === id)).toMatchObject({ ref: 'A-033' })
    circle.leave()
  })

  test('named by one of its links: what is left comes along; by a wrong key: 403, a wrong id: 404', async () => {
    const former = await liveEvening(server, { organisations: whole.organisations })
    await listedItem(former, former.person('Dan Moreau'))
    await former.person('Dan Moreau').does({ type: 'create-action', title: 'Demander trois devis', forOrg: 'org:tera' })
    const given = { ...whole, previous: { meetingId: former.id, key: former.keys.observe } }
    const board = await boardOf((await create(given)).json)
    expect(board['actions']).toEqual([expect.objectContaining({ title: 'Demander trois devis', ref: 'A-001', forOrg: 'org:tera' })])
    expect((await create({ ...whole, previous: { meetingId: former.id, key: 'x'.repeat(43) } })).status).toBe(403)
    expect((await create({ ...whole, previous: { meetingId: actId(), key: former.keys.host } })).status).toBe(404)
    former.leave()
  })

  test('named by a device that was in it, by its cookie alone; or brought as the JSON of its minutes', async () => {
    const former = await liveEvening(server, { organisations: whole.organisations })
    const entered = await ask('POST', `${former.url}/join`, { key: former.keys.join, name: 'Zoé Arnaud' })
    const cookie = cookieOf(entered)
    const here = { meetingId: former.id, as: String(entered.json['participantId']) }
    await former.person('Dan Moreau').does({ type: 'create-action', title: 'Demander trois devis', forOrg: 'org:tera' })
    const by = (previous: Json, shown: { cookie?: string; origin?: string }) =>
      ask('POST', `${server.url}/api/meetings`, { ...whole, previous }, shown)
    const origin = { origin: server.url }
    const made = await by(here, { cookie, ...origin })
    expect(made.status).toBe(201)
    expect((await boardOf(made.json))['actions']).toEqual([expect.objectContaining({ ref: 'A-001', title: 'Demander trois devis' })])
    expect((await by(here, {})).status).toBe(403)
    expect((await by({ ...here, as: former.person('Dan Moreau').id }, { cookie, ...origin })).status).toBe(403)
    const minutes = (await former.minutes('json', former.person('Ada Roux').token)).json
    expect((await boardOf((await by({ minutes }, {})).json))['actions']).toEqual([
      expect.objectContaining({ ref: 'A-001', forOrg: 'org:tera', carriedOver: expect.objectContaining({ seen: false }) as Json }),
    ])
    expect((await by({ minutes: { format: 'autre' } }, {})).status).toBe(400)
    former.leave()
  })
})

describe('CREATE_KEY', () => {
  test('creating and importing need it, joining does not', async () => {
    const guarded = await TestServer.start({ CREATE_KEY: 'clef-de-la-maison' })
    const post = (path: string, body: unknown, bearer?: string) => ask('POST', `${guarded.url}${path}`, body, { bearer })
    expect((await post('/api/meetings', { title: 'x' })).status).toBe(401)
    expect((await post('/api/meetings', { title: 'x' }, 'clef-de-la-maisom')).status).toBe(401)
    expect((await post('/api/import', {})).status).toBe(401)
    const made = await post('/api/meetings', { title: 'x' }, 'clef-de-la-maison')
    expect(made.status).toBe(201)
    const key = keyOf((made.json['links'] as { join: string }).join)
    expect((await post(`/api/meetings/${String(made.json['meetingId'])}/join`, { key, name: 'Ada' })).status).toBe(200)
    expect(guarded.output).not.toContain('clef-de-la-maison')
    await guarded.remove()
  })
})
