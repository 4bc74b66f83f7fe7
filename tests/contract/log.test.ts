import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { actId } from '../player/act-id.ts'
import { ask, cookieOf } from './ask.ts'
import { listedItem, liveEvening, sealedBy, type Circle } from './circle.ts'
import { RawSocket } from './raw-socket.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
const typed: string[] = []
const says = (text: string): string => {
  typed.push(text)
  return text
}

beforeAll(async () => {
  server = await TestServer.start({ LOG_LEVEL: 'trace' })
  circle = await liveEvening(server, { title: says('Réunion dont on se tait'), purpose: says('motif à taire') })
  const [ada, dan, eve] = ['Ada Roux', 'Dan Moreau', 'Eve Simon'].map((name) => circle.person(name))
  typed.push(...Object.values(circle.keys), ...[...circle.people.values()].flatMap(({ token, name, id }) => [token, name, id]))
  const joined = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: says('Séraphine Tue') })
  typed.push(cookieOf(joined).split('=')[1] ?? '', String(joined.json['token']))
  const { json } = await ask('POST', `${circle.url}/devices`, undefined, { bearer: dan?.token })
  typed.push(String(json['code']))
  const itemId = await listedItem(circle, dan ?? circle.person('Dan Moreau'), { title: says('Point dont on se tait') })
  await dan?.does({ type: 'add-note', itemId, text: says('note à taire') })
  await eve?.does({ type: 'whisper', text: says('souffle à taire'), signed: true })
  await eve?.does({ type: 'give-weather', value: 'rain', words: says('météo à taire') })
  dan?.doc.getMap('learnings').set('one', { kind: 'learning', text: says('apprentissage à taire'), rank: 1 })
  await dan?.allSaved()
  // What goes wrong is where logs talk.
  const wrong = says('fourvoyée')
  for (const url of [
    `${server.url}/api/${wrong}?cle=${wrong}`,
    `${circle.url}/confidences?since=${wrong}`,
    `${circle.url}/${wrong}`,
    `${server.url}/api/inbox/${wrong}`,
    `${server.url}/m/${wrong}?token=${wrong}`,
  ])
    await ask('GET', url, undefined, { bearer: dan?.token })
  for (const body of [
    `{"${wrong}`,
    wrong,
    { id: wrong, act: { type: wrong } },
    { id: actId(), act: { type: 'open', [wrong]: wrong } },
    { id: actId(), act: { type: 'add-note', itemId, text: wrong, channel: wrong } },
  ])
    await ask('POST', `${circle.url}/acts`, body, { bearer: dan?.token })
  await ask('POST', `${server.url}/api/meetings`, { title: 7, purpose: wrong })
  await ask('POST', `${server.url}/api/import`, `{"${wrong}":`)
  await ask('POST', `${circle.url}/join`, { key: says('clef-tout-a-fait-fausse-de-longueur'), name: wrong })
  const socket = await new RawSocket(`${server.url.replace('http', 'ws')}/live/${circle.id}?token=${dan?.token}&v=1`).opened()
  socket.tell(`{"${wrong}`)
  await socket.closedWith()
  await eve?.act({ type: 'close' })
  await sealedBy(circle, ada ?? circle.person('Ada Roux'), circle.person('Ben Petit'))
  await ask('POST', `${circle.url}/late`, { text: says('trop tard à taire') }, { bearer: dan?.token })
  await server.stop()
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const lines = (): string[] => server.output.split('\n').filter((line) => line.trim() !== '')

describe('the log', () => {
  test('but for the greeting, every line is JSON with a level, a time and a sentence', async () => {
    await until('it has said its last word', () => server.output.includes('"ending"'))
    const greeting = /^(Clairière (is ready|est prête)\.|\s+[^:]+:\s+https?:\/\/\S+)$/
    const said = lines().filter((line) => !greeting.test(line))
    expect(said.length).toBeGreaterThan(25)
    for (const line of said)
      expect(JSON.parse(line), line).toMatchObject({
        level: expect.any(String),
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        msg: expect.any(String),
      })
  })

  test('holds nothing of what was typed, no name, no secret, no query string', () => {
    expect(typed.length).toBeGreaterThan(30)
    for (const text of typed) {
      expect(text.length).toBeGreaterThan(4)
      expect(
        lines().filter((line) => line.includes(text) || line.includes(encodeURIComponent(text))),
        text,
      ).toEqual([])
    }
    expect(server.output).not.toMatch(/[?&](token|since|as|key|cle)=/)
  })

  test('says of an act neither who did it nor what kind it was', () => {
    for (const type of ['whisper', 'give-weather', 'add-note', 'agree-review', 'raise-signal', 'propose-item'])
      expect(
        lines().filter((line) => line.includes(type)),
        type,
      ).toEqual([])
  })

  test('had no fault to report', () => {
    expect(lines().filter((line) => line.includes('"level":"error"'))).toEqual([])
  })
})
