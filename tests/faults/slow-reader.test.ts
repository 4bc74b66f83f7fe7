import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Circle, listedItem } from '../contract/circle.ts'
import { RawSocket } from '../contract/raw-socket.ts'
import { dose } from '../dose.ts'
import { actId } from '../player/act-id.ts'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'
import { metric } from './metrics.ts'

const MIB = 1024 * 1024
/** Written past the slow one, well within the 20 s after which it would be cut off. */
const VOLUME = 16 * MIB
/** What may be written to it, however much passes: 256 KiB in the server, and both ends' kernel buffers, 4 and 6 MiB at most by Linux’s defaults. */
const MOST_KEPT = 12 * MIB
/** How many say nothing and read nothing until they are cut off, most of a minute later: by night. */
const SILENT = dose('SILENT_READERS', { desk: 0, full: 0 })
const NOTES = 3
const NOTE_LENGTH = 55_000
const ROUNDS = Math.ceil(VOLUME / (NOTES * NOTE_LENGTH))

let server: TestServer
let circle: Circle
let writer: Person
let reader: Person
const notes: string[] = []
const sockets: RawSocket[] = []
beforeAll(async () => {
  server = await TestServer.start({ RATE_LIMITS: '100' })
  circle = await Circle.make(server)
  writer = await circle.enter('Ada Roux', 'host')
  reader = await circle.enter('Ben Petit')
  for (let count = 0; count < NOTES; count++) notes.push(await listedItem(circle, writer, { title: `Point ${count}` }))
})
afterAll(async () => {
  for (const socket of sockets) socket.end()
  circle.leave()
  await server.remove()
})

/** A device that follows the document, and then takes nothing more from the network. */
const stopped = async (name: string): Promise<RawSocket> => {
  const { token } = await circle.enter(name)
  circle.person(name).disconnect()
  const url = `${server.url.replace('http', 'ws')}/live/${circle.id}?token=${token}&v=1&gen=1`
  const socket = await new RawSocket(url, {}, { perMessageDeflate: false }).opened()
  sockets.push(socket)
  socket.step1()
  await until('it follows', () => steps(socket).includes(1))
  socket.stopReading()
  return socket
}

/**
 * All notes are written anew, and one learning says which round it was. Resolves when the other has it, so that nobody but the slow one ever has
 * more than one round before them: in a frame of their own, each is well below what a socket may owe.
 */
const write = async (round: number): Promise<void> => {
  const id = actId()
  writer.doc.transact(() => {
    for (const itemId of notes) {
      const note = writer.doc.getXmlFragment(`note:${itemId}`)
      note.delete(0, note.length)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(String(round % 10).repeat(NOTE_LENGTH))])
      note.insert(0, [paragraph])
    }
    writer.doc.getMap('learnings').set(id, { kind: 'learning', text: `tour ${round}`, rank: round })
  })
  await until(`the other has round ${round}`, () => reader.doc.getMap('learnings').has(id))
}

const syncFrames = (socket: RawSocket): Buffer[] => socket.frames.filter((frame) => frame[0] === 0)
/** 1 for each SyncStep2, 2 for each update, as they came. */
const steps = (socket: RawSocket): number[] => syncFrames(socket).map((frame) => frame[1] ?? -1)
const bytesOf = (frames: readonly Buffer[]): number => frames.reduce((sum, frame) => sum + frame.length, 0)

/** The document that the frames make, read in their order. */
const documentOf = (socket: RawSocket): Y.Doc => {
  const doc = new Y.Doc()
  for (const frame of syncFrames(socket)) {
    if (frame[1] !== 1 && frame[1] !== 2) continue
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
  }
  return doc
}

const contentOf = (doc: Y.Doc): unknown => ({
  notes: notes.map((itemId) => doc.getXmlFragment(`note:${itemId}`).toString()),
  learnings: doc.getMap('learnings').toJSON(),
})

const slow = (): Promise<number> => metric(server, 'clairiere_slow_sockets')
const written = (): Promise<number> => metric(server, 'clairiere_fanout_bytes_total')

test(`${VOLUME / MIB} MiB pass one that stops reading: the others have them, little is kept for it, and it comes to the same document`, async () => {
  const socket = await stopped('Gwen Le Bras')
  const seen: string[] = []
  reader.doc.getMap<{ text: string }>('learnings').observe((event) => {
    for (const key of event.keysChanged) seen.push(event.target.get(key)?.text ?? '')
  })
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round)
  const before = await written()
  for (const round of rounds) await write(round)
  expect(seen).toEqual(rounds.map((round) => `tour ${round}`))
  expect(await slow()).toBe(1)
  const toBoth = (await written()) - before
  const memory = await metric(server, 'clairiere_process_resident_memory_bytes')

  const missed = steps(socket).length
  socket.readOn()
  await until('it is brought up to date', () => steps(socket).slice(missed).includes(1))
  await until('it keeps up again', async () => (await slow()) === 0)
  const since = steps(socket).slice(missed)
  const kept = bytesOf(syncFrames(socket).slice(missed, missed + since.indexOf(1)))
  process.stdout.write(
    `${(toBoth / MIB).toFixed(1)} MiB to two readers, ${(kept / MIB).toFixed(1)} of them to the slow one, RSS ${(memory / MIB).toFixed(0)} MiB\n`,
  )
  expect(toBoth).toBeGreaterThan(VOLUME)
  expect(kept).toBeLessThan(MOST_KEPT)
  // One piece brings all that it missed, and what is written from here on comes as updates again.
  expect(since.filter((step) => step === 1)).toHaveLength(1)
  expect(since.filter((step) => step === 2).length).toBeLessThan(ROUNDS)
  expect(contentOf(documentOf(socket))).toEqual(contentOf(writer.doc))
  await write(ROUNDS)
  await until('the next round comes as an update', () => steps(socket).at(-1) === 2)
  expect(contentOf(documentOf(socket))).toEqual(contentOf(writer.doc))
  expect(socket.code).toBeNull()
  socket.end()
})

test('one that reads nothing and asks for everything again and again is closed 1013, and what was made for it ends there', async () => {
  await write(0)
  const whole = Y.encodeStateAsUpdate(writer.doc).length
  const asked = 200
  const socket = await stopped('Kim Durand')
  const before = await written()
  for (let count = 0; count < asked; count++) socket.step1()
  let last = 0
  await until('the server writes nothing more to it', async () => {
    const now = (await written()) - before
    const isOver = now > 4 * MIB && now === last
    last = now
    return isOver
  })
  socket.readOn()
  expect(await socket.closedWith()).toBe(1013)
  expect(last).toBeLessThan((asked * whole) / 2)
  await write(1)
  await until('the others go on', () => contentEquals(reader.doc, writer.doc))
})

test.runIf(SILENT > 0)('those who say nothing and never read again are cut off', { timeout: 180_000 }, async () => {
  const open = await metric(server, 'clairiere_sockets')
  for (let count = 0; count < SILENT; count++) await stopped(`Personne ${count}`)
  for (let round = 0; (await slow()) < SILENT; round++) await write(round)
  await until('all are gone', async () => (await metric(server, 'clairiere_sockets')) <= open, 120_000)
  expect(await slow()).toBe(0)
  await write(0)
  await until('the others go on', () => contentEquals(reader.doc, writer.doc))
})

const contentEquals = (one: Y.Doc, other: Y.Doc): boolean => JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other))
