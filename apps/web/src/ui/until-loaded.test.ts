import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OutOfReach } from './out-of-reach.ts'
import { untilLoaded } from './until-loaded.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

test('without network a part is asked for until it comes', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('cut'))
    .mockRejectedValueOnce(new TypeError('cut'))
    .mockResolvedValue('part')
  const loaded = untilLoaded(load, () => Promise.resolve(false))
  await vi.runAllTimersAsync()
  expect(await loaded).toBe('part')
  expect(load).toHaveBeenCalledTimes(3)
})

test('a part that a server which answers does not have is a fault, after one more try', async () => {
  const gone = new TypeError('gone')
  const load = vi.fn<() => Promise<string>>().mockRejectedValue(gone)
  await expect(untilLoaded(load, () => Promise.resolve(true))).rejects.toBe(gone)
  expect(load).toHaveBeenCalledTimes(2)
})

test('what the network does not bring is asked for again without asking the server first', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new TypeError('gone?'))
    .mockRejectedValueOnce(new OutOfReach('cut'))
    .mockRejectedValueOnce(new TypeError('gone?'))
    .mockResolvedValue('part')
  const loaded = untilLoaded(load, () => Promise.resolve(true))
  await vi.runAllTimersAsync()
  expect(await loaded).toBe('part')
})
