import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { TestServer } from '../player/server.ts'
import { ask, cookieOf, type Json } from './ask.ts'
import { Circle, clockTo, EVENING, keyOf, liveEvening, sealedBy, type Link } from './circle.ts'

let server: TestServer
let circles: Circle[] = []
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
})
afterEach(() => {
  for (const circle of circles) circle.leave()
  circles = []
})
afterAll(() => server.remove())

const kept = <T extends Circle>(circle: T): T => {
  circles.push(circle)
  return circle
}
const make = async (given: Json = {}): Promise<Circle> => kept(await Circle.make(server, given))
const join = (circle: Circle, body: Json, call: Parameters<typeof ask>[3] = {}) => ask('POST', `${circle.url}/join`, body, call)
const peopleOf = async (circle: Circle): Promise<Json[]> => {
  const board = await ask('GET', circle.url, undefined, { bearer: circle.keys.join })
  return board.json['people'] as Json[]
}

describe('who comes by which link', () => {
  test.each([
    ['host', 'decider'],
    ['join', 'decider'],
    ['observe', 'observer'],
  ] as [Link, string][])('%s makes a %s', async (link, standing) => {
    const circle = await make()
    const { status, json } = await join(circle, { key: circle.keys[link], name: 'Zoé Arnaud' })
    expect(status).toBe(200)
    expect(json).toMatchObject({ standing, participantId: expect.any(String), token: expect.any(String), generation: 1 })
    expect(await peopleOf(circle)).toEqual([expect.objectContaining({ id: json['participantId'], name: 'Zoé Arnaud', standing })])
  })

  test('what a person says of themselves stands in the circle', async () => {
    const circle = await make({ organisations: [{ id: 'org:tera', label: 'TERA', kind: 'structure' }] })
    const voices = [
      { org: 'org:tera', quality: 'mandatée', mandate: 'report-back' },
      { org: null, quality: '' },
    ]
    await join(circle, { key: circle.keys.join, name: 'Ada Roux', voices, device: 'laptop', remote: true, newcomer: true })
    expect(await peopleOf(circle)).toEqual([
      expect.objectContaining({
        device: 'laptop',
        remote: true,
        newcomer: true,
        voices: [expect.objectContaining(voices[0]), expect.objectContaining({ org: null })],
      }),
    ])
  })

  test('two people of one name are two people', async () => {
    const circle = await make()
    const ids = [
      await join(circle, { key: circle.keys.join, name: 'Camille' }),
      await join(circle, { key: circle.keys.join, name: 'Camille' }),
    ].map(({ json }) => json['participantId'])
    expect(new Set(ids).size).toBe(2)
    expect((await peopleOf(circle)).map(({ name }) => name)).toEqual(['Camille', 'Camille'])
  })

  test('a wrong key, another meeting’s key, no key, a name that is none', async () => {
    const [circle, other] = [await make(), await make()]
    for (const key of ['x'.repeat(43), other.keys.host, circle.keys.host.toUpperCase()]) {
      const { status, json } = await join(circle, { key, name: 'Ada' }, { language: 'en' })
      expect([status, json['error']]).toEqual([403, 'not-yours'])
      expect(json['message']).toMatch(/\S \S/)
    }
    for (const body of [
      { name: 'Ada' },
      { key: circle.keys.join },
      { key: circle.keys.join, name: '' },
      { key: circle.keys.join, name: 'deux\nlignes' },
      { key: circle.keys.join, name: 'x'.repeat(200) },
    ]) {
      expect((await join(circle, body)).status, JSON.stringify(body)).toBe(400)
    }
    expect((await ask('POST', `${server.url}/api/meetings/NULLE-PART/join`, { key: circle.keys.join, name: 'Ada' })).status).toBe(404)
    expect(await peopleOf(circle)).toEqual([])
  })

  test('after `close` whoever comes observes, and reads no weather words', async () => {
    const circle = kept(await liveEvening(server))
    await circle.person('Dan Moreau').does({ type: 'give-weather', value: 'rain', words: 'un chat malade' })
    await circle.person('Ada Roux').does({ type: 'close', postponeRest: true })
    const late = await circle.enter('Zoé Arnaud')
    expect((await peopleOf(circle)).find(({ id }) => id === late.id)).toMatchObject({ standing: 'observer' })
    const { json } = await ask('GET', `${circle.url}/confidences`, undefined, { bearer: late.token })
    expect(JSON.stringify(json)).not.toContain('un chat malade')
    expect(late.received('un chat malade')).toBe(false)
  })

  test('a sealed meeting is joined only to read', async () => {
    const circle = kept(await liveEvening(server))
    await sealedBy(circle, circle.person('Ada Roux'), circle.person('Ben Petit'))
    const { json } = await join(circle, { key: circle.keys.host, name: 'Zoé Arnaud' })
    expect(json).toMatchObject({ standing: 'observer', generation: 2 })
  })
})

