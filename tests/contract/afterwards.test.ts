import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { ask, type Json } from './ask.ts'
import { clockTo, EVENING, keyOf, listedItem, liveEvening, sealedBy, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 })
const formats = ['md', 'dokuwiki', 'mediawiki', 'html', 'json'] as const
let server: TestServer
let circle: Circle
let [ada, ben, kim, dan, eve]: Person[] = []
const decisions: string[] = []
let inbox = ''

const inboxUrl = (token: string): string => `${server.url}/api/inbox/${token.split('/').at(-1)}`
const adopt = async (title: string): Promise<string> => {
  const itemId = await listedItem(circle, dan as Person, { kind: 'decision', title })
  await ada?.does({ type: 'open-item', itemId })
  const { id: decisionId } = await (dan as Person).does({
    type: 'propose',
    itemId,
    title,
    text: `${title}, pour un an.`,
    responsible: 'org:sci',
    reviewOn: '2027-06-01',
    reactionUntil: '2027-01-15',
  })
  await ben?.does({ type: 'set-summary', decisionId, step: 'feelings', text: 'Dit en tour.' })
  for (const from of ['proposal', 'clarification', 'feelings', 'amendment']) await ada?.does({ type: 'next-step', decisionId, from })
  for (const person of circle.people.values())
    if (person.name !== 'Oda Blanc') await person.does({ type: 'give-position', decisionId, round: 1, position: 'no-objection' })
  await ada?.does({ type: 'reveal', decisionId, round: 1 })
  await ada?.does({ type: 'next-step', decisionId, from: 'objections' })
  await kim?.does({ type: 'adopt', decisionId, version: 1 })
  await ada?.does({ type: 'close-item', itemId, nextStep: 'transmettre' })
  return decisionId
}

beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
  circle = await liveEvening(server)
  ;[ada, ben, kim, dan, eve] = ['Ada Roux', 'Ben Petit', 'Kim Durand', 'Dan Moreau', 'Eve Simon'].map((name) => circle.person(name))
  await ada?.does({ type: 'set-phase', from: 'welcome', to: 'agenda' })
  for (const title of ['Louer la grange', 'Acheter un four']) decisions.push(await adopt(title))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

/** A meeting made to follow another, by that one's host. */
const following = async (meetingId: string, key: string): Promise<{ id: string; key: string; url: string }> => {
  const given = { title: 'La suite', purpose: 'suivre', scheduledStart: EVENING, previous: { meetingId, key } }
  const { json } = await ask('POST', `${server.url}/api/meetings`, given)
  const id = String(json['meetingId'])
  return { id, key: keyOf((json['links'] as Record<'host', string>).host), url: `${server.url}/api/meetings/${id}` }
}

const decision = async (id: string | undefined): Promise<Json> =>
  ((await circle.board())['decisions'] as Json[]).find((found) => found['id'] === id) ?? {}
const answer = (act: Json, token = inbox) => ask('POST', inboxUrl(token), { act }, { language: 'fr' })

