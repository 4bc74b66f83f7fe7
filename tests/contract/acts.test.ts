import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actId } from '../player/act-id.ts'
import { TestServer } from '../player/server.ts'
import { ask, type Json } from './ask.ts'
import { listedItem, liveEvening, type Circle } from './circle.ts'
import type { Person } from '../player/person.ts'

let server: TestServer
let circle: Circle
let [ada, dan, oda]: Person[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
  ;[ada, dan, oda] = ['Ada Roux', 'Dan Moreau', 'Oda Blanc'].map((name) => circle.person(name))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const post = (body: unknown, bearer?: string) => ask('POST', `${circle.url}/acts`, body, { bearer, language: 'fr' })
const propose = { type: 'propose-item', kind: 'information', title: 'Le bois', expectation: 'Écouter', plannedMinutes: 5 }

describe('the envelope', () => {
  test('an act that is taken says its place and its facts; its id is the id of what it makes', async () => {
    const id = actId()
    const { status, json } = await post({ id, act: propose }, dan?.token)
    expect(status).toBe(200)
    expect(json).toMatchObject({ seq: expect.any(Number), facts: [expect.objectContaining({ type: expect.any(String) })] })
    expect(((await circle.board())['agenda'] as Json[]).map((item) => item['id'])).toContain(id)
    expect(Number((await circle.board())['seq'])).toBeGreaterThanOrEqual(Number(json['seq']))
  })

  const bad: [string, unknown][] = [
    ['no body', undefined],
    ['not JSON', '{'],
    ['null', null],
    ['no id', { act: propose }],
    ['an id that is no ULID', { id: 'un', act: propose }],
    ['no act', { id: actId() }],
    ['a type nobody knows', { id: actId(), act: { type: 'make-coffee' } }],
    ['a type that every object has', { id: actId(), act: { type: 'constructor' } }],
    ['a type that is a list', { id: actId(), act: { type: ['open'] } }],
    ['a field of another form', { id: actId(), act: { ...propose, plannedMinutes: 'ten' } }],
    ['control characters', { id: actId(), act: { ...propose, title: 'a\u0000b' } }],
    ['half of a character', { id: actId(), act: { ...propose, title: 'a\ud800b' } }],
    ['a title too long', { id: actId(), act: { ...propose, title: 'x'.repeat(10_000) } }],
    ['what a rule needs to have been seen, left out', { id: actId(), act: { type: 'set-phase', to: 'weather' } }],
  ]
  test.each(bad)('%s: 400 and a sentence', async (_what, body) => {
    const { status, json } = await post(body, ada?.token)
    expect([status, json['error']]).toEqual([400, 'malformed'])
    expect(json['message']).toMatch(/\S \S/)
  })
})

test('JSON as deep as a well is no fault', async () => {
  const { status } = await post(`{"id":"${actId()}","act":{"type":"open","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`, ada?.token)
  expect([400, 409]).toContain(status)
})

describe('once only', () => {
  test('the same id again: the first answer, nothing twice', async () => {
    const id = actId()
    const first = await post({ id, act: propose }, dan?.token)
    const [again, overSocket] = [await post({ id, act: { ...propose, title: 'Un autre titre' } }, dan?.token), await dan?.act(propose, id)]
    expect(again.json).toEqual(first.json)
    expect(overSocket).toMatchObject({ ok: true, seq: first.json['seq'] })
    expect(((await circle.board())['agenda'] as Json[]).filter((item) => item['id'] === id)).toMatchObject([{ title: 'Le bois' }])
  })

  test('twice at the same moment: both get one answer', async () => {
    const id = actId()
    const answers = await Promise.all(Array.from({ length: 5 }, () => post({ id, act: propose }, dan?.token)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(((await circle.board())['agenda'] as Json[]).filter((item) => item['id'] === id)).toHaveLength(1)
  })

  test('somebody else’s id: refused, and the answer of the first stays theirs', async () => {
    const id = actId()
    await post({ id, act: propose }, dan?.token)
    const thief = await post({ id, act: propose }, ada?.token)
    expect([thief.status, thief.json['error']]).toEqual([409, 'already-there'])
    expect(thief.json['facts']).toBeUndefined()
  })

  test('an act refused by a rule is refused again under its id, whatever has happened since; asked anew, it is judged anew', async () => {
    const itemId = await listedItem(circle, dan as Person)
    const id = actId()
    const early = await post({ id, act: { type: 'close-item', itemId, nextStep: 'rien' } }, ada?.token)
    expect(early.status).toBe(409)
    await ada?.does({ type: 'open-item', itemId })
    await dan?.does({ type: 'add-note', itemId, text: 'On coupe à vingt heures.' })
    const again = await post({ id, act: { type: 'close-item', itemId, nextStep: 'rien' } }, ada?.token)
    expect([again.status, again.json]).toEqual([409, early.json])
    const anew = await post({ id: actId(), act: { type: 'close-item', itemId, nextStep: 'rien' } }, ada?.token)
    expect(anew.status, anew.text).toBe(200)
  })
})

describe('refusals', () => {
  test('409 `moved-on` when the act saw another state, and nothing changed', async () => {
    const { phase } = (await circle.board())['now'] as Json
    const late = await post({ id: actId(), act: { type: 'set-phase', from: 'closing', to: 'wrap-up' } }, ada?.token)
    expect([late.status, late.json['error']]).toEqual([409, 'moved-on'])
    expect(((await circle.board())['now'] as Json)['phase']).toBe(phase)
    const noTurn = await post({ id: actId(), act: { type: 'end-turn', turnId: actId() } }, ada?.token)
    expect(noTurn.status).toBe(409)
  })

  test('401 without or with a false token, 403 for a hat one does not wear, 404 without a meeting', async () => {
    const open = { id: actId(), act: { type: 'close' } }
    expect((await post(open)).status).toBe(401)
    expect((await post(open, 'x'.repeat(43))).status).toBe(401)
    expect((await post(open, circle.keys.host)).status, 'the key of a link is no person').toBe(401)
    expect((await post(open, oda?.token)).status).toBe(403)
    expect((await ask('POST', `${server.url}/api/meetings/${actId()}/acts`, open, { bearer: ada?.token })).status).toBe(404)
    expect((await ask('POST', `${server.url}/api/meetings/..%2F..%2Fetc/acts`, open, { bearer: ada?.token })).status).toBe(404)
    expect(await circle.status()).toBe('live')
  })

  test('an act that names nobody of this meeting is refused by a rule: 401 is for who asks', async () => {
    const named = await post({ id: actId(), act: { ...propose, carriers: [actId()] } }, dan?.token)
    expect([named.status, named.json['error']]).toEqual([409, 'unknown-person'])
    const item = await post({ id: actId(), act: { type: 'open-item', itemId: actId() } }, ada?.token)
    expect([item.status, item.json['error']]).toEqual([409, 'no-such-thing'])
  })

  test('a body too large: 413', async () => {
    const answer = await post({ id: actId(), act: { ...propose, title: 'x'.repeat(1_100_000) } }, dan?.token)
    expect([answer.status, answer.json['error']]).toEqual([413, 'too-large'])
  })

  test('whoever tries keys is told to slow down, and when to come back', async () => {
    const own = await TestServer.start()
    const { json } = await ask('POST', `${own.url}/api/meetings`, { title: 'x' })
    const join = () => ask('POST', `${own.url}/api/meetings/${String(json['meetingId'])}/join`, { key: actId().repeat(2), name: 'Ada' })
    const answers = []
    for (let guess = 0; guess < 60; guess++) answers.push(await join())
    const slowed = answers.find(({ status }) => status === 429)
    expect(slowed?.json).toMatchObject({ error: 'too-many', message: expect.stringMatching(/\S \S/) })
    expect(Number(slowed?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(answers.some(({ status }) => status === 200)).toBe(false)
    await own.remove()
  })

  test('the sentence follows Accept-Language; the code does not', async () => {
    const close = (language: string) => circle.act(oda as Person, { type: 'close' }, actId(), language)
    const said = new Map<string, Json>()
    for (const language of ['fr', 'en', 'en-GB,en;q=0.9', 'de;q=1, fr;q=0.2', 'tlh', '', '*', ';;;q=x'])
      said.set(language, (await close(language)).json)
    expect(new Set([...said.values()].map((json) => json['error'])).size).toBe(1)
    expect(said.get('en')?.['message']).not.toBe(said.get('fr')?.['message'])
    expect(said.get('en-GB,en;q=0.9')?.['message']).toBe(said.get('en')?.['message'])
    for (const french of ['de;q=1, fr;q=0.2', 'tlh', '']) expect(said.get(french)?.['message']).toBe(said.get('fr')?.['message'])
  })
})

describe('GET /api/acts', () => {
  const named =
    `convene cancel open set-phase pause resume close interrupt agree-review seal reopen set-privacy set-frame agree-frame set-audience set-glossary set-next-meeting
    set-voices enter-person leave set-standing offer-role claim-role accept-role decline-role hand-over-role ask-handover set-role-preference
    start-round start-turn end-turn pass-turn end-round give-weather pass-weather propose-item list-item order-items set-item open-item pause-item resume-item close-item postpone-item withdraw-item plan-minutes agree-overrun
    add-note edit-note hide-note re-attribute withdraw-entry support-idea ask-floor leave-floor give-floor end-floor
    whisper read-whisper answer-whisper raise-signal acknowledge-signal care-signal settle-signal ask-consents consent-handover refuse-handover hand-over-signal carry-signal withdraw-signal
    propose amend next-step previous-step give-position reveal state-objection test-objection lift-objection confirm-objection improve keep-improvement declare-interest set-summary adopt withdraw-proposal return-decision suspend-decision
    set-advice ask-advice give-advice answer-advice conclude-advice set-broadcast react answer-reaction state-feedback answer-feedback close-feedback learn-from-feedback set-sovereignty
    create-action accept-action give-back-action update-action help-action give-closing pass-closing ask-correction accept-correction redact transmit receive register return`.split(
      /\s+/,
    )

  test('a schema for every act of the contract, each naming its type', async () => {
    const { status, json } = await ask('GET', `${server.url}/api/acts`)
    expect(status).toBe(200)
    expect(Object.keys(json)).toEqual(expect.arrayContaining(named))
    for (const type of named) {
      const schema = json[type] as { type: string; properties: Record<string, Json>; required: string[] }
      expect(schema.properties['type'], type).toMatchObject({ const: type })
      expect(schema.required, type).toContain('type')
    }
  })

  test('what a rule needs to have been seen is required', async () => {
    const { json } = await ask('GET', `${server.url}/api/acts`)
    const needs = {
      'set-phase': 'from',
      'end-turn': 'turnId',
      'pass-turn': 'turnId',
      'give-position': 'round',
      reveal: 'round',
      adopt: 'version',
      amend: 'from',
      'next-step': 'from',
      'end-floor': 'turnId',
    }
    for (const [type, field] of Object.entries(needs)) expect((json[type] as { required: string[] }).required, type).toContain(field)
  })
})
