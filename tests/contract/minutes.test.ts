import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TestServer } from '../player/server.ts'
import { ask, type Json, type Reply } from './ask.ts'
import { clockTo, EVENING, listedItem, liveEvening, Circle } from './circle.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
const formats = ['md', 'dokuwiki', 'mediawiki', 'html', 'json'] as const
let server: TestServer
let circle: Circle
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
  circle = await liveEvening(server)
  await circle.person('Eve Simon').does({ type: 'claim-role', role: 'scribe', rank: 'pair' })
  const itemId = await listedItem(circle, circle.person('Dan Moreau'))
  await circle.person('Dan Moreau').does({ type: 'add-note', itemId, text: '<script>alert(1)</script> et [un lien](javascript:alert(1))' })
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const writers = ['Ada Roux', 'Ben Petit', 'Eve Simon']
const readers = ['Dan Moreau', 'Gwen Le Bras', 'Oda Blanc']
const take = (who: string, format: string): Promise<Reply> => circle.minutes(format, circle.person(who).token)
const firstLine = (text: string): string => text.split('\n')[0] ?? ''

/** The table of the contract before sealing, for whoever writes, whoever reads, and a link’s key. */
const expectPermissions = async (): Promise<void> => {
  for (const format of formats) {
    for (const who of writers) expect([who, format, (await take(who, format)).status]).toEqual([who, format, 200])
    for (const who of readers) expect([who, format, (await take(who, format)).status]).toEqual([who, format, format === 'html' ? 200 : 403])
    for (const key of Object.values(circle.keys)) expect((await circle.minutes(format, key)).status).toBe(403)
    expect((await ask('GET', `${circle.url}/minutes.${format}`)).status).toBe(401)
  }
  for (const format of ['pdf', 'exe', 'constructor', 'md.html']) expect((await take('Ada Roux', format)).status, format).toBe(404)
}

describe('before anybody opens', () => {
  test('there is nothing to take', async () => {
    const draft = await Circle.make(server)
    const host = await draft.enter('Ada Roux', 'host')
    for (const format of formats) expect([409, 403]).toContain((await draft.minutes(format, host.token)).status)
    draft.leave()
  })
})

describe('live', () => {
  test('facilitation, scribe and their pair take all; everyone present sees the page; a link alone sees nothing', async () => {
    await expectPermissions()
  })

  test('[C4] the time given by structure is for facilitation and scribe until then', async () => {
    expect((await givenTime(circle.person('Ada Roux').token)).status).toBe(200)
    expect((await givenTime(circle.person('Dan Moreau').token)).status).toBe(403)
  })

  test('the first line says that it is a draft of a running meeting', async () => {
    for (const format of ['md', 'dokuwiki', 'mediawiki'])
      expect(firstLine((await take('Ben Petit', format)).text)).toBe('PROJET – réunion en cours')
    expect((await take('Dan Moreau', 'html')).text).toContain('PROJET – réunion en cours')
  })

  test('who hands the role on hands the downloads on', async () => {
    await circle.person('Ben Petit').does({ type: 'hand-over-role', role: 'scribe', personId: circle.person('Fil Garnier').id })
    await circle.person('Fil Garnier').act({ type: 'accept-role', role: 'scribe' })
    expect([(await take('Fil Garnier', 'md')).status, (await take('Ben Petit', 'md')).status]).toEqual([200, 403])
    await circle.person('Fil Garnier').does({ type: 'hand-over-role', role: 'scribe', personId: circle.person('Ben Petit').id })
    await circle.person('Ben Petit').act({ type: 'accept-role', role: 'scribe' })
    expect((await take('Ben Petit', 'md')).status).toBe(200)
  })
})

