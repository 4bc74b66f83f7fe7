import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, cookieOf } from '../contract/ask.ts'
import { Circle } from '../contract/circle.ts'
import { RawSocket } from '../contract/raw-socket.ts'
import { dose } from '../dose.ts'
import { actId } from '../player/act-id.ts'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { metric } from './metrics.ts'

/** Of each kind of stranger. */
const STRANGERS = dose('STRANGERS', { desk: 100, full: 100 })
/** Requests whose headers never end are waited for until the server gives them up, some twenty seconds later: by night. */
const PATIENT = dose('HALF_OPEN_TO_THE_END', { desk: 0, full: 0 }) > 0
const AT_ONCE = 20
/** What one address may ask for at once before it is told to wait [contract § Socket]. */
const BURST = 600

let server: TestServer
let circle: Circle
let writer: Person
let reader: Person
let cookie: string
beforeAll(async () => {
  server = await TestServer.start({ TRUST_PROXY: '127.0.0.1' })
  circle = await Circle.make(server)
  writer = await circle.enter('Ada Roux', 'host')
  reader = await circle.enter('Ben Petit')
  cookie = cookieOf(await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Zoé Arnaud' }))
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

const knock = (address: string, headers: Record<string, string>, id = circle.id): RawSocket =>
  new RawSocket(`${server.url.replace('http', 'ws')}/live/${id}?v=1`, { 'x-forwarded-for': address, ...headers })

/** The status its upgrade was refused with, or the code it was closed with. */
const answerOf = async (socket: RawSocket): Promise<number> => {
  const code = await socket.closedWith()
  return socket.refusedWith ?? code
}

/** One device writes, the other reads it. */
const editFlows = async (): Promise<void> => {
  const id = actId()
  writer.doc.getMap('learnings').set(id, { kind: 'learning', text: 'pendant ce temps', rank: 0 })
  await until('the other device has the edit', () => reader.doc.getMap('learnings').has(id))
}

/** Open connections of any kind, this question’s own among them. */
const connections = (): Promise<number> => metric(server, 'clairiere_nodejs_active_resources{type="TCPSocketWrap"}')

/** What a flood may not change: sockets in rooms, and persons. */
const counted = async (): Promise<unknown> => ({
  sockets: await metric(server, 'clairiere_sockets'),
  joins: await metric(server, 'clairiere_joins_total'),
  people: Object.keys((await circle.board())['people'] as object).length,
})

interface Standing {
  readonly open: number
  readonly counts: unknown
}
const standing = async (): Promise<Standing> => ({ open: await connections(), counts: await counted() })

/** Waits until all is as it was: a connection that has been refused takes a moment to go. */
const isAgain = async ({ open, counts }: Standing): Promise<void> => {
  await until('no connection is left over', async () => (await connections()) <= open)
  await until('sockets and people are as before', async () => JSON.stringify(await counted()) === JSON.stringify(counts))
}

test(
  'every kind of stranger gets its code, nobody is counted, and an edit flows in the middle of each crowd',
  { timeout: 180_000 },
  async () => {
    const forged = cookie.replace(/=.*/, `=${'x'.repeat(43)}`)
    const kinds: [string, number, (address: string) => RawSocket][] = [
      ['nothing to show', 4401, (address) => knock(address, {})],
      ['a forged cookie', 4401, (address) => knock(address, { cookie: forged, origin: server.url })],
      ['a true cookie without a page', 4401, (address) => knock(address, { cookie })],
      ['a foreign page with a true cookie', 403, (address) => knock(address, { cookie, origin: 'https://ailleurs.example' })],
      ['no such meeting', 4404, (address) => knock(address, { cookie, origin: server.url }, actId())],
    ]
    const before = await standing()
    for (const [index, [kind, expected, come]] of kinds.entries()) {
      for (let first = 0; first < STRANGERS; first += AT_ONCE) {
        const crowd = Array.from({ length: AT_ONCE }, (_, seat) => come(`10.${index}.${(first + seat) >> 8}.${(first + seat) & 255}`))
        await editFlows()
        expect(await Promise.all(crowd.map(answerOf)), kind).toEqual(Array.from({ length: AT_ONCE }, () => expected))
      }
    }
    await isAgain(before)
  },
)

test('one address that goes on is answered 429 before anything is looked up; its neighbour comes in', async () => {
  const before = await standing()
  const answers: number[] = []
  while (!answers.includes(429)) {
    const crowd = Array.from({ length: 5 * AT_ONCE }, () => knock('10.99.0.1', {}))
    await editFlows()
    answers.push(...(await Promise.all(crowd.map(answerOf))))
  }
  expect([...new Set(answers)].toSorted((one, other) => one - other)).toEqual([429, 4401])
  expect(answers.filter((answer) => answer === 4401).length).toBeGreaterThanOrEqual(BURST)
  const neighbour = await knock('10.99.0.2', { cookie, origin: server.url }).opened()
  neighbour.step1()
  await until('the neighbour is answered', () => neighbour.types.has(0))
  neighbour.end()
  await isAgain(before)
})

/** Requests for a socket whose headers never end, all held by the server. */
const halfOpen = async (): Promise<Socket[]> => {
  const streams = await Promise.all(
    Array.from({ length: 2 * STRANGERS }, async () => {
      const stream = connect(server.port, '127.0.0.1')
      await once(stream, 'connect')
      stream.write(`GET /live/${circle.id} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-`)
      return stream
    }),
  )
  await until('the server holds them all', async () => (await connections()) >= streams.length + circle.people.size)
  return streams
}

test('requests whose headers never end hold nobody up, and nothing of them stays', async () => {
  const before = await standing()
  const streams = await halfOpen()
  await editFlows()
  expect(await counted()).toEqual(before.counts)
  for (const stream of streams) stream.destroy()
  await isAgain(before)
  await editFlows()
})

test.runIf(PATIENT)('requests whose headers never end are given up with 408', { timeout: 180_000 }, async () => {
  const before = await standing()
  const answers = await Promise.all((await halfOpen()).map(readToEnd))
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  await isAgain(before)
  await editFlows()
})

/** All that the server says until it hangs up. */
const readToEnd = async (stream: Socket): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
