import { describe, expect, test } from 'vitest'
import { type Ailment, CommitRoad, type Medium, type Write } from './commit-road.ts'
import { NotSaving, StoreBroken } from './faults.ts'
import type { StoreState } from './store.ts'

/** A medium that fails as it is told to, once for each word. */
class Ill implements Medium {
  readonly batches: number[] = []
  syncs = 0
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
    this.syncs++
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

  test('what rooms gather in one turn is one transaction, and one that throws takes no other with it', async () => {
    const medium = new Ill()
    const faults: unknown[] = []
    const road = new CommitRoad(medium, { listenerFault: (fault) => faults.push(fault) })
    road.gather(() => road.enqueue(word()))
    road.gather(() => {
      throw new Error('a bad room')
    })
    road.gather(() => road.enqueue(word()))
    await road.committed(road.enqueue(word()))
    await road.committed(3)
    expect(medium.batches).toEqual([3])
    expect(faults).toEqual([new Error('a bad room')])
  })

  test('a sync that nobody waits for rests after the one before; one that somebody waits for does not', async () => {
    const medium = new Ill()
    const road = new CommitRoad(medium, {}, 60_000)
    await road.committed(road.enqueue(word()))
    expect(medium.syncs).toBe(1)
    const second = road.enqueue(word())
    await road.committed(second)
    await road.committed(road.enqueue(word()))
    expect(medium.syncs).toBe(1)
    road.hurry(second)
    expect(medium.syncs).toBe(2)
    await road.synced(second)
    await road.close()
  })
})
