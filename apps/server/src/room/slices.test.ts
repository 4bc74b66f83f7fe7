import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Slices } from './slices.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

const goneAfter = async (slices: Slices, count: number): Promise<(ms: number) => Promise<number>> => {
  let gone = 0
  for (let i = 0; i < count; i++) void slices.turn().then(() => gone++)
  return async (ms) => {
    await vi.advanceTimersByTimeAsync(ms)
    return gone
  }
}

test('a few go at once; more go twenty every 50 ms, in the order of asking', async () => {
  const few = await goneAfter(new Slices(12, 5_000), 12)
  expect(await few(0)).toBe(12)
  const hall = await goneAfter(new Slices(48, 5_000), 48)
  expect([await hall(0), await hall(50), await hall(50)]).toEqual([20, 40, 48])
})

test('however many they are, all have gone within the time', async () => {
  const crowd = await goneAfter(new Slices(20_000, 5_000), 20_000)
  expect(await crowd(2_500)).toBeLessThan(11_000)
  expect(await crowd(2_500)).toBe(20_000)
})
