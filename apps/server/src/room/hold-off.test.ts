import { expect, test } from 'vitest'
import { HoldOff } from './hold-off.ts'

test('two refusals cost nothing; each further one doubles the delay, up to a minute', () => {
  const held = new HoldOff()
  const delays = Array.from({ length: 8 }, () => {
    held.refused(1_000)
    return held.leftMs(1_000)
  })
  expect(delays).toEqual([0, 0, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000])
  expect([held.leftMs(31_000), held.leftMs(61_000)]).toEqual([30_000, 0])
})

test('ten quiet minutes are a fresh start', () => {
  const held = new HoldOff()
  for (let i = 0; i < 6; i++) held.refused(0)
  held.refused(600_001)
  expect(held.leftMs(600_001)).toBe(0)
})
