import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { actId } from '../player/act-id.ts'
import { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { ask, type Json } from './ask.ts'
import { listedItem, liveEvening, sealedBy, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 20_000 })
const formats = ['md', 'dokuwiki', 'mediawiki', 'html', 'json'] as const
let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.remove())

const sealedEvening = async (): Promise<Circle> => {
  const circle = await liveEvening(server)
  const itemId = await listedItem(circle, circle.person('Dan Moreau'))
  await circle.person('Dan Moreau').does({ type: 'add-note', itemId, text: 'la première version' })
  await circle.person('Eve Simon').does({ type: 'give-weather', value: 'rain', words: 'effacé une fois pour toutes' })
  await circle.person('Fil Garnier').does({ type: 'give-closing', words: 'un mot publié', publish: true })
  await sealedBy(circle, circle.person('Ada Roux'), circle.person('Ben Petit'))
  return circle
}
const byHttp = (circle: Circle, name: string, act: Json) =>
  ask('POST', `${circle.url}/acts`, { id: actId(), act }, { bearer: circle.person(name).token })

describe('reopening', () => {
  test('takes a reason and two keys; words and corrections come in, forgotten things do not come back; sealed again it is version 2', async () => {
    const circle = await sealedEvening()
    const first = (await circle.minutes('md', circle.keys.join)).text
    expect((await byHttp(circle, 'Ada Roux', { type: 'reopen' })).status).toBe(400)
    expect((await byHttp(circle, 'Dan Moreau', { type: 'reopen', reason: 'un oubli' })).status).toBe(403)
    expect((await byHttp(circle, 'Ada Roux', { type: 'reopen', reason: 'un oubli' })).status).toBe(200)
    expect([await circle.status(), (await byHttp(circle, 'Ada Roux', { type: 'reopen', reason: 'un oubli' })).status]).toEqual([
      'sealed',
      409,
    ])
    expect((await byHttp(circle, 'Ben Petit', { type: 'reopen', reason: 'un oubli' })).status).toBe(200)
    expect(await circle.status()).toBe('review')

    const joined = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Zoé Arnaud' })
    const generation = Number(joined.json['generation'])
    const dan = new Person(server.url, circle.id, {
      participantId: circle.person('Dan Moreau').id,
      token: circle.person('Dan Moreau').token,
      generation,
      name: 'Dan Moreau',
    })
    await dan.connect()
    dan.doc.getMap('learnings').set('added', { kind: 'learning', text: 'appris à la réouverture', rank: 1 })
    await dan.allSaved()
    const confided = await ask('GET', `${circle.url}/confidences`, undefined, { bearer: circle.person('Eve Simon').token })
    expect(confided.text).not.toContain('effacé une fois')

    for (const person of circle.people.values()) await byHttp(circle, person.name, { type: 'agree-review' })
    expect((await byHttp(circle, 'Ben Petit', { type: 'seal' })).status).toBe(200)
    expect((await byHttp(circle, 'Ada Roux', { type: 'seal' })).status).toBe(200)
    await until('older devices are sent back', () => dan.closes.includes(4409))
    const second = (await circle.minutes('md', circle.keys.join)).text
    expect(second).toContain('appris à la réouverture')
    expect(second).toContain('la première version')
    expect(second).toContain('version 2')
    expect(first).not.toContain('appris à la réouverture')
    expect((await circle.board())['meeting']).toMatchObject({ status: 'sealed', minutesVersion: 2 })
    dan.leave()
    circle.leave()
  })
})

describe('redaction', () => {
  test('a name asked away is in no export, on no board, in no document that is handed out; the minutes say that something was', async () => {
    const circle = await sealedEvening()
    const eve = circle.person('Eve Simon')
    expect((await byHttp(circle, 'Dan Moreau', { type: 'redact', kind: 'name', id: eve.id })).status).toBe(403)
    expect((await byHttp(circle, 'Ben Petit', { type: 'redact', kind: 'name', id: eve.id })).status).toBe(200)
    for (const format of formats) {
      const { status, text } = await circle.minutes(format, circle.keys.observe)
      expect([format, status]).toEqual([format, 200])
      expect(text).not.toContain('Simon')
      expect(text).toContain('mention retirée')
    }
    expect(JSON.stringify(await circle.board())).not.toContain('Simon')
    const joined = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Zoé Arnaud' })
    const fresh = new Person(server.url, circle.id, {
      ...(joined.json as { participantId: string; token: string; generation: number }),
      name: 'Zoé Arnaud',
    })
    await fresh.connect()
    expect(JSON.stringify(fresh.doc.getMap('board').toJSON())).toContain('Moreau')
    expect(fresh.received('Simon')).toBe(false)
    fresh.leave()
    circle.leave()
  })

  test('published closing words too', async () => {
    const circle = await sealedEvening()
    const words = ((await circle.board())['closing'] as { words: Json[] }).words[0]
    expect((await byHttp(circle, 'Ben Petit', { type: 'redact', kind: 'closing-words', id: words?.['id'] })).status).toBe(200)
    for (const format of formats) expect((await circle.minutes(format, circle.keys.join)).text, format).not.toContain('un mot publié')
    expect(JSON.stringify(await circle.board())).not.toContain('un mot publié')
    circle.leave()
  })
})
