import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Answer, Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import type { Json } from './ask.ts'
import { listedItem, liveEvening, type Circle } from './circle.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 20_000 })
let server: TestServer
let circle: Circle
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

test('sealing while everybody is still at it: one sealing, and in its minutes all that was answered or saved, no more', async () => {
  const [ada, ben, dan, eve, kim] = ['Ada Roux', 'Ben Petit', 'Dan Moreau', 'Eve Simon', 'Kim Durand'].map((name) =>
    circle.person(name),
  ) as [Person, Person, Person, Person, Person]
  await kim.does({ type: 'claim-role', role: 'scribe', rank: 'pair' })
  const itemId = await listedItem(circle, dan)
  const notes: string[] = []
  for (let n = 0; n < 40; n++) notes.push((await eve.does({ type: 'add-note', itemId, text: `note ${n} première main` })).id)
  await ada.does({ type: 'close', postponeRest: true })
  for (const person of circle.people.values()) await person.does({ type: 'agree-review' })
  await ada.does({ type: 'seal' })

  // Edits over HTTP (a socket may close before its answer), words over a socket, and the second key twice, all at once.
  const edits: Promise<Answer>[] = []
  const keys: Promise<Answer>[] = []
  const wordsAt = new Map<number, number>()
  for (const [n, noteId] of notes.entries()) {
    edits.push(eve.actByHttp({ type: 'edit-note', noteId, text: `note ${n} reprise en main` }))
    dan.doc.getMap('learnings').set(`word-${n}`, { kind: 'learning', text: `mot ${n} de Dan`, rank: n })
    wordsAt.set(n, dan.sent)
    if (n === 20) keys.push(ben.actByHttp({ type: 'seal' }), kim.actByHttp({ type: 'seal' }))
    if (n % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  let saved = 0
  await until('older devices are sent back', () => {
    saved = Math.max(saved, dan.saved)
    return dan.closes.includes(4409)
  })
  const turned = await Promise.all(keys)
  expect(turned.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await circle.board())['meeting'] as Json).toMatchObject({ status: 'sealed', minutesVersion: 1 })

  const { text } = await circle.minutes('md', circle.keys.join)
  for (const [n, answer] of (await Promise.all(edits)).entries()) {
    expect([n, text.includes(`note ${n} reprise en main`)]).toEqual([n, answer.ok])
    expect([n, text.includes(`note ${n} première main`)]).toEqual([n, !answer.ok])
  }
  for (const [n, sent] of wordsAt) expect([n, sent > saved || text.includes(`mot ${n} de Dan`)]).toEqual([n, true])
})
