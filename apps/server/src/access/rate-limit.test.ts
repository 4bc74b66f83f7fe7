import { expect, test } from 'vitest'
import { RateLimit } from './rate-limit.ts'

test('each address has its burst, then its share of time', () => {
  let now = 0
  const limit = new RateLimit({ burst: 2, perSecond: 0.5 }, () => now)
  expect([limit.admits('a'), limit.admits('a'), limit.admits('a'), limit.admits('b')]).toEqual([true, true, false, true])
  now = 1_999
  expect(limit.admits('a')).toBe(false)
  now = 2_001
  expect(limit.admits('a')).toBe(true)
})

test('a flood of addresses does not fill the memory, and a stranger is still served', () => {
  const limit = new RateLimit({ burst: 1, perSecond: 0 }, () => 0)
  for (let address = 0; address < 20_000; address++) expect(limit.admits(`10.${address}`)).toBe(true)
  expect(limit.size).toBeLessThanOrEqual(10_000)
})
