import { afterEach, expect, test, vi } from 'vitest'
import { attend } from './contract/people.ts'
import { MemoryDisk, openMemoryStore } from './memory.ts'

afterEach(() => void vi.useRealTimers())

test('an erasure put off that fails is told of, not swallowed', async () => {
  const faults: unknown[] = []
  const fault = new Error('the disk is gone')
  let isLate = false
  const disk = new MemoryDisk({ checkpoint: () => (isLate ? Promise.reject(fault) : Promise.resolve(false)) })
  const store = await openMemoryStore(disk, { erasureFault: (cause) => faults.push(cause) })
  const { journal } = await attend(store)
  journal.release()
  vi.useFakeTimers()
  const purged = store.purgeMeeting(journal.meetingId)
  await vi.advanceTimersByTimeAsync(1_100)
  await purged
  expect(faults).toEqual([])
  isLate = true
  await vi.advanceTimersByTimeAsync(1_000)
  expect(faults).toEqual([fault])
})
