import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { JournalFrozen, NotSaving } from '../faults.ts'
import type { Store } from '../store.ts'
import type { NewBench, StoreBench } from './bench.ts'
import { attend, bytes, firstSeal, fullTick, reopen, say, text } from './people.ts'

/** The turn of a generation: what survives it, what does not, and that it is never half done. */
export function sealingContract(newBench: NewBench): void {
  describe('sealing', () => {
    let bench: StoreBench
    beforeEach(async () => {
      bench = await newBench()
    })
    afterEach(() => bench.clear())

    test('the next generation starts from its seed and remembers nothing else', async () => {
      const store = await bench.open()
      let opened = await attend(store)
      await say(store, opened, fullTick, { late: [{ id: 'l1', payload: 'après coup' }] })
      expect(await opened.journal.seal(firstSeal)).toEqual({ generation: 2, seq: 1 })
      expect(opened.journal.generation).toBe(2)
      opened = await reopen(store, opened)
      expect(opened).toMatchObject({ generation: 2, seq: 1, seed: firstSeal.seed.board, updates: [], events: [] })
      expect([opened.owners, opened.answers, opened.confidences]).toEqual([[], [], []])
      expect([opened.snapshot?.upto, text(opened.snapshot?.update)]).toEqual([1, 'sealed document'])
      expect(opened.late).toEqual([{ id: 'l1', payload: 'après coup' }])
      expect(opened.past.map(({ generation, stateVector }) => [generation, text(stateVector)])).toEqual([[1, 'final state']])
    })

    test('of a restored meeting: it forgets nothing, under a number that the lost time cannot have used', async () => {
      const store = await bench.open()
      let opened = await attend(store)
      await say(store, opened, fullTick)
      opened = await reopen(store, opened)
      const { answers, confidences } = opened
      const turn = { ...firstSeal, minutes: null, carried: { answers, confidences }, generation: 5_000 }
      expect(await opened.journal.seal(turn)).toEqual({ generation: 5_000, seq: 1 })
      await expect(opened.journal.seal({ ...turn, generation: 5_000 })).rejects.toThrow('cannot come again')
      opened = await reopen(store, opened)
      expect(opened).toMatchObject({ generation: 5_000, answers, confidences, owners: [], updates: [], events: [] })
      expect(opened.past.map(({ generation }) => generation)).toEqual([1])
    })

    test('minutes and final state vectors stay readable, version by version', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await opened.journal.seal(firstSeal)
      await say(store, opened, { facts: '["rectified"]' })
      await opened.journal.seal({ ...firstSeal, minutes: { version: 2, record: bytes('version 2') }, finalStateVector: bytes('second') })
      const next = await bench.crash()
      expect(await next.meeting('m1')).toEqual({ meetingId: 'm1', meta: '{"sealed":1}', generation: 3, seq: 1, versions: [1, 2] })
      expect(text(await next.minutes('m1', 1))).toBe('le compte-rendu, version 1')
      expect(text(await next.minutes('m1', 2))).toBe('version 2')
      expect(text((await next.pastGeneration('m1', 2))?.stateVector)).toBe('second')
      expect(await next.pastGeneration('m1', 3)).toBeNull()
    })

    test('[V8] a version that withdraws the earlier ones leaves nothing of them, after a crash either', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await say(store, opened, fullTick)
      await opened.journal.seal(firstSeal)
      await opened.journal.seal({
        ...firstSeal,
        minutes: { version: 2, record: bytes('version 2'), withdrawsEarlier: true },
        finalStateVector: bytes('second'),
      })
      const next = await bench.crash()
      expect(await next.meeting('m1')).toMatchObject({ versions: [2] })
      expect(await next.minutes('m1', 1)).toBeNull()
      expect(text(await next.minutes('m1', 2))).toBe('version 2')
    })

    test('an abandoned meeting forgets without minutes', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await say(store, opened, fullTick)
      await opened.journal.seal({ minutes: null, seed: firstSeal.seed, finalStateVector: bytes('end') })
      expect(await store.meeting('m1')).toMatchObject({ generation: 2, versions: [], meta: '{}' })
      expect((await reopen(store, opened)).confidences).toEqual([])
    })

    test('words go on in the new generation, and compaction with them', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await say(store, opened, { update: bytes('a') })
      await opened.journal.seal(firstSeal)
      await say(store, opened, { update: bytes('b') })
      expect(await opened.journal.compact({ upto: 2, update: bytes('with b'), verify: () => true })).toBe(true)
      const again = await reopen(store, opened)
      expect([again.seq, text(again.snapshot?.update), again.updates]).toEqual([2, 'with b', []])
    })

    test('no one writes while it is being sealed; after a full disk it can be tried again', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await say(store, opened, fullTick)
      bench.faults.before = (step) => {
        if (step.startsWith('key')) throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
      }
      await expect(opened.journal.seal(firstSeal)).rejects.toThrow(NotSaving)
      bench.faults.before = null
      await say(store, opened, { facts: '["still open"]' })
      const sealing = opened.journal.seal(firstSeal)
      expect(() => opened.journal.append({ facts: '[]' })).toThrow(JournalFrozen)
      await expect(opened.journal.seal(firstSeal)).rejects.toThrow(JournalFrozen)
      expect(await sealing).toEqual({ generation: 2, seq: 2 })
    })

    test('interrupted anywhere, it either never happened or is finished by the next start', async () => {
      const prepare = async (store: Store): Promise<void> => {
        const opened = await attend(store)
        await say(store, opened, fullTick, { late: [{ id: 'l1', payload: 'late' }] })
        opened.journal.release()
      }
      const seal = async (store: Store): Promise<unknown> => (await attend(store)).journal.seal(firstSeal)
      const found = new Set<number>()
      for await (const { at, store } of bench.crashes(prepare, seal)) {
        const opened = await attend(store)
        const isSealed = opened.generation === 2
        const left = [opened.updates, opened.events, opened.owners, opened.answers, opened.confidences].map((list) => list.length)
        expect(new Set(left), at).toEqual(new Set([isSealed ? 0 : 1]))
        expect(opened.late, at).toHaveLength(1)
        expect(opened.past, at).toHaveLength(isSealed ? 1 : 0)
        expect(text(await store.minutes('m1', 1)) !== null, at).toBe(isSealed)
        found.add(opened.generation)
        await opened.journal.seal({ ...firstSeal, minutes: { version: 9, record: bytes('again') } })
        expect(opened.journal.generation, at).toBe(isSealed ? 3 : 2)
      }
      expect(found).toEqual(new Set([1, 2]))
    })
  })
}
