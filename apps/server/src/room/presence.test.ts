import { beforeEach, describe, expect, test } from 'vitest'
import { Presence, type Device } from './presence.ts'

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

  test('two ids a device, four kilobytes a state, and nothing that is no object', () => {
    expect(presence.receive(ada, [entry(1, 1, {}), entry(2, 1, {}), entry(3, 1, {})])).toBe(true)
    expect(presence.all().map(({ clientId }) => clientId)).toEqual([1, 2])
    expect(presence.receive(ben, [entry(8, 1, { at: 'x'.repeat(5000) })])).toBe(true)
    expect(presence.all().map(({ clientId }) => clientId)).toEqual([1, 2])
    presence.takeNews()
    for (const state of ['[]', '3', '"a"', '{', '']) expect(presence.receive(ben, [{ clientId: 9, clock: 1, state }])).toBe(false)
  })
})