describe('the device’s cookie and the token', () => {
  test('the cookie is out of reach of scripts and of other sites; Secure as soon as the page is https', async () => {
    const circle = await make()
    const { headers } = await join(circle, { key: circle.keys.join, name: 'Ada' })
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/; HttpOnly/i)])
    expect(headers.getSetCookie()[0]).toMatch(/; SameSite=Strict/i)
    expect(headers.getSetCookie()[0]).not.toMatch(/Secure/i)
    const https = await TestServer.start({ PUBLIC_URL: 'https://reunion.example.org' })
    const other = await Circle.make(https)
    expect((await join(other, { key: other.keys.join, name: 'Ada' })).headers.getSetCookie()[0]).toMatch(/; Secure/i)
    await https.remove()
  })

  test('one cookie holds several persons; `as` says which, and names nobody else', async () => {
    const circle = await make()
    const first = await join(circle, { key: circle.keys.join, name: 'Ada' })
    const cookie = cookieOf(first)
    const [origin, read] = [server.url, `${circle.url}/confidences`]
    expect((await ask('GET', read, undefined, { cookie })).status).toBe(200)
    const second = await join(circle, { key: circle.keys.join, name: 'Zoé, sa fille' }, { cookie, origin })
    expect(cookieOf(second)).toBe(cookie)
    const stranger = await join(circle, { key: circle.keys.join, name: 'Dan' })
    expect((await ask('GET', read, undefined, { cookie })).status, 'two persons and no `as`').toBe(401)
    for (const { json } of [first, second])
      expect((await ask('GET', `${read}?as=${String(json['participantId'])}`, undefined, { cookie })).status).toBe(200)
    expect((await ask('GET', `${read}?as=${String(stranger.json['participantId'])}`, undefined, { cookie })).status).toBe(401)
    const id = '01JZZZZZZZZZZZZZZZZZZZZZZZ'
    const propose = { id, act: { type: 'propose-item', kind: 'information', title: 'De Zoé' } }
    expect((await ask('POST', `${circle.url}/acts?as=${String(second.json['participantId'])}`, propose, { cookie, origin })).status).toBe(
      200,
    )
    const board = await ask('GET', circle.url, undefined, { bearer: circle.keys.join })
    expect((board.json['agenda'] as Json[])[0]).toMatchObject({ id, carriers: [second.json['participantId']] })
  })

  test('[§4 others] two people on one phone: the second comes in beside the first, without the link, with the standing of the first', async () => {
    const circle = await make()
    const ada = await join(circle, { key: circle.keys.observe, name: 'Ada Roux' })
    const [cookie, origin] = [cookieOf(ada), server.url]
    const beside = { beside: ada.json['participantId'], name: 'Zoé Roux' }
    expect((await join(circle, beside)).status, 'another device').toBe(403)
    expect((await join(circle, beside, { cookie })).status, 'a page that is not ours').toBe(403)
    const zoe = await join(circle, beside, { cookie, origin })
    expect([zoe.status, zoe.json['standing'], cookieOf(zoe)]).toEqual([200, 'observer', cookie])
    expect((await peopleOf(circle)).map(({ name }) => String(name)).toSorted()).toEqual(['Ada Roux', 'Zoé Roux'])
    const other = await make()
    expect((await join(other, beside, { cookie, origin })).status, 'another meeting').toBe(403)
  })

  test('a bearer wins over the cookie, and a bad one is not saved by it', async () => {
    const circle = await make()
    const [ada, dan] = [
      await join(circle, { key: circle.keys.join, name: 'Ada' }),
      await join(circle, { key: circle.keys.join, name: 'Dan' }),
    ]
    const propose = (id: string, bearer: string) =>
      ask(
        'POST',
        `${circle.url}/acts`,
        { id, act: { type: 'propose-item', kind: 'information', title: 'De qui ?' } },
        { bearer, cookie: cookieOf(ada), origin: server.url },
      )
    expect((await propose('01JZZZZZZZZZZZZZZZZZZZZZZ1', String(dan.json['token']))).status).toBe(200)
    expect((await propose('01JZZZZZZZZZZZZZZZZZZZZZZ2', 'x'.repeat(43))).status).toBe(401)
    const { json } = await ask('GET', circle.url, undefined, { bearer: circle.keys.join })
    expect((json['agenda'] as Json[]).map(({ carriers }) => carriers)).toEqual([[dan.json['participantId']]])
  })

  test('a write with a cookie needs a page of ours; a read does not, a token neither', async () => {
    const circle = await make()
    const ada = await join(circle, { key: circle.keys.join, name: 'Ada' })
    const [cookie, token] = [cookieOf(ada), String(ada.json['token'])]
    const body = { id: '01JZZZZZZZZZZZZZZZZZZZZZZ3', act: { type: 'propose-item', kind: 'information', title: 'x' } }
    expect((await ask('POST', `${circle.url}/acts`, body, { cookie })).status).toBe(403)
    expect((await ask('POST', `${circle.url}/acts`, body, { cookie, origin: 'https://ailleurs.example' })).status).toBe(403)
    expect((await ask('POST', `${circle.url}/acts`, body, { cookie, origin: 'null' })).status).toBe(403)
    expect((await ask('POST', `${circle.url}/acts`, body, { bearer: token })).status).toBe(200)
    expect((await ask('POST', `${circle.url}/devices`, undefined, { cookie, origin: 'https://ailleurs.example' })).status).toBe(403)
    expect((await ask('POST', `${server.url}/api/meetings`, { title: 'x' }, { origin: 'https://ailleurs.example' })).status).toBe(403)
  })

  test('a token of one meeting opens no other', async () => {
    const [circle, other] = [await make(), await make()]
    const ada = await join(circle, { key: circle.keys.host, name: 'Ada' })
    for (const path of ['', '/confidences', '/links'])
      expect((await ask('GET', `${other.url}${path}`, undefined, { bearer: String(ada.json['token']) })).status, path).toBe(401)
    expect(
      (await ask('GET', `${other.url}/confidences?as=${String(ada.json['participantId'])}`, undefined, { cookie: cookieOf(ada) })).status,
    ).toBe(401)
  })
})

