import { describe, expect, test } from 'vitest'
import { SystemClock } from './record-clock.ts'
import { MachineOf } from './test/machine-clocks.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe('the system’s clock', () => {
  test('set back an hour while it runs: no time comes twice, minutes last a minute, and what is due comes at its time', () => {
    const machine = new MachineOf('2026-12-03T18:00:00Z')
    const clock = new SystemClock(machine)
    const due: number[] = []
    clock.after(30 * MINUTE, () => due.push(machine.elapsed()))
    const begun = clock.now()
    machine.set(-HOUR)
    let last = begun
    for (let minute = 0; minute < 60; minute++) {
      machine.runs(MINUTE)
      expect(clock.now() - last).toBeGreaterThan(0.99 * MINUTE)
      expect(clock.now() - last).toBeLessThanOrEqual(MINUTE)
      last = clock.now()
    }
    expect(due.map((at) => Math.round(at / MINUTE))).toEqual([30])
  })

  test('what was set back is made up in the end', () => {
    const machine = new MachineOf('2026-12-03T18:00:00Z')
    const clock = new SystemClock(machine)
    machine.set(-HOUR)
    for (let day = 0; day < 30; day++) machine.runs(24 * HOUR)
    expect(Math.abs(clock.now() - machine.wall())).toBeLessThan(1_000)
  })

  test('set forward by years and back again within the hour: nothing becomes due, and no minute is longer or shorter', () => {
    const machine = new MachineOf('2026-12-03T18:00:00Z')
    const clock = new SystemClock(machine)
    machine.runs(HOUR)
    const begun = clock.now()
    let isDue = false
    clock.after(2 * HOUR, () => (isDue = true))
    machine.set(10 * 365 * 24 * HOUR)
    for (let minute = 0; minute < 50; minute++) machine.runs(MINUTE)
    machine.set(-10 * 365 * 24 * HOUR)
    for (let minute = 0; minute < 50; minute++) machine.runs(MINUTE)
    expect(isDue).toBe(false)
    expect(Math.abs(clock.now() - begun - 100 * MINUTE)).toBeLessThan(10_000)
  })

  test('set forward and left so for an hour: it was wrong before, and is followed', () => {
    const machine = new MachineOf('2026-12-03T18:00:00Z')
    const clock = new SystemClock(machine)
    machine.runs(HOUR)
    clock.now()
    machine.set(3 * HOUR)
    for (let minute = 0; minute < 62; minute++) {
      machine.runs(MINUTE)
      clock.now()
    }
    expect(clock.now()).toBe(machine.wall())
  })

  test('a machine that has just started sets its clock once it has a network; one that slept goes on with the hours it slept', () => {
    const machine = new MachineOf('2020-01-01T00:00:00Z')
    const clock = new SystemClock(machine)
    machine.runs(30_000)
    machine.set(6 * 365 * 24 * HOUR)
    expect(clock.now()).toBe(machine.wall())
    machine.runs(HOUR)
    let isDue = false
    clock.after(HOUR, () => (isDue = true))
    machine.sleeps(8 * HOUR)
    expect(Math.abs(clock.now() - machine.wall())).toBeLessThan(1_000)
    machine.runs(MINUTE)
    expect(isDue).toBe(true)
  })

  test('for a room that an earlier process recorded in with its clock ahead, it goes on from there, at the same pace', () => {
    const machine = new MachineOf('2026-12-03T18:00:00Z')
    const clock = new SystemClock(machine)
    const last = machine.wall() + HOUR
    const room = clock.from(last)
    expect(room.now()).toBe(last)
    machine.runs(MINUTE)
    expect(room.now()).toBe(last + MINUTE)
    expect(clock.from(last - 2 * HOUR)).toBe(clock)
  })
})

test('the machine’s own clocks are in milliseconds', () => {
  const clock = new SystemClock()
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000)
  const { promise, resolve } = Promise.withResolvers<string>()
  clock.after(1, () => resolve('due'))
  return expect(promise).resolves.toBe('due')
})