describe('a structure’s inbox', () => {
  test('`transmit` gives its sender the address, and nobody else reads it', async () => {
    expect(await eve?.act({ type: 'transmit', decisionId: decisions[0] })).toMatchObject({ ok: false })
    await ada?.does({ type: 'close', postponeRest: true })
    for (const decisionId of decisions) {
      const { result, facts } = await (kim as Person).does({ type: 'transmit', decisionId })
      inbox = (result as { inbox: Record<string, string> }).inbox['org:sci'] ?? ''
      expect(inbox.length).toBeGreaterThanOrEqual(22)
      expect(JSON.stringify(facts)).not.toContain(inbox)
    }
    expect(JSON.stringify(await circle.board())).not.toContain(inbox)
    for (const person of circle.othersThan(kim)) expect(person.received(inbox)).toBe(false)
    expect(server.filesWith(inbox)).toEqual([])
    expect(server.output).not.toContain(inbox)
  })

  test('shows what was sent to it and no more: no person, no word of the meeting', async () => {
    const { status, json, text } = await ask('GET', inboxUrl(inbox))
    expect(status).toBe(200)
    expect(new Set((json['decisions'] as Json[]).map((found) => found['text']))).toEqual(
      new Set(['Acheter un four, pour un an.', 'Louer la grange, pour un an.']),
    )
    for (const name of circle.people.keys()) expect(text).not.toContain(name)
    expect(text).not.toContain('Dit en tour')
  })

  test('an address that is none: 404', async () => {
    for (const token of ['x'.repeat(43), 'no', '%2e%2e']) {
      expect((await ask('GET', inboxUrl(token))).status).toBe(404)
      expect((await answer({ type: 'receive', decisionId: decisions[0] }, token)).status).toBe(404)
    }
  })

  test('receive, then register: the decision is in force, with the structure’s reference; meetings made before hear of it [D11, G4]', async () => {
    const [decisionId] = decisions
    const next = await following(circle.id, circle.keys.host)
    const third = await following(next.id, next.key)
    expect((await decision(decisionId))['legalEffect']).toBe('pending')
    expect((await answer({ type: 'receive', decisionId })).status).toBe(200)
    const refused = await answer({ type: 'register', decisionId })
    expect([refused.status, refused.json['error']]).toEqual([400, 'malformed'])
    expect((await answer({ type: 'register', decisionId, structureRef: 'SCI-2026-04', organ: 'gérance', date: '2026-12-05' })).status).toBe(
      200,
    )
    expect((await decision(decisionId))['legalEffect']).toBe('in-force')
    expect(JSON.stringify((await circle.board())['transmissions'])).toContain('SCI-2026-04')
    for (const later of [next, third]) {
      const { transmissions } = (await ask('GET', later.url, undefined, { bearer: later.key })).json
      expect(transmissions).toContainEqual(
        expect.objectContaining({
          carriedOver: true,
          status: 'registered',
          registered: expect.objectContaining({ structureRef: 'SCI-2026-04' }) as Json,
        }),
      )
      expect((transmissions as Json[]).filter(({ status }) => status === 'registered')).toHaveLength(1)
    }
    expect((await answer({ type: 'return', decisionId, reason: 'finalement non' })).status).toBe(409)
  })

  test('after sealing it may still return one, with its reason: a feedback to it on the agenda of a meeting made before; the sealed minutes keep their bytes [§2.4.7, V5]', async () => {
    await sealedByAll()
    const next = await following(circle.id, circle.keys.host)
    const third = await following(next.id, next.key)
    const before = await Promise.all(formats.map(async (format) => (await circle.minutes(format, String(ada?.token))).text))
    const [, decisionId] = decisions
    expect((await answer({ type: 'return', decisionId, reason: 'contraire au bail' })).status).toBe(200)
    expect(JSON.stringify((await circle.board())['transmissions'])).toContain('contraire au bail')
    const agendaOf = async ({ url, key }: typeof next) => (await ask('GET', url, undefined, { bearer: key })).json['agenda']
    const feedback = { kind: 'feedback', title: 'Acheter un four', towards: 'org:sci', context: 'contraire au bail', status: 'proposed' }
    expect(await agendaOf(next)).toEqual([expect.objectContaining(feedback)])
    expect(await agendaOf(third)).toEqual([])
    const after = await Promise.all(formats.map(async (format) => (await circle.minutes(format, String(ada?.token))).text))
    expect(after).toEqual(before)
  })

  test('it does nothing but its three acts, on what was sent to it', async () => {
    for (const act of [
      { type: 'reopen', reason: 'x' },
      { type: 'seal' },
      { type: 'transmit', decisionId: decisions[0] },
      { type: 'join' },
      { type: 'redact', kind: 'name', id: dan?.id },
    ]) {
      expect([400, 403, 409], JSON.stringify(act)).toContain((await answer(act)).status)
    }
    expect((await answer({ type: 'receive', decisionId: 'AUTRE' })).status).toBe(409)
    expect(await circle.status()).toBe('sealed')
    expect((await ask('GET', circle.url, undefined, { bearer: inbox })).status).toBe(401)
  })
})

const sealedByAll = async (): Promise<void> => {
  for (const person of circle.people.values()) await person.does({ type: 'agree-review' })
  await ada?.does({ type: 'seal' })
  await ben?.does({ type: 'seal' })
  expect(await circle.status()).toBe('sealed')
}

