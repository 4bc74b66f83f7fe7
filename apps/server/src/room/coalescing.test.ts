import { describe, expect, test } from 'vitest'
import type { Device } from './test/device.ts'
import { MachineTime } from './test/machine-time.ts'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'

/** The end of this loop turn: the tick, its transaction and its relay. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A room whose machine time stands still, with a device for each name, all synced and quiet. */
async function gathered(...names: string[]): Promise<{ rehearsal: Rehearsal; time: MachineTime; devices: Device[] }> {
  const time = new MachineTime()
  const rehearsal = await Rehearsal.start({}, {}, time)
  const devices: Device[] = []
  for (const name of names) devices.push(rehearsal.device().connect(await rehearsal.join(name)))
  const isReady = (device: Device): boolean =>
    device.asked > 0 && device.saved === device.sent && device.doc.getMap('board').size > names.length
  await until('all are in', () => (time.pass(5), devices.every(isReady)))
  devices.forEach((device, index) => type(device, `${index}`))
  await until(
    'all have said something',
    () => (time.pass(5), devices.every((device) => said(device).length === names.length && device.saved === device.sent)),
  )
  time.pass(1_000)
  await turn()
  for (const device of devices) device.writes = 0
  return { rehearsal, time, devices }
}

const type = (device: Device, text: string): void =>
  void device.doc.getMap('learnings').set(`k${device.doc.clientID}-${device.sent}`, { kind: 'learning', text, rank: 0 })
const said = (device: Device): string[] => [...device.doc.getMap('learnings').values()].map((value) => (value as { text: string }).text)

describe('a room that writes to many', () => {
  test('after a quiet while, a word is with the others at the end of the same turn', async () => {
    const { devices } = await gathered('Ada', 'Ben', 'Cleo')
    const [ada, ben, cleo] = devices as [Device, Device, Device]
    type(ada, 'at once')
    expect(said(ben)).not.toContain('at once')
    await turn()
    expect([ben, cleo].map((device) => said(device).includes('at once'))).toEqual([true, true])
  })

  test('words of one window are one tick: one row, one frame, one write per socket', async () => {
    const { rehearsal, time, devices } = await gathered('Ada', 'Ben', 'Cleo', 'Dan')
    const [ada, ben, cleo, dan] = devices as [Device, Device, Device, Device]
    const rows = rehearsal.room.seq
    type(ada, 'first')
    await turn()
    for (let word = 0; word < 10; word++) {
      type(ada, `ada ${word}`)
      type(ben, `ben ${word}`)
    }
    await turn()
    expect(said(cleo)).toContain('first')
    expect(said(cleo)).not.toContain('ada 0')
    time.pass(4)
    await turn()
    expect(said(cleo)).toEqual(expect.arrayContaining(['ada 9', 'ben 9']))
    expect([cleo, dan].map(({ writes }) => writes)).toEqual([2, 2])
    expect(rehearsal.room.seq - rows).toBe(2)
  })

  test('a device is not sent back a tick that is all its own; a stock client is', async () => {
    const { rehearsal, time, devices } = await gathered('Ada', 'Ben')
    const [ada, ben] = devices as [Device, Device]
    const stock = rehearsal.device().connect(await rehearsal.join('Sten'), { speaksMore: false })
    await until('the stock client is in', () => stock.asked > 0 && said(stock).length === 2)
    await rehearsal.room.settled()
    const before = [ada.frames.length, ben.frames.length, stock.frames.length]
    type(ada, 'mine')
    await turn()
    const isUpdate = (frame: Uint8Array): boolean => frame[0] === 0 && frame[1] === 2
    expect(ada.frames.slice(before[0]).filter(isUpdate)).toEqual([])
    expect(ben.frames.slice(before[1]).filter(isUpdate)).toHaveLength(1)
    stock.frames.length = 0
    await until('it has answered', () => stock.sent > 0)
    type(stock, 'and mine')
    await until('the words are there', () => (time.pass(5), said(ada).includes('and mine')))
    expect(stock.frames.filter(isUpdate)).toHaveLength(1)
  })

  test('in a busy room « saved » leaves with the next frame, and after a moment by itself', async () => {
    const { rehearsal, time, devices } = await gathered('Ada', 'Ben', 'Cleo')
    const [ada, ben] = devices as [Device, Device]
    type(ben, 'busy')
    await turn()
    time.pass(10)
    type(ada, 'mine')
    await rehearsal.room.settled()
    await turn()
    const writes = ada.writes
    expect(ada.saved).toBe(ada.sent - 1)
    time.pass(10)
    type(ben, 'and mine')
    await turn()
    expect([ada.saved, ada.writes]).toEqual([ada.sent, writes + 1])
    time.pass(10)
    type(ada, 'again')
    await rehearsal.room.settled()
    await turn()
    expect(ada.saved).toBe(ada.sent - 1)
    time.pass(60)
    expect(ada.saved).toBe(ada.sent)
  })

  test('in a quiet room « saved » does not wait', async () => {
    const { rehearsal, devices } = await gathered('Ada', 'Ben', 'Cleo')
    const [ada] = devices as [Device, Device, Device]
    type(ada, 'alone')
    await rehearsal.room.settled()
    await turn()
    expect(ada.saved).toBe(ada.sent)
  })

  test('presence that would soon follow rides with words', async () => {
    const { time, devices } = await gathered('Ada', 'Ben', 'Cleo')
    const [ada, ben, cleo] = devices as [Device, Device, Device]
    ben.appear({ place: 'agenda' })
    time.pass(30)
    expect(cleo.presence).toEqual([])
    type(ada, 'with a caret')
    await turn()
    expect(cleo.presence).toHaveLength(1)
    expect(cleo.writes).toBe(1)
    time.pass(100)
    expect(cleo.writes).toBe(1)
  })

  test('a fact is a tick of its own: words before it leave before it, in a row and a frame of their own', async () => {
    const { rehearsal, devices } = await gathered('Ada', 'Ben', 'Cleo')
    const [ada, , cleo] = devices as [Device, Device, Device]
    cleo.frames.length = 0
    const rows = rehearsal.room.seq
    type(ada, 'before the fact')
    const answer = await rehearsal.perform(Object.keys(rehearsal.room.board.people)[0] ?? '', {
      type: 'propose-item',
      kind: 'information',
      title: 'Le four',
    })
    expect(answer).toMatchObject({ ok: true, seq: rows + 2 })
    await turn()
    const updates = cleo.frames.filter((frame) => frame[0] === 0 && frame[1] === 2)
    expect(updates).toHaveLength(2)
    const [words, fact] = updates.map((frame) => Buffer.from(frame).toString('latin1'))
    expect(words).toContain('before the fact')
    expect(words).not.toContain('Le four')
    expect(fact).toContain('Le four')
    const { updates: kept, events } = await rehearsal.reopen()
    expect([kept.some(({ seq }) => seq === rows + 1), events.some(({ seq }) => seq === rows + 1)]).toEqual([true, false])
    expect(events.some(({ seq }) => seq === rows + 2)).toBe(true)
  })
})
