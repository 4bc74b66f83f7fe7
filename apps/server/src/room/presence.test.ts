import { beforeEach, describe, expect, test } from 'vitest'
import { Presence, type Device } from './presence.ts'
import { keepAliveFrame } from './protocol.ts'

const ada: Device = { personId: 'ada' }
const ben: Device = { personId: 'ben' }
const entry = (clientId: number, clock: number, state: object | null) => ({ clientId, clock, state: JSON.stringify(state) })

let presence: Presence
let owners: Map<number, string>
beforeEach(() => {
  owners = new Map()
  presence = new Presence(
    (personId) => ({ name: personId }),
    (clientId, personId) => {
      if (!owners.has(clientId)) owners.set(clientId, personId)
      return owners.get(clientId) === personId
    },
  )
})
const news = () => presence.takeNews().map(({ clientId, state }) => [clientId, JSON.parse(state)])

describe('presence', () => {
  test('only the latest word of a tick is told, stamped with the true name', () => {
    presence.receive(ada, [entry(1, 1, { user: { name: 'Ben', color: 'red' }, at: 'a' })])
    presence.receive(ada, [entry(1, 2, { user: 'Ben', at: 'b' })])
    expect(news()).toEqual([[1, { user: { name: 'ada' }, at: 'b' }]])
    expect(presence.hasNews).toBe(false)
  })

  test('[pitfall 8] what a device repeats of others is left out, also once they are gone', () => {
    presence.receive(ada, [entry(1, 1, { at: 'a' })])
    presence.takeNews()
    expect(presence.receive(ben, [entry(1, 5, { at: 'mine' })])).toBe(false)
    expect(presence.receive(ben, [entry(1, 6, null)])).toBe(false)
    presence.leave(ada)
    expect(news()).toEqual([[1, null]])
    expect(presence.receive(ben, [entry(1, 7, { at: 'mine' })])).toBe(false)
    expect(presence.all()).toEqual([])
  })

  test('an older word changes nothing; a clock does not run away', () => {
    presence.receive(ada, [entry(1, 10, { at: 'a' })])
    presence.takeNews()
    expect(presence.receive(ada, [entry(1, 10, { at: 'b' })])).toBe(false)
    expect(presence.receive(ada, [entry(1, 2 ** 30, { at: 'b' })])).toBe(false)
    expect(presence.receive(ada, [entry(1, 11, { at: 'b' })])).toBe(true)
  })

  test('a device that comes back on another socket takes its entry along, and the first socket’s end does not remove it', () => {
    const again: Device = { personId: 'ada' }
    presence.receive(ada, [entry(1, 3, { at: 'a' })])
    expect(presence.receive(again, [entry(1, 3, { at: 'a' })])).toBe(true)
    presence.leave(ada)
    expect(presence.all()).toHaveLength(1)
  })

  test('a reloaded page that echoes the state of the page before it does not keep that one alive', () => {
    const reloaded: Device = { personId: 'ada' }
    presence.receive(ada, [entry(1, 3, { at: 'the page before' })])
    presence.receive(reloaded, [entry(2, 1, { at: 'the page now' })])
    presence.receive(reloaded, [entry(1, 3, { at: 'the page before' })])
    presence.leave(ada)
    expect(presence.all().map(({ clientId }) => clientId)).toEqual([2])
  })

  test('what a frame costs has an end, however many entries it has and whatever they say', () => {
    for (let id = 1; id <= 50; id++) presence.receive({ personId: `p${id}` }, [entry(id, 1, {})])
    presence.takeNews()
    let looked = 0
    let claimed = 0
    const busy = new Presence(
      () => ({}),
      () => ++claimed > 0,
    )
    const strange = (state: string) =>
      Array.from({ length: 20_000 }, (_, index) => ({
        get clientId() {
          looked++
          return 1_000 + (index % 700)
        },
        clock: index + 1,
        state,
      }))
    busy.receive(ben, strange('1'))
    expect([claimed, looked < 1_000]).toEqual([0, true])
    looked = 0
    busy.receive(ben, strange('{}'))
    expect([claimed, looked < 2_000, busy.all().length]).toEqual([2, true, 2])
  })

  test('a state that is not admitted is left out, and the rest of its frame', () => {
    presence.receive(ada, [entry(1, 1, { at: 'a' })])
    presence.takeNews()
    expect(presence.receive(ada, [entry(1, 2, { at: 'b' })], () => false)).toBe(false)
    expect(presence.all().map(({ state }) => JSON.parse(state))).toEqual([{ user: { name: 'ada' }, at: 'a' }])
  })

  test('who is here is one frame for all who ask, until somebody moves', () => {
    presence.receive(ada, [entry(1, 1, { at: 'a' })])
    const { frame } = presence
    expect(presence.frame).toBe(frame)
    presence.receive(ada, [entry(1, 2, { at: 'b' })])
    expect(presence.frame).not.toBe(frame)
    presence.leave(ada)
    expect(presence.frame).toEqual(keepAliveFrame)
  })

  test('two ids a device, four kilobytes a state, and nothing that is no object', () => {
    expect(presence.receive(ada, [entry(1, 1, {}), entry(2, 1, {}), entry(3, 1, {})])).toBe(true)
    expect(presence.all().map(({ clientId }) => clientId)).toEqual([1, 2])
    expect(presence.receive(ben, [entry(8, 1, { at: 'x'.repeat(5000) })])).toBe(true)
    expect(presence.all().map(({ clientId }) => clientId)).toEqual([1, 2])
    presence.takeNews()
    for (const state of ['[]', '3', '"a"', '{', '']) expect(presence.receive(ben, [{ clientId: 9, clock: 1, state }])).toBe(false)
  })
})
