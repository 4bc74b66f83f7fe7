import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NotSaving, StaleEpoch, StoreBroken } from '../faults.ts'
import type { StoreState } from '../store.ts'
import type { NewBench, StoreBench } from './bench.ts'
import { attend, bytes, emptySeed, fullTick, Hearing, say, text } from './people.ts'

/** Full disks, failed and slow syncs, ghosts of earlier starts, kills between any two statements. */
export function troubleContract(newBench: NewBench): void {
  describe('trouble', () => {
    let bench: StoreBench
    beforeEach(async () => {
      bench = await newBench()
    })
    afterEach(() => bench.clear())

    test('a full disk loses nothing: not saving, then saved in order', async () => {
      const store = await bench.open()
      const hearing = new Hearing()
      const opened = await attend(store, 'm1', hearing)
      const states: StoreState[] = []
      const isBack = new Promise<void>((resolve) => {
        store.onState((state) => {
          states.push(state)
          if (state === 'not-saving') bench.faults.before = null
          else resolve()
        })
      })
      bench.faults.before = (step) => {
        if (step === 'commit') throw bench.full()
      }
      opened.journal.append({ update: bytes('one') })
      const { mark } = opened.journal.append({ facts: '["two"]' })
      expect(store.backlogBytes).toBeGreaterThan(0)
      await isBack
      await store.synced(mark)
      expect(states).toEqual(['not-saving', 'saving'])
      expect(hearing).toMatchObject({ committedMarks: [mark], syncedMarks: [mark] })
      expect(store.backlogBytes).toBe(0)
      const again = await attend(await bench.crash())
      expect([again.updates.length, again.events.length, again.seq]).toEqual([1, 1, 2])
    })

    test('while it does not save, a dirty room stays and the catalogue says no', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      const isNotSaving = new Promise<void>((resolve) => store.onState((state) => state === 'not-saving' && resolve()))
      bench.faults.before = (step) => {
        if (step === 'begin') throw bench.full()
      }
      const refused = store.putSecrets([]).catch((fault: unknown) => fault)
      opened.journal.append({ update: bytes('kept') })
      expect(await refused).toBeInstanceOf(NotSaving)
      await isNotSaving
      await expect(store.createMeeting({ meetingId: 'm2', meta: '{}', seed: emptySeed })).rejects.toThrow(NotSaving)
      expect(() => opened.journal.release()).toThrow('dirty')
      await expect(store.close()).rejects.toThrow(NotSaving)
      bench.faults.before = null
      const next = await bench.crash()
      expect(await next.meeting('m2')).toBeNull()
      expect((await attend(next)).updates).toEqual([])
    })

    test('it finds out by itself that there is room again', async () => {
      const store = await bench.open()
      const isBack = new Promise<void>((resolve) => store.onState((state) => state === 'saving' && resolve()))
      bench.faults.before = () => {
        bench.faults.before = null
        throw bench.full()
      }
      await expect(store.putSecrets([])).rejects.toThrow(NotSaving)
      await isBack
      expect(await store.createMeeting({ meetingId: 'm2', meta: '{}', seed: emptySeed })).toBe(true)
    })

    test('a failed sync is never tried again: the store is broken and says so once', async () => {
      const store = await bench.open()
      const hearing = new Hearing()
      const opened = await attend(store, 'm1', hearing)
      const causes: unknown[] = []
      store.onBroken((cause) => causes.push(cause))
      let syncs = 0
      bench.faults.sync = () => {
        syncs += 1
        return Promise.reject(new Error('EIO'))
      }
      const { mark } = opened.journal.append({ facts: '["never promised"]' })
      await expect(store.synced(mark)).rejects.toThrow(StoreBroken)
      expect(hearing).toMatchObject({ committedMarks: [mark], syncedMarks: [] })
      expect(() => opened.journal.append({ facts: '[]' })).toThrow(StoreBroken)
      await expect(store.changeMeta('m1', () => '{}')).rejects.toThrow(StoreBroken)
      expect(causes).toEqual([new Error('EIO')])
      expect([store.state, syncs]).toEqual(['broken', 1])
    })

    test('a slow sync holds no one up, and covers only what was committed when it was called', async () => {
      const store = await bench.open()
      const hearing = new Hearing()
      const opened = await attend(store, 'm1', hearing)
      const syncs: PromiseWithResolvers<void>[] = []
      bench.faults.sync = () => {
        const sync = Promise.withResolvers<void>()
        syncs.push(sync)
        return sync.promise
      }
      const first = opened.journal.append({ update: bytes('before the call') })
      await store.committed(first.mark)
      store.hurry(first.mark)
      const second = opened.journal.append({ update: bytes('during it') })
      await store.committed(second.mark)
      store.hurry(second.mark)
      expect([syncs.length, hearing.syncedMarks]).toEqual([1, []])
      syncs[0]?.resolve()
      await store.synced(first.mark)
      expect(hearing.syncedMarks).toEqual([first.mark])
      expect(opened.journal.isDirty).toBe(true)
      syncs[1]?.resolve()
      await store.synced(second.mark)
      expect(hearing.syncedMarks).toEqual([first.mark, second.mark])
      bench.faults.sync = null
    })

    test('a ghost of an earlier start is refused, and takes no other room with it', async () => {
      const store = await bench.open()
      const hearing = new Hearing()
      const ghost = await attend(store, 'm1', hearing)
      const other = await attend(store, 'm2')
      bench.claimElsewhere('m1')
      ghost.journal.append({ facts: '["from the other side"]' })
      await say(store, other, { facts: '["alive"]' })
      expect(hearing.lostTo).toBeInstanceOf(StaleEpoch)
      expect(hearing.committedMarks).toEqual([])
      expect(() => ghost.journal.append({ facts: '[]' })).toThrow(StaleEpoch)
      expect(store.state).toBe('saving')
    })

    test('a kill between any two statements leaves all of a tick or none of it', async () => {
      const seen = new Set<number>()
      const debt = { kind: 'untold', hash: 'owed', meetingId: 'm2', subject: 'debt-1', expiresAt: null }
      const prepare = async (store: Parameters<typeof attend>[0]): Promise<void> => {
        await say(store, await attend(store), { facts: '["before"]' })
      }
      const act = async (store: Parameters<typeof attend>[0]): Promise<void> => {
        const opened = await store.open('m2', new Hearing())
        if (opened === null) {
          await store.createMeeting({ meetingId: 'm2', meta: '{}', seed: { board: '{}', update: bytes('seed') } })
        }
        await say(store, await attend(store, 'm2'), { ...fullTick, secrets: [debt] })
      }
      for await (const { at, store } of bench.crashes(prepare, act)) {
        const before = await attend(store, 'm1')
        expect(before.events, at).toHaveLength(1)
        const opened = await store.open('m2', new Hearing())
        const owed = opened === null ? undefined : await store.findSecrets('untold', 'owed')
        const found = [opened?.updates, opened?.events, opened?.owners, opened?.answers, opened?.confidences, owed].map(
          (list) => list?.length ?? -1,
        )
        expect(new Set(found).size, `${at}: ${found.join()}`).toBe(1)
        expect(text(opened?.snapshot?.update), at).toBe(opened === null ? null : 'seed')
        seen.add(found[0] ?? -1)
      }
      expect(seen).toEqual(new Set([-1, 0, 1]))
    })
  })
}
