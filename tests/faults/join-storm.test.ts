import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Circle, listedItem } from '../contract/circle.ts'
import { dose } from '../dose.ts'
import { actId } from '../player/act-id.ts'
import { call, Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { metric } from './metrics.ts'

/** By night 990: a room takes a thousand sockets, the thousandth is told to come another time, and the writer's is one of them. */
const JOINS = dose('JOINS', { desk: 100, full: 500 })
const SOCKETS_EACH = 10

let server: TestServer
let circle: Circle
let writer: Person
beforeAll(async () => {
  server = await TestServer.start({ TRUST_PROXY: '127.0.0.1' })
  circle = await Circle.make(server)
  writer = await circle.enter('Ada Roux', 'host')
})
afterAll(async () => {
  circle.leave()
  await server.remove()
})

/** How often the server has encoded a document for devices so far, by its own count. */
const encodings = (): Promise<number> => metric(server, 'clairiere_encodings_total')

/** Twenty long notes, as a day of workshops leaves them. */
const fill = async (): Promise<void> => {
  for (let point = 0; point < 20; point++) {
    const itemId = await listedItem(circle, writer, { title: `Point ${point}` })
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('m'.repeat(55_000))])
    writer.doc.getXmlFragment(`note:${itemId}`).insert(0, [paragraph])
    await writer.allSaved()
  }
}

interface Joined {
  readonly hash: string
  readonly bytes: number
}

/** One socket that asks for everything and reads the first document it gets, without looking into it. */
const join = (token: string, address: string): Promise<Joined> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/${circle.id}?token=${token}`, {
      headers: { 'x-forwarded-for': address },
      perMessageDeflate: false, // compressed for each, the mebibyte would cost more than its encoding, which is what is looked at
    })
    socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)))
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 0 || data[1] !== 1) return
      resolve({ hash: createHash('sha256').update(data).digest('hex'), bytes: data.length })
      socket.removeAllListeners('close')
      sockets.push(socket)
    })
  })
const sockets: WebSocket[] = []

test(`${JOINS} sockets come to a document of a mebibyte at once: all get the same bytes, encoded once`, { timeout: 180_000 }, async () => {
  await fill()
  const tokens: string[] = []
  for (let index = 0; index < JOINS / SOCKETS_EACH; index++) {
    const answer = await fetch(`${circle.url}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.1.${index}` },
      body: JSON.stringify({ key: circle.keys.join, name: `Personne ${index}` }),
    })
    tokens.push(((await answer.json()) as { token: string }).token)
  }
  const whole = Y.encodeStateAsUpdate(writer.doc)
  const before = await encodings()
  const started = performance.now()
  const joined = await Promise.all(
    tokens.flatMap((token, index) => Array.from({ length: SOCKETS_EACH }, () => join(token, `10.0.2.${index}`))),
  )
  const [took, encoded] = [performance.now() - started, (await encodings()) - before]
  process.stdout.write(`${joined.length} joins to ${(whole.length / 1024).toFixed(0)} KiB: ${took.toFixed(0)} ms, ${encoded} encodings\n`)
  expect(whole.length).toBeGreaterThan(1024 * 1024)
  expect(joined).toHaveLength(JOINS)
  expect(new Set(joined.map(({ hash }) => hash)).size).toBe(1)
  expect(joined[0]?.bytes).toBeGreaterThan(1024 * 1024)
  // At most once: the document stood still, and somebody may have asked for all of it before.
  expect(encoded).toBeLessThanOrEqual(1)
  for (const socket of sockets) socket.terminate()
  await until('the room goes on', async () => (await call('GET', circle.url, undefined, writer.token)).status === 200)
  writer.doc.getMap('learnings').set(actId(), { kind: 'learning', text: 'après', rank: 0 })
  await writer.allSaved()
})
