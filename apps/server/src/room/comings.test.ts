import { describe, expect, test } from 'vitest'
import { EVENING } from './test/rehearsal.ts'
import { evening } from './test/evening.ts'
import type { Device } from './test/device.ts'
import { until } from './test/until.ts'

/** Ada facilitates and is in the room with a socket, Cléo relays her, and so is Ève. */
const withRelay = async () => {
  const held = await evening()
  const { rehearsal, ada, cleo, eve } = held
  await rehearsal.does(cleo, { type: 'claim-role', role: 'facilitator', rank: 'backup' })
  const devices = { ada: rehearsal.device().connect(ada), cleo: rehearsal.device().connect(cleo), eve: rehearsal.device().connect(eve) }
  await until('all are in step', () => Object.values(devices).every((device) => device.saved > 0))
  const after = (seconds: number) => rehearsal.clock.advance(EVENING + seconds * 1000)
  return { ...held, devices, after, seat: () => rehearsal.room.board.roles.facilitator }
}
/** What the document of a device says of a person or role. */
const read = (device: Device, key: string): unknown => device.doc.getMap('board').get(key)

describe('[§4.1] [V1] the facilitator loses the network, by the server’s clock', () => {
  test('20 s: on every screen; 60 s: the relay is offered it; back: the offer is gone', async () => {
    const { devices, after, ada, seat, rehearsal } = await withRelay()
    devices.ada.hangUp()
    after(19)
    expect(rehearsal.room.board.people[ada]).not.toHaveProperty('offlineSince')
    after(20)
    const offline = { offlineSince: new Date(EVENING).toISOString() }
    await until('Ève reads that she is offline', () =>
      JSON.stringify(read(devices.eve, `person:${ada}`) ?? '').includes(offline.offlineSince),
    )
    after(59)
    expect(seat()?.offers).toEqual([])
    after(60)
    expect(seat()?.offers).toMatchObject([{ as: 'relay', rank: 'holder', from: ada }])
    rehearsal.device().connect(ada)
    expect(seat()).toMatchObject({ holders: [ada], offers: [] })
    expect(rehearsal.room.board.people[ada]).not.toHaveProperty('offlineSince')
  })

  test('the relay takes it; a volunteer, where there is none, after 30 s', async () => {
    const { devices, after, cleo, eve, ada, seat, rehearsal } = await withRelay()
    devices.ada.hangUp()
    after(60)
    await rehearsal.does(cleo, { type: 'accept-role', role: 'facilitator' })
    expect(seat()).toMatchObject({ holders: [cleo], backups: [ada] })
    devices.cleo.hangUp()
    after(120)
    await rehearsal.does(eve, { type: 'claim-role', role: 'facilitator' })
    expect(seat()).toMatchObject({ holders: [cleo], relay: { volunteer: { personId: eve } } })
    after(149)
    expect(seat()?.holders).toEqual([cleo])
    after(150)
    expect(seat()?.holders).toEqual([eve])
  })

  test('after a restart the minute begins again: nobody loses a role because the server did', async () => {
    const { devices, after, ada, cleo, rehearsal } = await withRelay()
    devices.ada.hangUp()
    after(50)
    await rehearsal.restart()
    after(109)
    expect(rehearsal.room.board.roles.facilitator?.offers).toEqual([])
    rehearsal.device().connect(cleo)
    after(110)
    expect(rehearsal.room.board.roles.facilitator?.offers).toMatchObject([{ as: 'relay', personId: cleo, from: ada }])
  })
})