describe('as files', () => {
  test('each is an attachment under the page name; HTML is boxed in and runs nothing', async () => {
    for (const format of formats) {
      const { headers } = await take('Ada Roux', format)
      expect(headers.get('content-disposition'), format).toMatch(/^attachment; filename="2026-12-03-reunion-ecosysteme\.[a-z.]+"/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toContain('no-store')
    }
    const page = await take('Ada Roux', 'html')
    expect(page.headers.get('content-security-policy')).toMatch(/(^|; )sandbox($|;)/)
    expect(page.text).not.toContain('<script>alert(1)')
    expect(page.text).not.toMatch(/href="?javascript:/i)
    expect(Object.keys((await take('Ada Roux', 'json')).json)).toContain('meeting')
  })

  test('a title cannot break out of the header', async () => {
    const own = await Circle.make(server, { title: 'x"; filename="/etc/passwd" ; a=é/../b', type: 'other' })
    for (const [name, link] of [
      ['Ada Roux', 'host'],
      ['Dan Moreau', 'join'],
    ] as const)
      await own.enter(name, link)
    await own.person('Ada Roux').does({ type: 'open' })
    await own.person('Ada Roux').does({ type: 'claim-role', role: 'facilitator' })
    for (const format of formats) {
      const { status, headers } = await own.minutes(format, own.person('Ada Roux').token)
      expect(status).toBe(200)
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="[^"\\/]*"(; filename\*=UTF-8''[A-Za-z0-9%.!#$&+^_`|~-]*)?$/,
      )
    }
    own.leave()
  })
})

describe('in review', () => {
  test('the same table, and the day it lasts until', async () => {
    await circle.person('Ada Roux').does({ type: 'close', postponeRest: true })
    await expectPermissions()
    expect(firstLine((await take('Ada Roux', 'md')).text)).toBe('PROJET – en relecture jusqu’au 10 décembre 2026')
  })

  test('who comes after the close sees the page only', async () => {
    const late = await circle.enter('Zoé Arnaud')
    expect([(await circle.minutes('html', late.token)).status, (await circle.minutes('md', late.token)).status]).toEqual([200, 403])
  })
})

const givenTime = (bearer: string): Promise<Reply> => ask('GET', `${circle.url}/given-time.csv`, undefined, { bearer })

describe('sealed', () => {
  test('one key seals nothing; the same person twice neither; a participant has none', async () => {
    expect(await circle.person('Ada Roux').act({ type: 'seal' }), 'the review runs').toMatchObject({ ok: false, error: 'review-running' })
    for (const person of circle.people.values()) await person.act({ type: 'agree-review' })
    expect(await circle.person('Dan Moreau').act({ type: 'seal' })).toMatchObject({ ok: false })
    await circle.person('Ada Roux').does({ type: 'seal' })
    expect(await circle.person('Ada Roux').act({ type: 'seal' })).toMatchObject({ ok: false })
    expect(await circle.status()).toBe('review')
    expect((await take('Dan Moreau', 'md')).status).toBe(403)
    await circle.person('Eve Simon').does({ type: 'seal' })
    expect(await circle.status()).toBe('sealed')
  })

  test('every person and every link of the meeting takes all, the same bytes; nobody else does', async () => {
    for (const format of formats) {
      const wanted = (await take('Ada Roux', format)).text
      expect(wanted).not.toContain('PROJET')
      for (const who of [...writers, ...readers]) expect((await take(who, format)).text).toBe(wanted)
      for (const key of Object.values(circle.keys)) expect((await circle.minutes(format, key)).text).toBe(wanted)
      expect((await circle.minutes(format, 'x'.repeat(43))).status).toBe(401)
    }
  })

  test('[C4] the time given by structure is taken by whoever takes the minutes', async () => {
    const { status, text, headers } = await givenTime(circle.keys.observe)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text).toMatch(/^Au nom de;Personnes;Minutes données\r\n/)
    expect((await givenTime('x'.repeat(43))).status).toBe(401)
  })

  test('time, later acts and a restart change no byte', async () => {
    const before = await Promise.all(formats.map(async (format) => (await take('Ada Roux', format)).text))
    await clockTo(server, Date.parse(EVENING) + 90 * 86_400_000)
    expect(
      await circle
        .person('Dan Moreau')
        .actByHttp({ type: 'add-note', itemId: String(((await circle.board())['agenda'] as Json[])[0]?.['id']), text: 'après coup' }),
    ).toMatchObject({ ok: false })
    await server.stop('SIGKILL')
    await server.restart()
    await clockTo(server, Date.parse(EVENING) + 91 * 86_400_000)
    const after = await Promise.all(formats.map(async (format) => (await circle.minutes(format, circle.keys.observe)).text))
    expect(after).toEqual(before)
  })
})
