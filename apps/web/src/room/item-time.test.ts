import { expect, test } from 'vitest'
import { timeOf } from './item-time.ts'

const item = { plannedMinutes: 12, overrunMinutes: 0 }
const since = '2026-12-03T18:35:00.000Z'
const at = (minutes: number) => Date.parse(since) + minutes * 60_000

test('time left counts down from what was planned', () => {
  expect(timeOf(item, { heldMs: 0, runningSince: since }, at(3))).toEqual({ planned: 12, left: 9, part: 0.25, over: false })
})

test('what was held before a pause counts, the pause does not', () => {
  expect(timeOf(item, { heldMs: 6 * 60_000, runningSince: null }, at(30))).toMatchObject({ left: 6, part: 0.5 })
})

test('minutes agreed at an overrun are added; at zero the time is over and stays so', () => {
  expect(timeOf(item, { heldMs: 0, runningSince: since }, at(12))).toMatchObject({ left: 0, part: 1, over: true })
  expect(timeOf({ ...item, overrunMinutes: 5 }, { heldMs: 0, runningSince: since }, at(12))).toMatchObject({
    planned: 17,
    left: 5,
    over: false,
  })
  expect(timeOf(item, { heldMs: 0, runningSince: since }, at(40))).toMatchObject({ left: 0, part: 1 })
})

test('an item without a timer has all its time', () => {
  expect(timeOf(item, null, at(0))).toMatchObject({ left: 12, part: 0, over: false })
})