describe('links and devices', () => {
  test('until somebody leads, the host has the links; then the facilitation; the others never', async () => {
    const circle = kept(await liveEvening(server))
    const links = (name: string) => ask('GET', `${circle.url}/links`, undefined, { bearer: circle.person(name).token })
    const shown = (await links('Ada Roux')).json['links'] as Record<Link, string>
    expect(keyOf(shown.observe)).toBe(circle.keys.observe)
    for (const name of ['Ben Petit', 'Dan Moreau', 'Oda Blanc']) {
      expect((await links(name)).status, name).toBe(403)
      expect((await ask('POST', `${circle.url}/renew-links`, undefined, { bearer: circle.person(name).token })).status, name).toBe(403)
    }
    expect((await ask('GET', `${circle.url}/links`, undefined, { bearer: circle.keys.host })).status).toBe(401)
  })

  test('the host is not an administrator once somebody else leads', async () => {
    const circle = await make()
    const [host, dan] = [await circle.enter('Ada Roux', 'host'), await circle.enter('Dan Moreau')]
    const links = (bearer: string) => ask('GET', `${circle.url}/links`, undefined, { bearer })
    expect([(await links(host.token)).status, (await links(dan.token)).status]).toEqual([200, 403])
    await host.does({ type: 'open' })
    await dan.does({ type: 'claim-role', role: 'facilitator' })
    expect([(await links(host.token)).status, (await links(dan.token)).status]).toEqual([403, 200])
  })

  test('new secrets: the old links open nothing, whoever is in stays in', async () => {
    const circle = await make()
    const host = await circle.enter('Ada Roux', 'host')
    const { json } = await ask('POST', `${circle.url}/renew-links`, undefined, { bearer: host.token })
    const fresh = json['links'] as Record<Link, string>
    for (const link of ['host', 'join', 'observe'] as const) {
      expect((await join(circle, { key: circle.keys[link], name: 'Dan' })).status).toBe(403)
      expect((await ask('GET', circle.url, undefined, { bearer: circle.keys[link] })).status).toBe(401)
      expect((await join(circle, { key: keyOf(fresh[link]), name: 'Dan' })).status).toBe(200)
    }
    expect((await ask('GET', circle.url, undefined, { bearer: host.token })).status).toBe(200)
  })

  test('a pairing code brings a second device in as the same person: once, here, within five minutes', async () => {
    const [circle, other] = [await make(), await make()]
    const ada = await circle.enter('Ada Roux', 'observe')
    const code = async (): Promise<string> =>
      String((await ask('POST', `${circle.url}/devices`, undefined, { bearer: ada.token })).json['code'])
    const first = await code()
    const paired = await join(circle, { key: first })
    expect([paired.status, paired.json['participantId'], paired.json['standing']]).toEqual([200, ada.id, 'observer'])
    expect((await join(circle, { key: first })).status, 'a second time').toBe(403)
    expect((await join(other, { key: await code() })).status, 'in another meeting').toBe(403)
    const slow = await code()
    await clockTo(server, Date.parse(EVENING) + 5 * 60_000)
    expect((await join(circle, { key: slow })).status, 'after five minutes').toBe(403)
    expect((await ask('POST', `${circle.url}/devices`)).status).toBe(401)
  })
})