describe('after sealing', () => {
  const late = (person: Person | undefined, body?: Json) =>
    ask(body === undefined ? 'GET' : 'POST', `${circle.url}/late`, body, { bearer: person?.token })

  test('late words are their author’s and the scribe’s, and change no minutes', async () => {
    expect((await late(dan, { text: 'arrivé dans le train du retour' })).status).toBe(201)
    for (const [person, sees] of [
      [dan, true],
      [ben, true],
      [ada, false],
      [eve, false],
    ] as const)
      expect((await late(person)).text.includes('train du retour'), person?.name).toBe(sees)
    expect((await late(undefined)).status).toBe(401)
    expect((await late(dan, { text: '' })).status).toBe(400)
    expect((await ask('GET', `${circle.url}/late`, undefined, { bearer: circle.keys.host })).status).toBe(401)
    expect((await circle.minutes('md', String(ada?.token))).text).not.toContain('train du retour')
    expect(server.filesWith('train du retour')).toEqual([])
  })

  test('late words of a meeting that is not sealed are refused: they are words', async () => {
    const live = await liveEvening(server)
    const { status } = await ask('POST', `${live.url}/late`, { text: 'trop tôt' }, { bearer: live.person('Dan Moreau').token })
    expect(status).toBe(409)
    live.leave()
  })

  test('the acts that remain are those of the contract', async () => {
    const itemId = String(((await circle.board())['agenda'] as Json[])[0]?.['id'])
    const gone = [
      { type: 'open' },
      { type: 'close' },
      { type: 'seal' },
      { type: 'give-weather', value: 'sun' },
      { type: 'add-note', itemId, text: 'x' },
      { type: 'set-privacy', weather: 'held' },
      { type: 'withdraw-entry', kind: 'weather' },
      { type: 'claim-role', role: 'facilitator' },
      { type: 'propose-item', kind: 'information', title: 'x' },
      { type: 'whisper', text: 'x' },
      { type: 'set-glossary', glossary: {} },
    ]
    for (const act of gone) expect((await ada?.actByHttp(act))?.status, act.type).toBe(409)
    expect(
      await ada?.actByHttp({ type: 'react', decisionId: decisions[0], reactionType: 'support', text: 'je suis contente' }),
    ).toMatchObject({ status: 200 })
    expect(
      await dan?.actByHttp({ type: 'ask-correction', place: 'Décisions', before: 'un an', after: 'deux ans', kind: 'spelling' }),
    ).toMatchObject({ status: 200 })
  })
})

describe('POST /api/import', () => {
  const imported = (body: string) => ask('POST', `${server.url}/api/import`, body, { headers: { 'content-type': 'application/json' } })

  test('[AC-30] a JSON export becomes a sealed meeting of the same minutes', async () => {
    const other = await liveEvening(server)
    await sealedBy(other, other.person('Ada Roux'), other.person('Ben Petit'))
    const record = (await other.minutes('json', other.keys.join)).text
    const { status, json } = await imported(record)
    expect(status).toBe(201)
    const key = String((json['links'] as { observe: string }).observe.split('#')[1])
    const url = `${server.url}/api/meetings/${String(json['meetingId'])}`
    for (const format of formats)
      expect((await ask('GET', `${url}/minutes.${format}`, undefined, { bearer: key })).text).toBe(
        (await other.minutes(format, other.keys.join)).text,
      )
    expect(((await ask('GET', url, undefined, { bearer: key })).json['meeting'] as Json)['status']).toBe('sealed')
    expect((await ask('GET', `${url}/minutes.md`, undefined, { bearer: other.keys.join })).status).toBe(401)
    other.leave()
  })

  test('an export that somebody tampered with runs nothing in the page and breaks out of no header', async () => {
    const record = JSON.parse((await circle.minutes('json', circle.keys.join)).text) as { meeting: Json }
    const hostile = '<img src=x onerror=alert(1)>"; filename="x\\'
    const { status, json } = await imported(
      JSON.stringify({ ...record, meeting: { ...record.meeting, title: hostile, purpose: hostile, place: 'javascript:alert(1)' } }),
    )
    expect(status).toBe(201)
    const key = String((json['links'] as { join: string }).join.split('#')[1])
    for (const format of formats) {
      const minutes = await ask('GET', `${server.url}/api/meetings/${String(json['meetingId'])}/minutes.${format}`, undefined, {
        bearer: key,
      })
      expect([format, minutes.status]).toEqual([format, 200])
      expect(minutes.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
      expect(format === 'html' && minutes.text.includes('<img src=x')).toBe(false)
    }
    for (const meeting of [{ timezone: 'Mars/Olympus' }, { title: 'deux\nlignes' }, { title: 7 }, { title: null }]) {
      expect(
        (await imported(JSON.stringify({ ...record, meeting: { ...record.meeting, ...meeting } }))).status,
        JSON.stringify(meeting),
      ).toBe(400)
    }
  })

  test('what is no export is refused with a sentence', async () => {
    for (const body of ['', '{', '[]', '{}', '{"meeting":{"title":12}}', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`]) {
      const { status, json } = await imported(body)
      expect(status, body.slice(0, 30)).toBe(400)
      expect(json['message']).toMatch(/\S \S/)
    }
  })
})
