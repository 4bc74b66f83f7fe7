import { setInterval as everyMs } from 'node:timers/promises'
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Circle, listedItem } from '../contract/circle.ts'
import { awarenessFrame } from '../contract/raw-socket.ts'
import { dose } from '../dose.ts'
import type { Person } from '../player/person.ts'
import { TestServer } from '../player/server.ts'
import { until } from '../player/until.ts'

const SOCKETS = dose('PRESENT', { desk: 50, full: 50 })
const ROUNDS = dose('PRESENCE_ROUNDS', { desk: 20, full: 20 })
const SOCKETS_EACH = 10
/** Ten times a second, each device says where it is, a tenth of them at a time: the rhythm of the storm, not a wait for something. */
const SLICE_MS = 10
const SLICES = 10
const EDITS_A_ROUND = 2
/** Between two presence frames [sync.md 4.12]. Words that leave in its second half take the frame with them, never sooner. */
const WINDOW_MS = SOCKETS < 100 ? 50 : SOCKETS < 500 ? 100 : 250
const SHORTEST_MS = WINDOW_MS / 2
const FIRST_ID = 1_000_000

let server: TestServer
let circle: Circle
let writer: Person
beforeAll(async () => {
  server = await TestServer.start({ TRUST_PROXY: '127.0.0.1', RATE_LIMITS: '100' })
  circle = await Circle.make(server)
  writer = await circle.enter('Ada Roux', 'host')
})
afterAll(async () => {
  for (const device of devices) device.end()
  circle.leave()
  await server.remove()
})

/**
 * Presence frames as the devices got them. Every device is sent the same bytes: they are read once, so that a storm of devices in one process does
 * not measure how long that process reads.
 */
class Shown {
  readonly #frames: Buffer[] = []

  /** Its number: that of an equal frame seen before, or the next. */
  numberOf(frame: Buffer): number {
    for (let number = this.#frames.length - 1; number >= 0; number--) if (this.#frames[number]?.equals(frame)) return number
    return this.#frames.push(Buffer.from(frame)) - 1
  }

  /** The numbers of the frames that told the last of somebody; null: of these devices' `clock` not all is told yet. */
  lastFrames(clock: number): ReadonlySet<number> | null {
    const told = new Set<number>()
    const numbers = new Set<number>()
    for (const [number, frame] of this.#frames.entries()) {
      for (const [id, said] of clocksIn(frame)) {
        if (id < FIRST_ID || said !== clock || told.has(id)) continue
        told.add(id)
        numbers.add(number)
      }
    }
    return told.size === SOCKETS ? numbers : null
  }
}
const shown = new Shown()

function* clocksIn(frame: Buffer): Iterable<[id: number, clock: number]> {
  const whole = decoding.createDecoder(frame)
  decoding.readVarUint(whole)
  const entries = decoding.createDecoder(decoding.readVarUint8Array(whole))
  for (let left = decoding.readVarUint(entries); left > 0; left--) {
    yield [decoding.readVarUint(entries), decoding.readVarUint(entries)]
    decoding.readVarString(entries)
  }
}

/** A device that notes which edits came and when, and which presence frames. */
class Device {
  readonly edits: number[] = []
  readonly delays: number[] = []
  readonly presence: number[] = []
  isFollowing = false
  readonly #id: number
  readonly #socket: WebSocket

  constructor(id: number, token: string, address: string) {
    this.#id = id
    this.#socket = new WebSocket(`${server.url.replace('http', 'ws')}/live/${circle.id}?token=${token}`, {
      headers: { 'x-forwarded-for': address },
      perMessageDeflate: false,
    })
    this.#socket.on('open', () => this.#socket.send(Uint8Array.of(0, 0, 1, 0)))
    this.#socket.on('message', (data: Buffer) => this.#read(data))
  }

  say(clock: number): void {
    this.#socket.send(awarenessFrame(this.#id, clock, { place: 'notes' }))
  }

  end(): void {
    this.#socket.terminate()
  }

  #read(frame: Buffer): void {
    if (frame[0] === 1) return void this.presence.push(shown.numberOf(frame))
    if (frame[0] !== 0) return
    if (frame[1] === 1) this.isFollowing = true
    if (frame[1] === 2) for (const [, number] of frame.toString('latin1').matchAll(/<(\d+)>/g)) this.#readEdit(Number(number))
  }

  #readEdit(number: number): void {
    this.edits.push(number)
    this.delays.push(performance.now() - (typedAt[number] ?? 0))
  }
}
const devices: Device[] = []
/** When each edit was typed, by its number (ms). */
const typedAt: number[] = []

const comeAll = async (): Promise<void> => {
  for (let index = 0; index < SOCKETS; index++) {
    const person = Math.floor(index / SOCKETS_EACH)
    const token = index % SOCKETS_EACH === 0 ? await tokenOf(person) : (tokens[person] ?? '')
    devices.push(new Device(FIRST_ID + index, token, `10.0.2.${person}`))
  }
  await until('all follow', () => devices.every(({ isFollowing }) => isFollowing), 30_000)
}
const tokens: string[] = []
const tokenOf = async (person: number): Promise<string> => {
  const answer = await fetch(`${circle.url}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.1.${person}` },
    body: JSON.stringify({ key: circle.keys.join, name: `Personne ${person}` }),
  })
  const { token } = (await answer.json()) as { token: string }
  tokens.push(token)
  return token
}

test(`${SOCKETS} devices say ten times a second where they are while one types`, { timeout: 180_000 }, async () => {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  writer.doc.getXmlFragment(`note:${await listedItem(circle, writer)}`).insert(0, [paragraph])
  await writer.allSaved()
  await comeAll()
  const type = (): void => {
    typedAt.push(performance.now())
    text.insert(text.length, `<${typedAt.length - 1}>`)
  }

  for (const device of devices) device.presence.length = 0
  const started = performance.now()
  let slice = 0
  for await (const _ of everyMs(SLICE_MS)) {
    const clock = Math.floor(slice / SLICES) + 1
    for (let index = slice % SLICES; index < SOCKETS; index += SLICES) devices[index]?.say(clock)
    if (slice % (SLICES / EDITS_A_ROUND) === 0) type()
    if (++slice === SLICES * ROUNDS) break
  }
  const edits = [...typedAt.keys()]
  await until('every edit is everywhere', () => devices.every((device) => device.edits.length >= edits.length), 60_000)
  const isEverywhere = (): boolean => {
    const last = shown.lastFrames(ROUNDS)
    return last !== null && devices.every(({ presence }) => [...last].every((number) => presence.includes(number)))
  }
  await until('everyone’s last presence is everywhere', isEverywhere, 60_000)
  const most = (performance.now() - started) / SHORTEST_MS + 1

  const delays = devices.flatMap((device) => device.delays).toSorted((one, other) => one - other)
  const counts = devices.map(({ presence }) => presence.length)
  process.stdout.write(
    `${SOCKETS} devices, ${edits.length} edits: p50 ${at(delays, 0.5)} ms, p99 ${at(delays, 0.99)} ms; ${Math.max(...counts)} presence frames each at most, for ${SOCKETS * ROUNDS} said\n`,
  )
  expect(edits).toHaveLength(ROUNDS * EDITS_A_ROUND)
  for (const device of devices) expect(device.edits).toEqual(edits)
  for (const count of counts) expect(count).toBeLessThanOrEqual(most)
})

const at = (sorted: readonly number[], share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
