import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { ask, type Json } from './ask.ts'
import { clockTo, EVENING, liveEvening, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
let clock = Date.parse(EVENING)
beforeAll(async () => {
  server = await TestServer.start({ CLOCK: 'manual' })
})
afterAll(() => server.remove())
afterEach(() => circle.leave())

const secondsPass = async (seconds: number): Promise<void> => {
  clock += seconds * 1000
  await clockTo(server, clock)
}
const begin = async (): Promise<void> => {
  await secondsPass(3600)
  circle = await liveEvening(server)
}
const whispersOf = (person: Person): Json[] => person.confidencesOf('whisper').map((view) => view['payload'] as Json)
const readBy = async (person: Person): Promise<string> =>
  (await ask('GET', `${circle.url}/confidences`, undefined, { bearer: person.token })).text

/** Everything there is about the meeting that is not for the mood-watch's eyes alone. */
const expectNowhereElse = async (text: string, allowed: readonly Person[]): Promise<void> => {
  for (const person of circle.people.values()) {
    if (allowed.includes(person)) continue
    expect(person.received(text), `${person.name} received it`).toBe(false)
    expect(await readBy(person), `${person.name} reads it`).not.toContain(text)
  }
  for (const person of circle.people.values()) expect(JSON.stringify(person.doc.getMap('board').toJSON())).not.toContain(text)
  expect(JSON.stringify(await circle.board())).not.toContain(text)
  expect(server.filesWith(text)).toEqual([])
  expect(server.output).not.toContain(text)
}

describe('a whisper', () => {
  test('unsigned: it arrives after three to fifteen seconds of the record, at the mood-watch alone, without sender or hour', async () => {
    await begin()
    const [eve, gwen] = [circle.person('Eve Simon'), circle.person('Gwen Le Bras')]
    const answer = await eve.does({ type: 'whisper', text: 'ça va trop vite pour moi' })
    expect(answer.seq).toBeUndefined()
    expect(answer.facts).toEqual([])
    await secondsPass(2.9)
    await gwen.does({ type: 'ask-floor', kind: 'speak' })
    expect(whispersOf(gwen)).toEqual([])
    await secondsPass(12.1)
    await until('it has come', () => whispersOf(gwen).length === 1)
    const view = gwen.confidencesOf('whisper')[0]
    expect(view).not.toHaveProperty('personId')
    expect(view).not.toHaveProperty('at')
    expect(JSON.stringify(view)).not.toContain(eve.id)
    // The id of the act would tie it to its author.
    expect(JSON.stringify(view)).not.toContain(answer.id)
    await expectNowhereElse('ça va trop vite pour moi', [gwen])
    expect(eve.confidencesOf('whisper')).toEqual([])
  })

  test('the delay is drawn anew each time, within its bounds', async () => {
    await begin()
    const gwen = circle.person('Gwen Le Bras')
    const seen: number[] = []
    const senders = ['Ada Roux', 'Ben Petit', 'Dan Moreau', 'Eve Simon', 'Fil Garnier'].map((name) => circle.person(name))
    for (const [index, sender] of [...senders, ...senders].entries()) {
      await sender.does({ type: 'whisper', text: `mot numéro ${index}` })
      let waited = 0
      while (whispersOf(gwen).length <= index && waited < 15) {
        await secondsPass(1)
        waited += 1
        await gwen.actByHttp({ type: index % 2 ? 'leave-floor' : 'ask-floor', kind: 'speak' })
      }
      expect(whispersOf(gwen)).toHaveLength(index + 1)
      seen.push(waited)
    }
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(3)
    expect(new Set(seen).size).toBeGreaterThan(2)
  })

  test('signed: at once, with its sender, who reads it too and is answered', async () => {
    await begin()
    const [eve, gwen] = [circle.person('Eve Simon'), circle.person('Gwen Le Bras')]
    await eve.does({ type: 'whisper', text: 'peux-tu ralentir', signed: true })
    await until('it has come', () => whispersOf(gwen).length === 1)
    const [view] = gwen.confidencesOf('whisper')
    expect(view).toMatchObject({ personId: eve.id })
    await gwen.does({ type: 'answer-whisper', whisperId: view?.['subject'], text: 'je m’en occupe' })
    await until('the answer has come', () => whispersOf(eve).some(({ answer }) => answer === 'je m’en occupe'))
    for (const text of ['peux-tu ralentir', 'je m’en occupe']) await expectNowhereElse(text, [eve, gwen])
  })

  test('the mood-watch has no mailbox of its own; without one nobody whispers; nobody else reads', async () => {
    await begin()
    const gwen = circle.person('Gwen Le Bras')
    expect(await gwen.act({ type: 'whisper', text: 'à moi-même' })).toMatchObject({ ok: false })
    await circle.person('Fil Garnier').does({ type: 'whisper', text: 'pour Gwen seule', signed: true })
    await until('it has come', () => whispersOf(gwen).length === 1)
    const whisperId = gwen.confidencesOf('whisper')[0]?.['subject']
    for (const name of ['Ada Roux', 'Eve Simon', 'Oda Blanc'])
      expect(await circle.person(name).act({ type: 'read-whisper', whisperId })).toMatchObject({ ok: false })
    // A successor does not inherit what was confided to somebody else.
    await gwen.does({ type: 'hand-over-role', role: 'moodWatcher', personId: circle.person('Dan Moreau').id })
    await circle.person('Dan Moreau').act({ type: 'accept-role', role: 'moodWatcher' })
    await expectNowhereElse('pour Gwen seule', [gwen, circle.person('Fil Garnier')])
  })

  test('nothing is left after `close`, of those on their way neither', async () => {
    await begin()
    const [eve, gwen] = [circle.person('Eve Simon'), circle.person('Gwen Le Bras')]
    await eve.does({ type: 'whisper', text: 'arrivé avant la fin', signed: true })
    await until('it has come', () => whispersOf(gwen).length === 1)
    await eve.does({ type: 'whisper', text: 'encore en chemin' })
    await circle.person('Ada Roux').does({ type: 'close', postponeRest: true })
    await until('Gwen is told that it is gone', () => gwen.confidencesOf('whisper').length === 0)
    await secondsPass(60)
    for (const person of circle.people.values()) expect(await readBy(person)).not.toMatch(/arrivé avant|encore en chemin/)
    expect(gwen.received('encore en chemin')).toBe(false)
    expect(await eve.act({ type: 'whisper', text: 'trop tard' })).toMatchObject({ ok: false })
  })
})

describe('a ripple (level 1)', () => {
  test('is the mood-watch’s, read by facilitation and mood-watch alone, and nowhere else', async () => {
    await begin()
    const [ada, gwen] = [circle.person('Ada Roux'), circle.person('Gwen Le Bras')]
    expect(await circle.person('Eve Simon').act({ type: 'raise-signal', kind: 'pace', level: 1 })).toMatchObject({ ok: false })
    const before = await circle.board()
    const { facts } = await gwen.does({ type: 'raise-signal', kind: 'fatigue', level: 1 })
    expect(facts).toEqual([])
    await until('both see it', () => [ada, gwen].every((person) => person.confidencesOf('ripple').length === 1))
    for (const person of circle.people.values()) {
      if (person === ada || person === gwen) continue
      expect(person.confidencesOf('ripple')).toEqual([])
      expect(await readBy(person)).not.toContain('ripple')
      expect(person.received('"ripple"')).toBe(false)
    }
    expect((await circle.board())['signals']).toEqual(before['signals'])
  })
})

describe('GET confidences', () => {
  test('a cursor brings what is new since, and what is gone; it is of no use to anybody else', async () => {
    await begin()
    const [eve, gwen, dan] = ['Eve Simon', 'Gwen Le Bras', 'Dan Moreau'].map((name) => circle.person(name)) as [Person, Person, Person]
    const read = async (person: Person, since?: string): Promise<{ cursor: string; confidences: Json[] }> =>
      (
        await ask('GET', `${circle.url}/confidences${since === undefined ? '' : `?since=${encodeURIComponent(since)}`}`, undefined, {
          bearer: person.token,
        })
      ).json as never
    await eve.does({ type: 'give-weather', value: 'rain', words: 'le premier mot' })
    const first = await read(dan)
    expect(JSON.stringify(first)).toContain('le premier mot')
    expect((await read(dan, first.cursor)).confidences).toEqual([])
    await gwen.does({ type: 'give-weather', value: 'sun', words: 'le second mot' })
    const second = await read(dan, first.cursor)
    expect(second.confidences).toMatchObject([{ kind: 'weather', personId: gwen.id, payload: { words: 'le second mot' } }])
    await eve.does({ type: 'withdraw-entry', kind: 'weather' })
    expect((await read(dan, second.cursor)).confidences).toMatchObject([{ kind: 'weather', personId: eve.id, payload: null }])
    // With somebody else's cursor one gets one's own reading, from the start.
    const borrowed = await read(circle.person('Fil Garnier'), second.cursor)
    expect(JSON.stringify(borrowed)).toContain('le second mot')
    expect(borrowed.cursor).not.toBe(second.cursor)
    expect((await read(dan, 'pas un curseur')).confidences.length).toBeGreaterThan(0)
    expect((await ask('GET', `${circle.url}/confidences`)).status).toBe(401)
    expect((await ask('GET', `${circle.url}/confidences`, undefined, { bearer: circle.keys.host })).status).toBe(401)
  })
})
