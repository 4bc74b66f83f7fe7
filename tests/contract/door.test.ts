import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { actId } from '../player/act-id.ts'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { ask, cookieOf, type Json } from './ask.ts'
import { liveEvening, sealedBy, type Circle } from './circle.ts'
import { RawSocket, syncFrame } from './raw-socket.ts'

vi.setConfig({ testTimeout: 15_000 })
let server: TestServer
let circle: Circle
const sockets: RawSocket[] = []
beforeAll(async () => {
  server = await TestServer.start()
  circle = await liveEvening(server)
})
afterAll(async () => {
  for (const socket of sockets) socket.end()
  circle.leave()
  await server.remove()
})

const knock = (query: string, headers: Record<string, string> = {}, id = circle.id): RawSocket => {
  const socket = new RawSocket(`${server.url.replace('http', 'ws')}/live/${id}${query}`, headers)
  sockets.push(socket)
  return socket
}
const come = (person: Person, more = '&v=1&gen=1'): Promise<RawSocket> => knock(`?token=${person.token}${more}`).opened()

/** Lets in, answers a SyncStep1, and is still open. */
const expectServed = async (socket: RawSocket): Promise<void> => {
  await socket.opened()
  socket.step1()
  await until('it is answered', () => socket.types.has(0))
  expect(socket.code).toBeNull()
}

describe('who is let in', () => {
  test('a token in the query, or in the header', async () => {
    await expectServed(knock(`?token=${circle.person('Dan Moreau').token}`))
    await expectServed(knock('', { authorization: `Bearer ${circle.person('Dan Moreau').token}` }))
  })

  test('4401 for a token that is none, another meeting’s, a link’s key, nothing at all', async () => {
    const other = await ask('POST', `${server.url}/api/meetings`, { title: 'Ailleurs' })
    const key = String((other.json['links'] as { host: string }).host.split('#')[1])
    const elsewhere = await ask('POST', `${server.url}/api/meetings/${String(other.json['meetingId'])}/join`, { key, name: 'Zoé' })
    for (const token of ['x'.repeat(43), String(elsewhere.json['token']), circle.keys.host, '', '%00'])
      expect(await knock(`?token=${token}&v=1`).closedWith(), token).toBe(4401)
    expect(await knock('').closedWith()).toBe(4401)
  })

  test('4404 for a meeting that is none', async () => {
    for (const id of [actId(), '..%2F..', 'x'.repeat(300)])
      expect(await knock(`?token=${circle.person('Dan Moreau').token}`, {}, id).closedWith(), id).toBe(4404)
  })

  test('4426 for a protocol of another version', async () => {
    expect(await knock(`?token=${circle.person('Dan Moreau').token}&v=2`).closedWith()).toBe(4426)
  })

  test('a foreign page is refused, even with a token; a cookie needs a page of ours, and `as` a person it holds', async () => {
    const joined = await ask('POST', `${circle.url}/join`, { key: circle.keys.join, name: 'Zoé Arnaud' })
    const [cookie, token] = [cookieOf(joined), String(joined.json['token'])]
    const foreign = knock(`?token=${token}`, { origin: 'https://ailleurs.example' })
    await foreign.closedWith()
    expect(foreign.refusedWith).toBe(403)
    const thief = knock('', { cookie, origin: 'https://ailleurs.example' })
    await thief.closedWith()
    expect(thief.refusedWith).toBe(403)
    expect(await knock('', { cookie }).closedWith(), 'no page').toBe(4401)
    await expectServed(knock('', { cookie, origin: server.url }))
    await expectServed(knock(`?as=${String(joined.json['participantId'])}`, { cookie, origin: server.url }))
    expect(await knock(`?as=${circle.person('Ada Roux').id}`, { cookie, origin: server.url }).closedWith()).toBe(4401)
  })
})

describe('frames that are none', () => {
  const bad: [string, number, Uint8Array | string][] = [
    ['nothing', 4400, new Uint8Array()],
    ['text', 4400, 'bonjour'],
    ['an unknown type', 4400, Uint8Array.of(7, 1, 2)],
    ['a truncated length', 4400, Uint8Array.of(0, 2, 200)],
    ['a number without end', 4400, new Uint8Array(40).fill(255)],
    ['bytes after the end', 4400, Uint8Array.of(...syncFrame(0, Y.encodeStateVector(new Y.Doc())), 9)],
    ['a sync step nobody knows', 4400, syncFrame(5, new Uint8Array(2))],
    ['what only the server says: saved', 4400, Uint8Array.of(100, 1, 7)],
    ['a message that is no JSON', 4400, Uint8Array.of(101, 1, 123)],
    ['a message of another form', 4400, Uint8Array.of(101, 4, 110, 117, 108, 108)],
    ['a state vector that is none', 4400, syncFrame(0, Uint8Array.of(255, 255, 255, 255, 1))],
    ['a mebibyte and more', 4413, syncFrame(2, new Uint8Array(1_100_000))],
  ]
  test.each(bad)('%s: %i, and the room goes on', async (_what, code, bytes) => {
    const socket = await come(circle.person('Eve Simon'))
    socket.send(bytes)
    expect(await socket.closedWith()).toBe(code)
    expect(circle.person('Eve Simon').isOpen).toBe(true)
  })

  test('an update that does not parse is refused, says why, and reaches nobody', async () => {
    const socket = await come(circle.person('Kim Durand'))
    socket.step2(new Y.Doc())
    socket.update(Uint8Array.of(1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1))
    expect(await socket.closedWith()).toBe(4403)
    expect(socket.told.some((message) => (message['refused'] as Json | undefined)?.['code'] === 'malformed')).toBe(true)
  })

  test('too many at once: 4529, and whoever does it only hurts themselves', async () => {
    const socket = await come(circle.person('Fil Garnier'))
    for (let count = 0; count < 2_000; count++) socket.send(Uint8Array.of(3))
    expect(await socket.closedWith()).toBe(4529)
    const dan = circle.person('Dan Moreau')
    await dan.does({ type: 'ask-floor', kind: 'speak' })
    const { floor } = (await dan.board())['now'] as { floor: { queue: readonly { personId: string }[] } }
    expect(floor.queue.map(({ personId }) => personId)).toContain(dan.id)
  })
})

