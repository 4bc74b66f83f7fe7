import { describe, expect, test } from 'vitest'
import { type Ailment, CommitRoad, type Medium, type Write } from './commit-road.ts'
import { NotSaving, StoreBroken } from './faults.ts'
import type { StoreState } from './store.ts'

/** A medium that fails as it is told to, once for each word. */
class Ill implements Medium {
  readonly batches: number[] = []
  readonly ills: Ailment[]

  constructor(...ills: Ailment[]) {
    this.ills = ills
  }

  transact(writes: readonly Write[]): void {
    const ill = this.ills.shift()
    if (ill !== undefined) throw new Error(ill)
    for (const write of writes) write.run()
    this.batches.push(writes.length)
  }

  sync(): Promise<void> {
    return Promise.resolve()
  }

  ailment(fault: unknown): Ailment {
    return (fault as Error).message as Ailment
  }
}

function word(): Write {
  return { run: () => {}, bytes: 1, isPatient: true }
}

describe('the commit road', () => {
  test('a busy moment is waited for without a word', async () => {
    const road = new CommitRoad(new Ill('busy', 'busy', 'busy'))
    const states: StoreState[] = []
    road.onState((state) => states.push(state))
    await road.synced(road.enqueue(word()))
    expect(states).toEqual([])
  })

  test('what is appended while it is ill waits behind what was there, in one transaction', async () => {
    const medium = new Ill('full')
    const road = new CommitRoad(medium)
    road.enqueue(word())
    await new Promise<void>((resolve) => road.onState(() => resolve()))
    await road.synced(road.enqueue(word()))
    expect(medium.batches).toEqual([2])
  })

  test('a fault that nothing explains breaks it, and whoever waits hears so', async () => {
    const road = new CommitRoad(new Ill('broken'))
    const mark = road.enqueue(word())
    const record = road.record(() => 'never', { isPatient: true })
    await expect(road.committed(mark)).rejects.toThrow(StoreBroken)
    await expect(record).rejects.toThrow(StoreBroken)
    await expect(road.synced(mark)).rejects.toThrow(StoreBroken)
    expect(() => road.enqueue(word())).toThrow(StoreBroken)
  })

  test('closing on a full disk says so instead of hanging', async () => {
    const road = new CommitRoad(new Ill('full', 'full'))
    road.enqueue(word())
    await expect(road.close()).rejects.toThrow(NotSaving)
  })

  test('a record gives what its last run returned', async () => {
    const road = new CommitRoad(new Ill('full'))
    let runs = 0
    expect(await road.record(() => (runs += 1), { isPatient: true })).toBe(1)
    expect(runs).toBe(1)
  })
})
