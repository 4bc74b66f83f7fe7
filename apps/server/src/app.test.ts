import { describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { EVENING, House } from './test/house.ts'
import { actId } from './room/test/device.ts'
import { until } from './room/test/until.ts'

const OURS = { origin: 'http://localhost:4100' }

async function evening() {
  const house = await House.open()
  const meeting = await house.meeting()
  const ada = await house.join(meeting.id, meeting.host, 'Ada')
  const ben = await house.join(meeting.id, meeting.join, 'Ben')
  const mai = await house.join(meeting.id, meeting.observe, 'Maï')
  const path = `/api/meetings/${meeting.id}`
  return { house, meeting, path, ada, ben, mai }
}

async function opened() {
  const given = await evening()
  const { house, meeting, ada, ben, mai } = given
  for (const guest of [ada, ben, mai]) await house.does(meeting.id, guest, { type: 'agree-frame' })
  await house.does(meeting.id, ada, { type: 'open' })
  await house.does(meeting.id, ada, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
  await house.does(meeting.id, ben, { type: 'claim-role', role: 'scribe', rank: 'holder' })
  return given
}

describe('making and joining a meeting', () => {
  test('the links carry their secret in the fragment, and the key is nowhere in the store’s catalogue', async () => {
    const house = await House.open()
    const { json, status } = await house.call('POST', '/api/meetings', { title: 'Réunion' })
    expect(status).toBe(201)
    const { host } = json['links'] as { host: string }
    expect(host).toMatch(new RegExp(`^http://localhost:4100/m/${String(json['meetingId'])}#[\\w-]{43}$`))
    const record = await house.means.store.meeting(String(json['meetingId']))
    expect(JSON.parse(record?.meta ?? '')).toEqual({ renewals: 0, createdAt: Date.parse(EVENING), forgetAfter: expect.any(Number) })
  })

  test('standing comes from the link; the cookie is the device’s own, out of reach of scripts', async () => {
    const { house, meeting, path } = await evening()
    const joined = await house.call(
      'POST',
      `${path}/join`,
      { key: meeting.observe, name: 'Oda' },
      { headers: { 'x-forwarded-proto': 'https' } },
    )
    expect(joined.json).toMatchObject({ standing: 'observer', generation: 1 })
    expect(joined.headers.get('set-cookie')).toMatch(/^clairiere=[\w-]{43}; .*HttpOnly; SameSite=Strict$/)
    const { json } = await house.call('GET', path, undefined, { bearer: String(joined.json['token']) })
    expect((json['people'] as { name: string; standing: string }[]).map(({ name, standing }) => [name, standing])).toEqual(
      expect.arrayContaining([
        ['Ada', 'decider'],
        ['Maï', 'observer'],
      ]),
    )
  })

  test('one device holds several persons: `as` says which, and alone it is understood without', async () => {
    const { house, meeting, path, ada } = await evening()
    const alone = await house.call('GET', `${path}/confidences`, undefined, { cookie: ada.cookie })
    expect(alone.status).toBe(200)
    const child = await house.join(meeting.id, meeting.join, 'Zoé', { cookie: ada.cookie, ...OURS })
    expect(child.cookie).toBe(ada.cookie)
    expect((await house.call('GET', `${path}/confidences`, undefined, { cookie: ada.cookie })).status).toBe(401)
    expect((await house.call('GET', `${path}/confidences?as=${child.id}`, undefined, { cookie: ada.cookie })).status).toBe(200)
    const again = await house.call(
      'POST',
      `${path}/join`,
      { key: meeting.join, name: 'Zoé', as: child.id },
      { cookie: ada.cookie, ...OURS },
    )
    expect(again.json['participantId']).toBe(child.id)
    const stolen = await house.call('POST', `${path}/join`, { key: meeting.join, name: 'Zoé', as: child.id })
    expect(stolen.status).toBe(403)
  })

  test('a pairing code lets a second device in as the same person, once, for five minutes', async () => {
    const { house, path, ben } = await evening()
    const { json } = await house.call('POST', `${path}/devices`, undefined, { bearer: ben.token })
    const paired = await house.call('POST', `${path}/join`, { key: json['code'] })
    expect(paired.json['participantId']).toBe(ben.id)
    expect((await house.call('POST', `${path}/join`, { key: json['code'] })).status).toBe(403)
    const late = await house.call('POST', `${path}/devices`, undefined, { bearer: ben.token })
    await house.moveClock('2026-12-03T17:05:00.000Z')
    expect((await house.call('POST', `${path}/join`, { key: late.json['code'] })).status).toBe(403)
  })

  test('the host sees the links again and renews them; the old ones then open nothing', async () => {
    const { house, meeting, path, ada, ben } = await evening()
    expect((await house.call('GET', `${path}/links`, undefined, { bearer: ben.token })).status).toBe(403)
    const shown = await house.call('GET', `${path}/links`, undefined, { bearer: ada.token })
    expect((shown.json['links'] as { join: string }).join.endsWith(meeting.join)).toBe(true)
    const renewed = await house.call('POST', `${path}/renew-links`, undefined, { bearer: ada.token })
    const key = (renewed.json['links'] as { join: string }).join.split('#')[1]
    expect((await house.call('POST', `${path}/join`, { key: meeting.join, name: 'Eve' })).status).toBe(403)
    expect((await house.call('POST', `${path}/join`, { key, name: 'Eve' })).status).toBe(200)
    expect((await house.call('GET', path, undefined, { bearer: ada.token })).status).toBe(200)
  })

  test('whoever tries keys is slowed down', async () => {
    const { house, path } = await evening()
    const statuses: number[] = []
    for (let guess = 0; guess < 25; guess++) {
      statuses.push((await house.call('POST', `${path}/join`, { key: `guess-${guess}-guess`, name: 'Eve' }, { peer: '10.0.0.9' })).status)
    }
    expect(new Set(statuses)).toEqual(new Set([403, 429]))
  })

  test('with CREATE_KEY, a meeting is made by whoever has it', async () => {
    const house = await House.open({ CREATE_KEY: 'sesame-ouvre-toi' })
    expect((await house.call('POST', '/api/meetings', { title: 'Non' })).status).toBe(401)
    expect((await house.call('POST', '/api/meetings', { title: 'Non' }, { bearer: 'sesame-ferme-toi' })).status).toBe(401)
    expect((await house.call('POST', '/api/meetings', { title: 'Oui' }, { bearer: 'sesame-ouvre-toi' })).status).toBe(201)
  })

  test('the next meeting takes over from the former by one of its links', async () => {
    const { house, meeting } = await opened()
    const made = await house.call('POST', '/api/meetings', { title: 'Suite', previous: { meetingId: meeting.id, key: meeting.join } })
    expect(made.status).toBe(201)
    const denied = await house.call('POST', '/api/meetings', {
      title: 'Suite',
      previous: { meetingId: meeting.id, key: 'not-a-key-at-all' },
    })
    expect(denied.status).toBe(403)
  })
})

describe('the door', () => {
  test.each([
    ['a body that is no JSON', '{', 400],
    ['a body of another form', { title: 3 }, 400],
    ['a body beyond a mebibyte', JSON.stringify({ title: 'x'.repeat(1024 * 1024) }), 413],
  ])('%s', async (_what, body, status) => {
    const house = await House.open()
    const answer = await house.call('POST', '/api/meetings', body)
    expect(answer.status).toBe(status)
    expect(answer.json['message']).toMatch(/\w{3}/)
  })

  test('no such meeting is 404, nobody we know 401, and the sentence is in the caller’s language', async () => {
    const { house, path } = await evening()
    expect((await house.call('GET', '/api/meetings/nowhere')).status).toBe(404)
    const fr = await house.call('GET', path, undefined, { language: 'fr-FR,fr;q=0.9,en;q=0.8' })
    const en = await house.call('GET', path, undefined, { language: 'en-GB, fr;q=0.5' })
    expect([fr.status, en.status]).toEqual([401, 401])
    expect(fr.json['message']).not.toBe(en.json['message'])
    expect((await house.call('GET', path, undefined, { bearer: 'a-token-nobody-was-given' })).status).toBe(401)
  })

  test('a foreign page writes nothing; a cookie needs a page of ours; a token needs none', async () => {
    const { house, meeting, path, ada } = await evening()
    const write = (call: object) => house.call('POST', `${path}/acts`, { id: actId(), act: { type: 'agree-frame' } }, call)
    expect((await write({ cookie: ada.cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await write({ bearer: ada.token, origin: 'https://evil.example' })).status).toBe(403)
    expect((await write({ cookie: ada.cookie })).status).toBe(403)
    expect((await write({ cookie: ada.cookie, ...OURS })).status).toBe(200)
    expect((await write({ bearer: ada.token })).status).toBe(200)
    expect((await house.call('POST', `${path}/join`, { key: meeting.join, name: 'Eve' }, { origin: 'https://evil.example' })).status).toBe(
      403,
    )
  })

  test('metrics and the test clock answer this machine alone, and nobody through a proxy', async () => {
    const { house } = await evening()
    expect((await house.call('GET', '/metrics')).text).toContain('clairiere_rooms')
    expect((await house.call('GET', '/metrics', undefined, { peer: '192.168.1.9' })).status).toBe(404)
    expect((await house.call('GET', '/metrics', undefined, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404)
    expect((await house.moveClock('2026-12-03T16:00:00.000Z')).status).toBe(409)
    expect((await house.call('POST', '/api/test/clock', { to: '2027-01-01T00:00:00.000Z' }, { peer: '192.168.1.9' })).status).toBe(404)
    const system = await House.open({ CLOCK: 'system' })
    expect((await system.moveClock('2027-01-01T00:00:00.000Z')).status).not.toBe(200)
  })

  test('every act has a JSON Schema', async () => {
    const { json } = await (await House.open()).call('GET', '/api/acts')
    expect(Object.keys(json)).toContain('give-weather')
    expect(json['set-phase']).toMatchObject({ type: 'object', required: expect.arrayContaining(['type', 'from', 'to']) })
  })

  test('pages carry a policy that lets in no foreign script', async () => {
    const { headers } = await (await House.open()).call('GET', '/api/acts')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('whoever tries addresses of inboxes, or answers without end, is slowed down', async () => {
    const { house } = await opened()
    const statuses: number[] = []
    while (statuses.length < 1_200 && statuses.at(-1) !== 429)
      statuses.push((await house.call('POST', '/api/inbox/abcdefghijklmnopqrstuvwxyz', { act: { type: 'receive' } })).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429])
  })

  test('the log holds no name, no secret, no path that could hold one', async () => {
    const { house, meeting, ada } = await opened()
    await house.call('GET', `/api/inbox/${ada.token}`)
    const log = house.lines.join('')
    for (const secret of ['Ada', 'Maï', meeting.host, meeting.join, ada.token, ada.cookie, ada.id, 'Réunion'])
      expect(log).not.toContain(secret)
    expect(log).toContain('/api/meetings/:id/acts')
  })
})

describe('minutes', () => {
  test('[AC-24] live: facilitation and scribe take all, the others see the page, and links nothing', async () => {
    const { house, meeting, path, ada, ben, mai } = await opened()
    const status = async (format: string, bearer: string) =>
      (await house.call('GET', `${path}/minutes.${format}`, undefined, { bearer })).status
    for (const guest of [ada, ben])
      for (const format of ['md', 'dokuwiki', 'mediawiki', 'html', 'json']) expect(await status(format, guest.token)).toBe(200)
    expect([await status('html', mai.token), await status('md', mai.token), await status('html', meeting.join)]).toEqual([200, 403, 403])
    const draft = await house.call('GET', `${path}/minutes.md`, undefined, { bearer: ada.token })
    expect(draft.text.split('\n')[0]).toContain('PROJET')
    expect(draft.headers.get('content-disposition')).toBe('attachment; filename="2026-12-03-reunion-ecosysteme.md"')
    const page = await house.call('GET', `${path}/minutes.html`, undefined, { bearer: mai.token })
    expect(page.headers.get('content-security-policy')).toBe('sandbox')
    expect((await house.call('GET', `${path}/minutes.exe`, undefined, { bearer: ada.token })).status).toBe(404)
  })

  test('[AC-25, AC-30] sealed: the same bytes for every link, and again from what was exported', async () => {
    const { house, meeting, path, ada, ben, mai } = await opened()
    await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
    await house.moveClock('2027-01-03T17:00:00.000Z')
    await house.does(meeting.id, ada, { type: 'seal' })
    await house.does(meeting.id, ben, { type: 'seal' })
    const take = async (format: string, bearer: string) =>
      (await house.call('GET', `${path}/minutes.${format}`, undefined, { bearer })).text
    for (const format of ['md', 'dokuwiki', 'mediawiki', 'html', 'json']) {
      const bytes = await take(format, ada.token)
      for (const bearer of [mai.token, meeting.host, meeting.join, meeting.observe]) expect(await take(format, bearer)).toBe(bytes)
    }
    const imported = await house.call('POST', '/api/import', await take('json', ada.token))
    expect(imported.status).toBe(201)
    const key = (imported.json['links'] as { observe: string }).observe.split('#')[1] ?? ''
    const again = await house.call('GET', `/api/meetings/${String(imported.json['meetingId'])}/minutes.md`, undefined, { bearer: key })
    expect(again.text).toBe(await take('md', ada.token))
    expect((await house.call('POST', '/api/import', '{"format":"clairiere-minutes/1"}')).status).toBe(400)
  })

  test('[AC-26] late words: their author and the scribe, nobody else; a past generation’s state for those who had it', async () => {
    const { house, meeting, path, ada, ben, mai } = await opened()
    const post = () => house.call('POST', `${path}/late`, { text: 'écrit dans le train' }, { bearer: mai.token })
    expect((await post()).status).toBe(409)
    await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
    await house.moveClock('2027-01-03T17:00:00.000Z')
    await house.does(meeting.id, ada, { type: 'seal' })
    await house.does(meeting.id, ben, { type: 'seal' })
    expect((await post()).status).toBe(201)
    const list = async (bearer: string) => (await house.call('GET', `${path}/late`, undefined, { bearer })).text
    expect(await list(mai.token)).toContain('écrit dans le train')
    expect(await list(ben.token)).toContain('écrit dans le train')
    expect(await list(ada.token)).not.toContain('écrit dans le train')
    expect((await house.call('GET', `${path}/generations/1`, undefined, { bearer: mai.token })).headers.get('content-type')).toBe(
      'application/octet-stream',
    )
    expect((await house.call('GET', `${path}/generations/2`, undefined, { bearer: mai.token })).status).toBe(404)
  })
})

describe('not saving', () => {
  test('a full disk is 503 for acts, joins and creations, and readyz says so', async () => {
    let isFull = false
    const house = await House.open(
      {},
      {
        before: (step) => {
          if (isFull && step !== 'key: unlink it') throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
        },
      },
    )
    const meeting = await house.meeting()
    const ada = await house.join(meeting.id, meeting.host, 'Ada')
    expect((await house.call('GET', '/readyz')).status).toBe(200)
    isFull = true
    expect((await house.call('POST', '/api/meetings', { title: 'Non' })).status).toBe(503)
    const caught = house.act(meeting.id, ada, { type: 'agree-frame' }) // judged before anyone knew: answered once it is saved
    await until('not saving', () => house.means.store.state === 'not-saving')
    expect((await house.act(meeting.id, ada, { type: 'agree-frame' })).status).toBe(503)
    expect((await house.call('POST', `/api/meetings/${meeting.id}/join`, { key: meeting.join, name: 'Ben' })).status).toBe(503)
    expect((await house.call('GET', '/readyz')).status).toBe(503)
    expect((await house.call('GET', '/healthz')).status).toBe(200)
    isFull = false
    expect((await caught).status).toBe(200)
  })
})

test('while the server ends, whoever sends people is told, and new work is put off to the next process', async () => {
  const { house, path, ada } = await evening()
  const app = createApp({ ...house.means, isReady: () => false })
  const call = async (asked: string): Promise<[number, string | null]> => {
    const { status, headers } = await app.request(`http://localhost:4100${asked}`, { headers: { authorization: `Bearer ${ada.token}` } })
    return [status, headers.get('retry-after')]
  }
  expect(await call('/readyz')).toEqual([503, null])
  expect(await call('/healthz')).toEqual([200, null])
  for (const asked of [path, `${path}/document`, `/live/${path.split('/').at(-1)}`]) expect(await call(asked)).toEqual([503, '2'])
})