describe('with `v=1`', () => {
  test('on opening it is told whether we save, and the record’s time', async () => {
    const socket = await come(circle.person('Dan Moreau'))
    await until('a status came', () => socket.told.some((message) => 'status' in message))
    const { status } = socket.told.find((message) => 'status' in message) as { status: { saving: boolean; now: string } }
    expect(status.saving).toBe(true)
    expect(Math.abs(Date.parse(status.now) - Date.now())).toBeLessThan(60_000)
  })

  test('an act on the socket: judged after the words sent before it, answered once, with a sentence when refused', async () => {
    const socket = await come(circle.person('Dan Moreau'))
    const [taken, refused, unknown] = [actId(), actId(), actId()]
    const act = { type: 'propose-item', kind: 'information', title: 'Par la socket' }
    socket.tell({ act: { id: taken, act } })
    socket.tell({ act: { id: taken, act } })
    socket.tell({ act: { id: refused, act: { type: 'close' } } })
    socket.tell({ act: { id: unknown, act: { type: 'make-coffee' } } })
    const answers = (id: string) =>
      socket.told.flatMap((message) => ('answer' in message ? [message['answer'] as Json] : [])).filter((answer) => answer['id'] === id)
    await until('all are answered', () => answers(taken).length === 2 && answers(refused).length + answers(unknown).length === 2)
    expect(answers(taken)[0]).toEqual(answers(taken)[1])
    expect(answers(taken)[0]).toMatchObject({ ok: true, seq: expect.any(Number), facts: expect.any(Array) })
    expect(answers(refused)[0]).toMatchObject({ ok: false, refused: 'facilitator-present', message: expect.stringMatching(/\S \S/) })
    expect(answers(unknown)[0]).toMatchObject({ ok: false, refused: 'malformed' })
  })

  test('`saved` counts SyncStep2 and Update in their order, those before the SyncStep2 with it, those of no effect too', async () => {
    const dan = circle.person('Dan Moreau')
    const socket = await come(dan)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const put = (id: string): void => void doc.getMap('learnings').set(id, { kind: 'learning', text: id, rank: 1 })
    put('before')
    socket.update(updates[0] as Uint8Array) // 1: ignored, repeated by the SyncStep2
    socket.step2(doc) // 2
    await until('two are saved', () => socket.saved === 2)
    put('then')
    socket.update(updates[1] as Uint8Array) // 3
    socket.update(updates[1] as Uint8Array) // 4: nothing new
    await until('four are saved', () => socket.saved === 4)
    put('never-sent')
    put('rests-on-nothing')
    socket.update(updates[3] as Uint8Array) // 5: a gap
    await until('it is asked again', () => socket.frames.some((frame) => frame[0] === 0 && frame[1] === 0))
    expect(socket.saved).toBe(4)
    socket.step2(doc) // 6: brings all
    await until('six are saved', () => socket.saved === 6)
    expect(socket.saved).toBe(6)
    await until('the others have it', () => circle.person('Eve Simon').doc.getMap('learnings').has('rests-on-nothing'))
  })

  test('a device of an older generation: 4409, by `gen` or by what its document names', async () => {
    const own = await liveEvening(server)
    const dan = own.person('Dan Moreau')
    const old = Y.encodeStateVector(dan.doc)
    await sealedBy(own, own.person('Ada Roux'), own.person('Ben Petit'))
    await until('everyone is sent back', () => dan.closes.includes(4409))
    expect(await knock(`?token=${dan.token}&v=1&gen=1`, {}, own.id).closedWith()).toBe(4409)
    const stock = await knock(`?token=${dan.token}`, {}, own.id).opened()
    stock.step1(old)
    expect(await stock.closedWith()).toBe(4409)
    // Judged first: it is not asked for what it holds.
    expect(stock.frames.filter((frame) => frame[0] === 0 && frame[1] === 0)).toEqual([])
    const fresh = await knock(`?token=${dan.token}&v=1&gen=2`, {}, own.id).opened()
    await expectServed(fresh)
    const vector = await fetch(`${own.url}/generations/1`, { headers: { authorization: `Bearer ${dan.token}` } })
    expect(Y.decodeStateVector(new Uint8Array(await vector.arrayBuffer())).size).toBeGreaterThan(0)
    own.leave()
  })
})
