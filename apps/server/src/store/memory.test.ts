import { describe } from 'vitest'
import type { Faults, StoreBench } from './contract/bench.ts'
import { MemoryDisk, openMemoryStore } from './memory.ts'
import { storeContract } from './store.contract.ts'
import type { Store } from './store.ts'

/** A kill at the k-th step: that one and all that would follow never happen. */
class PowerCut extends Error {}

function newBench(): Promise<StoreBench> {
  const faults: Faults = { before: null, sync: null }
  const newDisk = (): MemoryDisk =>
    new MemoryDisk({ before: (step) => faults.before?.(step), sync: () => faults.sync?.() ?? Promise.resolve() })
  const disk = newDisk()

  async function* crashes(
    prepare: (store: Store) => Promise<void>,
    act: (store: Store) => Promise<unknown>,
  ): AsyncGenerator<{ at: string; store: Store }> {
    for (let left = 0; ; left += 1) {
      const ownDisk = newDisk()
      const doomed = await openMemoryStore(ownDisk)
      await prepare(doomed)
      let steps = 0
      let at: string | null = null
      faults.before = (step) => {
        steps += 1
        if (steps <= left) return
        at ??= `step ${steps}, before ${step}`
        throw new PowerCut(at)
      }
      await act(doomed).catch((fault: unknown) => {
        if (at === null) throw fault
      })
      faults.before = null
      yield { at: at ?? 'the end', store: await openMemoryStore(ownDisk) }
      if (at === null) return
    }
  }

  return Promise.resolve({
    faults,
    crashes,
    open: (watch) => openMemoryStore(disk, watch),
    crash: () => openMemoryStore(disk),
    claimElsewhere: (meetingId) => disk.tables.claim(meetingId, 99),
    damageNewestSnapshot: (meetingId) => {
      const shelf = { meeting: meetingId, generation: 1 }
      const newest = disk.tables.snapshots(shelf)[0]
      if (newest === undefined) throw new Error('no snapshot to damage')
      disk.tables.insertSnapshot(shelf, { ...newest, data: newest.data.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) }, true)
    },
    full: () => Object.assign(new Error('no room'), { code: 'ENOSPC' }),
    clear: () => Promise.resolve(),
  })
}

describe('the memory store', () => {
  storeContract(newBench)
})
