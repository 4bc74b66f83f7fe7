import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Budgets } from './budget.ts'
import { evening } from './test/evening.ts'
import { step1Frame } from './protocol.ts'
import type { Device } from './test/device.ts'

const TOO_MANY = 4529

describe('a budget', () => {
  test('allows a burst of 300 messages, then 60 a second; and 8 MiB, then half a mebibyte a second', () => {
    const [budget] = new Budgets({ now: () => 0, rateLimits: 1 }).of('ada', null)
    const taken = (bytes: number, now: number): number => {
      let count = 0
      while (budget?.take(bytes, now) === true) count++
      return count
    }
    expect(taken(10, 0)).toBe(300)
    expect(taken(10, 1_000)).toBe(60)
    expect(taken(2 ** 20, 60_000)).toBe(8)
    expect(taken(2 ** 20, 64_000)).toBe(2)
  })

  test('lets a long time offline pass, and who made 8 MiB of work rest until they have half a mebibyte again', () => {
    const [budget] = new Budgets({ now: () => 0, rateLimits: 1 }).of('ada', null)
    budget?.worked(8 * 2 ** 20, 0)
    expect([budget?.isResting, budget?.hasRested(0)]).toEqual([false, true])
    budget?.worked(2 ** 16, 0)
    expect([budget?.isResting, budget?.hasRested(8_900)]).toEqual([true, false])
    expect([budget?.hasRested(9_000), budget?.isResting]).toEqual([true, false])
  })

  test('is one for all sockets of a person, and the device’s first person pays for those beside them', () => {
    const budgets = new Budgets({ now: () => 0, rateLimits: 1 })
    const [ada] = budgets.of('ada', null)
    expect(budgets.of('ada', 'ada')).toEqual([ada])
    expect(budgets.of('ben', 'ada')[1]).toBe(ada)
    expect(budgets.of('ben', null)).toEqual([budgets.of('ben', 'ada')[0]])
  })
})

describe('in a room', () => {
  /** Sends presence until it is hung up, at most `count` times; answers how often. */
  const flood = (device: Device, count: number): number => {
    let sent = 0
    while (sent < count && device.closed === null) device.appear({ place: 'room' }, ++sent)
    return sent
  }

  test('[sync.md 4.20] three sockets of one person send no more than one', async () => {
    const { rehearsal, dan } = await evening()
    const devices = [1, 2, 3].map(() => rehearsal.device().connect(dan))
    const sent = devices.map((device) => flood(device, 150))
    expect(sent[0]).toBe(150)
    expect(sent.reduce((sum, count) => sum + count)).toBeLessThan(310)
    expect(devices.map(({ closed }) => closed)).toEqual([null, TOO_MANY, TOO_MANY])
    expect(flood(rehearsal.device().connect(dan), 150)).toBeLessThan(10)
  })

  test('[pitfall 26] whoever asks for a large document again and again, with states made up, is not answered for ever, by socket or by HTTP', async () => {
    const { rehearsal, dan, eve } = await evening()
    const { doc } = rehearsal.room
    doc.transact(() => {
      for (let at = 0; at < 20; at++) doc.getMap('learnings').set(`k${at}`, { kind: 'learning', text: 'm'.repeat(100_000), rank: 0 })
    })
    const device = rehearsal.device().connect(dan)
    let asked = 0
    while (asked < 100 && device.closed === null) device.raw(step1Frame(Uint8Array.of(1, ++asked, 0)))
    expect([asked > 20, asked < 40, device.closed]).toEqual([true, true, TOO_MANY])
    const { readers } = rehearsal.room
    expect(readers.rest(dan, null)).toMatchObject({ ok: false, refused: 'too-many' })
    expect(readers.rest(eve, null).ok).toBe(true)
    rehearsal.machine += 2_000
    expect(readers.rest(dan, null).ok).toBe(true)
  })

  test('[pitfall 26] a state made up costs what it takes to look for what it lacks, though it is given next to nothing', async () => {
    const { rehearsal, dan } = await evening()
    const { doc } = rehearsal.room
    doc.transact(() => {
      for (let at = 0; at < 40; at++) doc.getMap('learnings').set(`k${at}`, { kind: 'learning', text: 'm'.repeat(100_000), rank: 0 })
    })
    const device = rehearsal.device().connect(dan)
    const known = [...Y.decodeStateVector(Y.encodeStateVector(doc))]
    const asks = (made: number): Uint8Array => {
      const encoder = createEncoder()
      writeVarUint(encoder, known.length + 1)
      for (const [client, clock] of [...known, [7_000 + made, 1]] as [number, number][]) {
        writeVarUint(encoder, client)
        writeVarUint(encoder, clock)
      }
      return step1Frame(toUint8Array(encoder))
    }
    let asked = 0
    while (asked < 1_000 && device.closed === null) {
      device.raw(asks(asked++))
      rehearsal.machine += 17
    }
    expect([asked > 200, asked < 400, device.closed]).toEqual([true, true, TOO_MANY])
  })

  test('[sync.md 4.20] presence of one person is shown a hundred times at once, then 20 times a second; nobody is hung up for it', async () => {
    const { rehearsal, dan, eve } = await evening()
    const other = rehearsal.device().connect(eve)
    const device = rehearsal.device().connect(dan)
    let shown = 0
    const count = async (states: number): Promise<number> => {
      for (let state = 0; state < states; state++) {
        device.appear({ place: `${state}` }, ++shown)
        other.presence.length = 0
        other.raw(Uint8Array.of(3))
        const [told] = other.presence.filter(({ clientId }) => clientId === device.doc.clientID)
        if (told?.clock !== shown) return state
      }
      return states
    }
    expect(await count(140)).toBe(100)
    rehearsal.machine += 1_000
    expect(await count(40)).toBe(20)
    expect(device.closed).toBeNull()
  })

  test('[pitfall 26] who asks for everybody pays for what they are answered', async () => {
    const { rehearsal, dan, ada, ben, cleo, eve } = await evening()
    for (const person of [ada, ben, cleo, eve])
      for (let tab = 0; tab < 9; tab++)
        rehearsal
          .device()
          .connect(person)
          .appear({ at: 'x'.repeat(4_000) })
    const device = rehearsal.device().connect(dan)
    let asked = 0
    for (; asked < 2_000 && device.closed === null; asked++) {
      device.raw(Uint8Array.of(3))
      device.frames.length = 0
      rehearsal.machine += 17 // 60 a second: no more messages than anybody may send
    }
    expect([asked > 400, asked < 1_000, device.closed]).toEqual([true, true, TOO_MANY])
  })

  test('a device declares as many ids as a document has, not all there are', async () => {
    const { rehearsal, dan } = await evening()
    const device = rehearsal.device().connect(dan)
    const ids = (from: number) => Array.from({ length: 10_000 }, (_, index) => from + index)
    device.hello(ids(0))
    device.hello(ids(0))
    expect(device.closed).toBeNull()
    device.hello(ids(10_000))
    expect(device.closed).toBe(TOO_MANY)
  })

  test('whoever shares a device shares its budget, and somebody else’s socket is not touched', async () => {
    const { rehearsal, dan, eve } = await evening()
    const alone = rehearsal.device().connect(eve)
    const phone = rehearsal.device().connect(dan)
    const beside = rehearsal.device().connect(eve, { host: dan })
    expect(flood(phone, 200)).toBe(200)
    expect(flood(beside, 200)).toBeLessThan(110)
    expect([phone.closed, beside.closed]).toEqual([null, TOO_MANY])
    expect(flood(alone, 50)).toBe(50)
  })
})
