import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { TestServer } from '../player/server.ts'
import { actId } from '../player/act-id.ts'
import { ask } from './ask.ts'
import { Circle, listedItem } from './circle.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 20_000 })
const formats = ['md', 'dokuwiki', 'mediawiki', 'html', 'json'] as const
let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.remove())

/** Three people, one note of each, in review and agreed; the first key is turned. */
const readyToSeal = async (): Promise<Circle> => {
  const circle = await Circle.make(server)
  const ada = await circle.enter('Ada Roux', 'host')
  for (const name of ['Ben Petit', 'Eve Simon']) await circle.enter(name)
  await ada.does({ type: 'open' })
  await ada.does({ type: 'claim-role', role: 'facilitator' })
  await circle.person('Ben Petit').does({ type: 'claim-role', role: 'scribe' })
  const itemId = await listedItem(circle, ada)
  for (const person of circle.people.values()) await person.does({ type: 'add-note', itemId, text: `noté par ${person.name}` })
  ada.doc.getMap('learnings').set('one', { kind: 'learning', text: 'appris ce soir', rank: 1 })
  await ada.allSaved()
  await circle.person('Eve Simon').does({ type: 'give-weather', value: 'rain', words: 'un mot qui doit disparaître' })
  await ada.does({ type: 'close', postponeRest: true })
  for (const person of circle.people.values()) await person.does({ type: 'agree-review' })
  await ada.does({ type: 'seal' })
  return circle
}

const generationsWithKey = (circle: Circle): string[] => readdirSync(join(server.dataDir, 'keys', circle.id)).toSorted()

/** Either all of the review still stands, or all of the sealed meeting does. */
const expectWhole = async (circle: Circle): Promise<'review' | 'sealed'> => {
  const status = await circle.status()
  const tokens = [...circle.people.values()].map(({ token }) => token)
  const confided = await ask('GET', `${circle.url}/confidences`, undefined, { bearer: tokens[1] })
  if (status === 'review') {
    expect(generationsWithKey(circle)).toEqual(['1.key'])
    expect(confided.text).toContain('un mot qui doit disparaître')
    expect((await circle.minutes('md', String(tokens[0]))).text).toMatch(/^PROJET – en relecture[\s\S]*noté par Eve Simon/)
    return 'review'
  }
  expect(status).toBe('sealed')
  expect(generationsWithKey(circle)).toEqual(['2.key'])
  expect(confided.json['confidences']).toEqual([])
  expect(server.filesWith('un mot qui doit disparaître')).toEqual([])
  for (const format of formats) {
    const [one, other] = [await circle.minutes(format, String(tokens[0])), await circle.minutes(format, circle.keys.observe)]
    expect([format, one.status]).toEqual([format, 200])
    expect(one.text).toBe(other.text)
    for (const text of ['noté par Ada Roux', 'noté par Ben Petit', 'noté par Eve Simon', 'appris ce soir'])
      expect(one.text, format).toContain(text)
    expect(one.text).not.toContain('un mot qui doit disparaître')
  }
  const joined = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Zoé Arnaud' })
  expect(joined.json).toMatchObject({ generation: 2, standing: 'observer' })
  return 'sealed'
}

/** When the plug is pulled: so many milliseconds after the second key, or at what shows on the disk then. */
type Moment = number | 'the next key is there' | 'the old key is gone'

const comes = async (circle: Circle, moment: Moment): Promise<void> => {
  if (typeof moment === 'number') return new Promise((resolve) => setTimeout(resolve, moment))
  const hasCome = (): boolean =>
    moment === 'the next key is there' ? generationsWithKey(circle).includes('2.key') : !generationsWithKey(circle).includes('1.key')
  const end = Date.now() + 5_000
  while (!hasCome() && Date.now() < end) await new Promise((resolve) => setImmediate(resolve))
}

/** Turns the second key and pulls the plug; whether the answer had come. */
const sealAndKill = async (circle: Circle, moment: Moment): Promise<boolean> => {
  const answer = turnSecondKey(circle).then(
    ({ status }) => status === 200,
    () => false,
  )
  await comes(circle, moment)
  await server.stop('SIGKILL')
  return answer
}

const turnSecondKey = (circle: Circle) =>
  ask('POST', `${circle.url}/acts`, { id: actId(), act: { type: 'seal' } }, { bearer: circle.person('Ben Petit').token })

/** A meeting still in review is sealed by asking again. */
const expectSealedAtLast = async (circle: Circle, status: 'review' | 'sealed'): Promise<void> => {
  if (status === 'sealed') return
  const again = await turnSecondKey(circle)
  expect(again.status, again.text).toBe(200)
  expect(await expectWhole(circle)).toBe('sealed')
}

test.each([3, 'the next key is there', 'the old key is gone', 30] as Moment[])(
  'kill -9 while sealing (%s): after the start it is in review or sealed, whole either way',
  async (moment) => {
    const circle = await readyToSeal()
    circle.leave()
    const isAnswered = await sealAndKill(circle, moment)
    await server.restart()
    const status = await expectWhole(circle)
    // The transaction before the key's end is the point of no return.
    expect(isAnswered || moment === 'the old key is gone' ? ['sealed'] : ['review', 'sealed']).toContain(status)
    await expectSealedAtLast(circle, status)
  },
)

test('and killed again while it starts: the next start finishes what the last one began', async () => {
  const circle = await readyToSeal()
  circle.leave()
  await sealAndKill(circle, 'the old key is gone')
  for (const delayMs of [250, 500]) {
    const starting = server.restart().catch(() => undefined)
    await comes(circle, delayMs)
    await server.stop('SIGKILL')
    await starting
  }
  await server.restart()
  expect(await expectWhole(circle)).toBe('sealed')
})
