import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { actId } from '../player/act-id.ts'
import { TestServer } from '../player/server.ts'
import { ask, type Json } from './ask.ts'
import { Circle, clockTo, EVENING, keyOf, listedItem, liveEvening, sealedBy } from './circle.ts'
import { RawSocket } from './raw-socket.ts'
import * as Y from 'yjs'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let server: TestServer
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
})
afterAll(() => server.remove())

/** One request said byte by byte; what came back. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.end(text))
    let said = ''
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.once('close', () => resolve(said))
    socket.once('error', reject)
  })

describe('addresses', () => {
  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fserver%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/%00',
  ])('%s leads out of nothing', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 [234]\d\d/)
    expect(answer).not.toMatch(/"dependencies"|root:x:|"private"/)
  })

  test('what every object has is no meeting', async () => {
    for (const id of ['__proto__', 'constructor', 'toString', '%00', '..', '%2e%2e', "' OR 1=1", '💥'.repeat(20)]) {
      for (const path of ['', '/links', '/confidences', '/minutes.md', '/late', '/generations/1'])
        expect((await ask('GET', `${server.url}/api/meetings/${encodeURIComponent(id)}${path}`)).status, `${id}${path}`).toBe(404)
    }
  })

  test('nobody else’s page may read an answer', async () => {
    const { headers } = await ask('GET', `${server.url}/api/acts`, undefined, { origin: 'https://ailleurs.example' })
    for (const [name] of headers) expect(name).not.toMatch(/^access-control-/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('forwarded headers', () => {
  const create = (on: TestServer, headers: Record<string, string>) => ask('POST', `${on.url}/api/meetings`, { title: 'x' }, { headers })
  const forwarded = { 'x-forwarded-host': 'reunion.example.org', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' }

  test('are not believed of just anybody', async () => {
    const { json } = await create(server, forwarded)
    for (const link of Object.values(json['links'] as Record<string, string>)) expect(link.startsWith(server.url)).toBe(true)
  })

  test('are of the proxy one trusts: links, and a cookie for https alone', async () => {
    const trusting = await TestServer.start({ TRUST_PROXY: 'loopback' })
    const { json } = await create(trusting, forwarded)
    const { join } = json['links'] as Record<string, string>
    expect(join).toMatch(/^https:\/\/reunion\.example\.org\/m\//)
    const joined = await ask(
      'POST',
      `${trusting.url}/api/meetings/${String(json['meetingId'])}/join`,
      { key: keyOf(String(join)), name: 'Ada' },
      { headers: forwarded },
    )
    expect(joined.headers.getSetCookie()[0]).toMatch(/; Secure/i)
    await trusting.remove()
  })

  test('PUBLIC_URL is the base of the links, whatever a request says', async () => {
    const published = await TestServer.start({ PUBLIC_URL: 'https://reunion.example.org' })
    const { json } = await create(published, { 'x-forwarded-host': 'ailleurs.example' })
    expect((json['links'] as Record<string, string>)['join']).toMatch(/^https:\/\/reunion\.example\.org\/m\//)
    expect((await ask('POST', `${published.url}/api/meetings`, { title: 'x' }, { origin: 'https://reunion.example.org' })).status).toBe(201)
    await published.remove()
  })
})

describe('acting for others', () => {
  test('nobody gives another’s weather, turn, position or voice', async () => {
    const circle = await liveEvening(server)
    const [ada, dan, eve] = ['Ada Roux', 'Dan Moreau', 'Eve Simon'].map((name) => circle.person(name))
    const before = JSON.stringify((await circle.board())['weather'])
    for (const act of [
      { type: 'give-weather', value: 'storm', personId: eve?.id },
      { type: 'give-closing', roti: 1, personId: eve?.id },
      { type: 'leave', personId: eve?.id },
      { type: 'set-voices', voices: [{ org: 'org:sci', quality: 'gérante' }], personId: eve?.id },
      { type: 'set-standing', personId: dan?.id, standing: 'decider' },
      { type: 'set-frame', frame: ['à ma façon'] },
      { type: 'set-privacy', weather: 'aggregate', signals: 'with-phrase' },
    ]) {
      const answer = await dan?.act(act)
      expect(answer?.ok, act.type).toBe(false)
      expect(answer?.message?.length, act.type).toBeGreaterThan(10)
    }
    expect(JSON.stringify((await circle.board())['weather'])).toBe(before)
    expect((await circle.board())['people']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: eve?.id, presence: 'present' })]),
    )
    await ada?.does({ type: 'set-standing', personId: dan?.id, standing: 'observer' })
    dan?.doc.getMap('learnings').set('after', { kind: 'learning', text: 'sans en avoir le droit', rank: 1 })
    await expect.poll(() => dan?.closes).toContain(4403)
    expect(eve?.doc.getMap('learnings').has('after')).toBe(false)
    circle.leave()
  })

  test('an entry is its author’s: nobody else withdraws, renames or rewrites it', async () => {
    const circle = await liveEvening(server)
    const [dan, eve] = [circle.person('Dan Moreau'), circle.person('Eve Simon')]
    const itemId = await listedItem(circle, eve)
    const { id: noteId } = await eve.does({ type: 'add-note', itemId, text: 'de la main d’Eve' })
    const { id: actionId } = await eve.does({ type: 'create-action', title: 'Appeler', takers: [eve.id] })
    const { id: signalId } = await eve.does({ type: 'raise-signal', kind: 'pace', level: 2 })
    await eve.does({ type: 'add-note', itemId, text: 'sans signature', attribution: 'unnamed' })
    const unsigned = (await circle.board()) as { agenda: { notes: Json[] }[] }
    const shown = JSON.stringify(unsigned)
    expect(shown).toContain('sans signature')
    for (const act of [
      { type: 'withdraw-entry', kind: 'note', id: unsigned.agenda[0]?.notes.find(({ text }) => text === 'sans signature')?.['id'] },
      { type: 'withdraw-entry', kind: 'note', id: noteId },
      { type: 're-attribute', kind: 'note', id: noteId, attribution: 'unnamed' },
      { type: 'edit-note', noteId, text: 'de la main de Dan' },
      { type: 'hide-note', noteId },
      { type: 'give-back-action', actionId },
      { type: 'withdraw-signal', signalId },
      { type: 'consent-handover', signalId },
      { type: 'set-item', itemId, title: 'à moi' },
      { type: 'withdraw-item', itemId },
      { type: 'add-note', itemId, text: 'signé Eve', author: eve.id },
    ])
      expect(await dan.act(act), JSON.stringify(act)).toMatchObject({ ok: false })
    expect(JSON.stringify(await circle.board())).toBe(shown)
    circle.leave()
  })

  test('a sealed meeting takes no words, of a fresh device neither', async () => {
    const circle = await liveEvening(server)
    await sealedBy(circle, circle.person('Ada Roux'), circle.person('Ben Petit'))
    const before = (await circle.minutes('md', circle.keys.join)).text
    const socket = await new RawSocket(
      `${server.url.replace('http', 'ws')}/live/${circle.id}?token=${circle.person('Ada Roux').token}&v=1&gen=2`,
    ).opened()
    const doc = new Y.Doc()
    doc.getMap('learnings').set('late', { kind: 'learning', text: 'glissé après coup', rank: 1 })
    socket.step2(doc)
    expect(await socket.closedWith()).toBe(4403)
    expect(socket.told.findLast((message) => 'refused' in message)?.['refused']).toMatchObject({ code: 'frozen' })
    expect((await circle.minutes('md', circle.keys.join)).text).toBe(before)
    circle.leave()
  })
})

describe('time', () => {
  test('the clock only goes forward; a token does not last for ever', async () => {
    const circle = await Circle.make(server)
    const joined = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Ada' })
    const bearer = String(joined.json['token'])
    expect((await ask('POST', `${server.url}/api/test/clock`, { to: '2026-12-03T16:59:59.000Z' })).status).toBe(409)
    expect((await ask('POST', `${server.url}/api/test/clock`, { to: 'demain' })).status).toBe(400)
    expect((await ask('GET', `${circle.url}/confidences`, undefined, { bearer })).status).toBe(200)
    await clockTo(server, Date.parse(EVENING) + 3 * 366 * 86_400_000)
    expect((await ask('GET', `${circle.url}/confidences`, undefined, { bearer })).status).toBe(401)
    expect(await new RawSocket(`${server.url.replace('http', 'ws')}/live/${circle.id}?token=${bearer}`).closedWith()).toBe(4401)
    const { json } = await ask('POST', `${circle.url}/acts`, { id: actId(), act: { type: 'open' } }, { bearer })
    expect(json['error']).toBe('unknown-person')
  })
})
