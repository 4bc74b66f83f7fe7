import { documentHeaders, messageTypes } from '@clairiere/ritual'
import { IDBFactory } from 'fake-indexeddb'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { writeSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Identity } from './identity.ts'
import { openRows, writeRow } from './local-rows.ts'
import { RoomLink } from './room-link.ts'

/** A socket opens, speaks and ends when the test says so. */
class ShutSocket {
  static readonly OPEN = 1
  static all: ShutSocket[] = []
  readyState = 0
  onclose: ((event: { code: number }) => void) | null = null
  constructor() {
    ShutSocket.all.push(this)
  }
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  readonly sent: Uint8Array[] = []
  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  close(): void {}
  /** The one network that lets this one through. */
  static async opens(): Promise<ShutSocket> {
    const socket = await vi.waitUntil(() => ShutSocket.all.shift(), 10_000)
    socket.readyState = 1
    socket.onopen?.()
    return socket
  }
  says(message: object): void {
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, messageTypes.json)
    encoding.writeVarString(frame, JSON.stringify(message))
    this.onmessage?.({ data: encoding.toUint8Array(frame) })
  }
  syncs(): void {
    const frame = encoding.createEncoder()
    encoding.writeVarUint(frame, 0)
    writeSyncStep2(frame, new Y.Doc())
    this.onmessage?.({ data: encoding.toUint8Array(frame) })
  }
  static async fails(): Promise<void> {
    const socket = await vi.waitUntil(() => ShutSocket.all.shift(), 10_000)
    socket.onclose?.({ code: 1006 })
  }
}

const server = new Y.Doc()
const asked: string[] = []
/** HTTP answers once this has come. */
let answers = Promise.resolve()
const ada: Identity = { meetingId: 'm', personId: 'ada', name: 'Ada', standing: 'decider', generation: 1, title: '', at: 0 }

beforeEach(() => {
  ShutSocket.all = []
  asked.length = 0
  answers = Promise.resolve()
  const shelf = new Map<string, string>()
  const page = new EventTarget()
  vi.stubGlobal('WebSocket', ShutSocket)
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => shelf.set(key, value),
  })
  vi.stubGlobal('window', page)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible', documentElement: { lang: 'fr' } }))
  vi.stubGlobal('location', { protocol: 'http:', host: 'ici' })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    await answers
    if (address.includes('/acts')) return Response.json({ facts: [] })
    if (address.includes('confidences')) return Response.json({ cursor: 'c', complete: true, confidences: [] })
    const isKnown = address.includes('seq=7')
    const headers = { [documentHeaders.seq]: '7', [documentHeaders.generation]: '1', [documentHeaders.now]: '2026-01-01T10:00:00Z' }
    if (isKnown) return new Response(null, { status: 204, headers })
    return new Response(Y.encodeStateAsUpdate(server) as Uint8Array<ArrayBuffer>, { headers })
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a room that was left is not asked for any more: nobody is shown present who has gone', async () => {
  const link = new RoomLink(ada)
  await link.start()
  await ShutSocket.fails()
  await ShutSocket.fails()
  await vi.waitFor(() => expect(link.polling.answers).toBe(true))
  await vi.waitFor(() => expect(ShutSocket.all.length).toBe(1), 10_000)
  const before = asked.length
  link.end()
  expect(asked.slice(before)).toEqual([])
  await link.replica.destroy() // which `end` began
})

test('where the network opens a socket and swallows it, acts go over HTTP at once, nothing is said to be on its way, and the silent socket is given up', async () => {
  const link = new RoomLink(ada)
  await link.start()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const silent = await ShutSocket.opens()
  expect(silent.readyState).toBe(1)
  expect(await link.act({ type: 'agree-frame' })).toMatchObject({ ok: true })
  expect(asked.filter((address) => address.includes('/acts'))).toHaveLength(1)
  expect(link.saved.kind).toBe('connecting')
  for (let sockets = 0; sockets < 2; sockets++) {
    await vi.advanceTimersByTimeAsync(8_000)
    await vi.advanceTimersByTimeAsync(5_000)
    await ShutSocket.opens()
  }
  await vi.waitFor(() => expect(link.saved.kind).toBe('filtered'))
  vi.useRealTimers()
  link.end()
  await link.replica.destroy()
})

test('where the network swallows a socket that spoke before, an act without an answer takes the other road after eight seconds, not thirty', async () => {
  const link = new RoomLink(ada)
  await link.start()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const socket = await ShutSocket.opens()
  socket.says({ status: { saving: true, now: '2026-01-01T10:00:00.000Z' } })
  await vi.advanceTimersByTimeAsync(1_000)
  const sent = link.act({ type: 'agree-frame' })
  expect(link.saved.kind).toBe('sending')
  await vi.advanceTimersByTimeAsync(8_000)
  expect(await sent).toMatchObject({ ok: true })
  expect(asked.filter((address) => address.includes('/acts'))).toHaveLength(1)
  vi.useRealTimers()
  link.end()
  await link.replica.destroy()
})

