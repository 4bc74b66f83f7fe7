import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { TestServer } from '../player/server.ts'
import { ask } from './ask.ts'
import { clockTo, EVENING, liveEvening, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let server: TestServer
let now = Date.parse(EVENING)
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
})
afterAll(() => server.remove())

/** Statuses of the sealed page by link, by a person who was there, by one who came after the close (if they could), and without anything. */
const readBy = async (circle: Circle, after: string | undefined) => ({
  host: (await circle.minutes('html', circle.keys.host)).status,
  join: (await circle.minutes('md', circle.keys.join)).status,
  there: (await circle.minutes('md', circle.person('Dan Moreau').token)).status,
  after: after === undefined ? 'not let in' : (await circle.minutes('md', after)).status,
  nobody: (await ask('GET', `${circle.url}/minutes.md`)).status,
  versions: (await ask('GET', `${circle.url}/versions`, undefined, { bearer: circle.keys.observe })).status,
})

test.each([
  ['circle', { host: 200, join: 403, there: 200, after: 'not let in', nobody: 401, versions: 403 }],
  ['members', { host: 200, join: 200, there: 200, after: 200, nobody: 401, versions: 200 }],
  ['public', { host: 200, join: 200, there: 200, after: 200, nobody: 200, versions: 200 }],
] as const)('[F7] minutes for %s are read by these, whatever was chosen at the creation', async (audience, reads) => {
  const circle = await liveEvening(server)
  await circle.person('Ben Petit').does({ type: 'set-audience', audience })
  await circle.person('Ada Roux').does({ type: 'close', postponeRest: true })
  now += 60_000
  await clockTo(server, now)
  const entered = await ask('POST', `${circle.url}/join`, { key: circle.keys.observe, name: 'Zoé Arnaud' })
  const after = entered.status === 200 ? String(entered.json['token']) : undefined
  expect((await ask('GET', `${circle.url}/minutes.md`)).status, 'not before the seal').toBe(401)
  for (const person of circle.people.values()) await person.act({ type: 'agree-review' })
  await circle.person('Ada Roux').does({ type: 'seal' })
  await circle.person('Ben Petit').does({ type: 'seal' })
  expect(await readBy(circle, after)).toEqual(reads)
  const late = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Yves Le Gall' })
  expect([late.status, late.json['error']]).toEqual(audience === 'circle' ? [403, 'circle-only'] : [200, undefined])
  circle.leave()
})
