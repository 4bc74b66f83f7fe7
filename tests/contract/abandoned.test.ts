import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { ask } from './ask.ts'
import { clockTo, EVENING, listedItem, liveEvening, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 20_000 })
const HOUR = 3_600_000
const DAY = 24 * HOUR
let server: TestServer
let circle: Circle
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
  await clockTo(server, EVENING)
  circle = await liveEvening(server, { plannedMinutes: 90, reviewDays: 7 })
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const after = (ms: number): Promise<void> => clockTo(server, Date.parse(EVENING) + ms)
const readBy = async (name: string): Promise<string> =>
  (await ask('GET', `${circle.url}/confidences`, undefined, { bearer: circle.person(name).token })).text
const keys = (): string[] => readdirSync(join(server.dataDir, 'keys', circle.id))

test('a meeting that nobody closes: whispers go twelve hours after the last person, what was said in the circle thirty days after the review would have ended', async () => {
  const [gwen, eve] = [circle.person('Gwen Le Bras'), circle.person('Eve Simon')]
  const itemId = await listedItem(circle, circle.person('Dan Moreau'))
  await circle.person('Dan Moreau').does({ type: 'add-note', itemId, text: 'ce qui reste' })
  await eve.does({ type: 'give-weather', value: 'rain', words: 'ce qui doit partir' })
  await eve.does({ type: 'whisper', text: 'un souffle oublié', signed: true })
  await until('it has come', () => gwen.confidencesOf('whisper').length === 1)
  for (const person of circle.people.values()) person.disconnect()
  await until('everyone has left', async () => /^clairiere_sockets 0$/m.test((await ask('GET', `${server.url}/metrics`)).text))
  await after(11 * HOUR)
  expect(await readBy('Gwen Le Bras')).toContain('un souffle oublié')
  await after(13 * HOUR)
  await until('the whisper is gone', async () => !(await readBy('Gwen Le Bras')).includes('un souffle oublié'))
  expect(await readBy('Eve Simon')).not.toContain('un souffle oublié')

  await after(36 * DAY)
  expect(await readBy('Dan Moreau')).toContain('ce qui doit partir')
  const before = keys()
  await after(39 * DAY)
  await until('the words are gone', async () => !(await readBy('Dan Moreau')).includes('ce qui doit partir'))
  await until('their key too', () => !keys().some((key) => before.includes(key)))
  await server.stop('SIGKILL')
  await server.restart()
  await after(39 * DAY + HOUR)
  expect(await readBy('Eve Simon')).not.toContain('ce qui doit partir')
  const draft = await circle.minutes('md', circle.person('Ben Petit').token)
  expect(draft.status).toBe(200)
  expect(draft.text).toContain('ce qui reste')
  expect(draft.text).not.toContain('ce qui doit partir')
  // The minutes say so.
  expect(draft.text).toMatch(/effac|oubli/)
})