test('an act that is answered late on a socket that speaks stays on it', async () => {
  const link = new RoomLink(ada)
  await link.start()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const socket = await ShutSocket.opens()
  const status = { status: { saving: true, now: '2026-01-01T10:00:00.000Z' } }
  socket.says(status)
  await vi.advanceTimersByTimeAsync(1_000)
  const sent = link.act({ type: 'agree-frame' })
  const [pending] = link.outbox.waiting
  await vi.advanceTimersByTimeAsync(5_000)
  socket.says(status)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(link.saved.kind).toBe('sending')
  socket.says({ answer: { id: pending?.id, ok: true, facts: [] } })
  expect(await sent).toMatchObject({ ok: true })
  expect(asked.filter((address) => address.includes('/acts'))).toEqual([])
  vi.useRealTimers()
  link.end()
  await link.replica.destroy()
})

test('what waited for its road goes on the socket as soon as the server has spoken on it', async () => {
  const link = new RoomLink(ada)
  await link.start()
  const socket = await ShutSocket.opens()
  answers = new Promise(() => {}) // HTTP is silent
  const sent = link.act({ type: 'agree-frame' })
  socket.says({ status: { saving: true, now: '2026-01-01T10:00:00.000Z' } })
  const [pending] = link.outbox.waiting
  expect(socket.sent.some((frame) => new TextDecoder().decode(frame).includes(pending?.id ?? 'none'))).toBe(true)
  socket.says({ answer: { id: pending?.id, ok: true, facts: [] } })
  expect(await sent).toMatchObject({ ok: true })
  link.end()
  await link.replica.destroy()
})

test('a long document that HTTP brings is taken whole, however many sockets fail meanwhile', async () => {
  const text = server.getText('draft:i')
  for (let i = 0; i < 3_000; i++) text.insert((i * 37) % (text.length + 1), 'mot ')
  const gate = Promise.withResolvers<void>()
  answers = gate.promise
  const link = new RoomLink(ada)
  await link.start()
  await ShutSocket.fails()
  await ShutSocket.fails()
  await vi.waitFor(() => expect(ShutSocket.all.length).toBe(1), 10_000)
  const firstPiece = new Promise<void>((resolve) => link.replica.doc.once('update', () => resolve()))
  gate.resolve()
  await firstPiece
  await ShutSocket.fails()
  await vi.waitFor(() => expect(link.replica.isArriving).toBe(false), 5_000)
  expect(link.replica.doc.getText('draft:i').length).toBe(text.length)
  link.end()
  await link.replica.destroy()
})

test('one letter typed without network is one letter after a reload', async () => {
  const counted = async (types: boolean): Promise<number> => {
    const link = new RoomLink(ada)
    await link.start()
    if (types) link.replica.doc.getText('draft:i').insert(0, 'a')
    const { unsaved } = link.replica.tally
    link.end()
    await link.replica.destroy()
    return unsaved
  }
  expect(await counted(true)).toBe(1)
  expect(await counted(false)).toBe(1)
})

test('a letter typed without network is called kept once it is on the disk, not when it is typed', async () => {
  const link = new RoomLink(ada)
  await link.start()
  await ShutSocket.fails()
  link.replica.doc.getText('draft:i').insert(0, 'a')
  expect(link.saved).toEqual({ kind: 'offline', kept: 0, loose: 1 })
  await vi.waitFor(() => expect(link.saved).toEqual({ kind: 'offline', kept: 1, loose: 0 }))
  link.end()
  await link.replica.destroy()
})

test('what is not confided any more since the socket went does not stay on the screen', async () => {
  const whisper = (subject: string) => ({ kind: 'whisper', subject, payload: { text: 'chut' } })
  const link = new RoomLink(ada)
  await link.start()
  const shown = (): string[] => Array.from(link.confidences.values(), ({ subject }) => subject)
  const first = await ShutSocket.opens()
  first.says({ confidences: [whisper('a'), whisper('b')] })
  first.syncs()
  first.says({ confidences: [whisper('c')] })
  expect(shown()).toEqual(['a', 'b', 'c'])
  first.onclose?.({ code: 1006 })
  expect(shown()).toEqual(['a', 'b', 'c'])
  const second = await ShutSocket.opens()
  second.says({ confidences: [whisper('b')] })
  second.syncs()
  expect(shown()).toEqual(['b'])
  second.onclose?.({ code: 1006 })
  const third = await ShutSocket.opens()
  third.syncs()
  expect(shown()).toEqual([])
  link.end()
  await link.replica.destroy()
})

test('a store that does not open at first is tried again: what it held leaves, and what is typed is kept here', async () => {
  const held = new Y.Doc()
  held.getText('draft:i').insert(0, 'd’hier')
  const storeName = new RoomLink(ada).replica.address.storeName
  const rows = await openRows(storeName)
  await writeRow(rows, { row: [Y.encodeStateAsUpdate(held)], head: { unsent: 1 } }, 'strict')
  rows.close()
  const device = indexedDB
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('busy')
    },
  })
  const link = new RoomLink(ada)
  await link.start()
  const first = await ShutSocket.opens()
  first.syncs()
  expect([link.replica.keptHere, link.replica.tally.unsaved]).toEqual([false, 0])
  vi.stubGlobal('indexedDB', device)
  await vi.waitFor(() => expect(link.replica.keptHere).toBe(true), 10_000)
  expect(link.replica.doc.getText('draft:i').toString()).toBe('d’hier')
  expect(link.replica.tally.unsaved).toBe(1)
  await ShutSocket.opens() // the one that begins with all of it
  link.end()
  await link.replica.destroy()
})
