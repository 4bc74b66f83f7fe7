import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AlreadyOpen, JournalFrozen } from '../faults.ts'
import type { NewBench, StoreBench } from './bench.ts'
import { attend, bytes, emptySeed, fullTick, Hearing, reopen, say, text } from './people.ts'

/** Appending, hearing about it, and reading it back. */
export function writingContract(newBench: NewBench): void {
  describe('writing', () => {
    let bench: StoreBench
    beforeEach(async () => {
      bench = await newBench()
    })
    afterEach(() => bench.clear())

    test('a meeting opens as its seed', async () => {
      const store = await bench.open()
      await store.createMeeting({ meetingId: 'm1', meta: '{}', seed: { board: '{"n":1}', update: bytes('document') } })
      const opened = await attend(store)
      expect(opened).toMatchObject({
        generation: 1,
        seq: 0,
        epoch: store.epoch,
        seed: '{"n":1}',
        isRepaired: false,
        events: [],
        updates: [],
      })
      expect(opened.snapshot?.upto).toBe(0)
      expect(text(opened.snapshot?.update)).toBe('document')
      expect(await store.open('nobody', new Hearing())).toBeNull()
    })

    test('what was appended is read back in order, after a restart too', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      const first = opened.journal.append({ update: bytes('a') })
      const second = opened.journal.append({ facts: '["f"]', update: bytes('b') })
      expect([first.seq, second.seq, opened.journal.seq]).toEqual([1, 2, 2])
      expect(second.mark).toBeGreaterThan(first.mark)
      await say(store, opened, fullTick)
      await store.close()

      const again = await attend(await bench.open())
      expect(again.seq).toBe(3)
      expect(again.epoch).toBe(opened.epoch + 1)
      expect(again.updates.map(({ seq, update }) => [seq, text(update)])).toEqual([
        [1, 'a'],
        [2, 'b'],
        [3, text(fullTick.update)],
      ])
      expect(again.events).toEqual([
        { seq: 2, facts: '["f"]' },
        { seq: 3, facts: fullTick.facts },
      ])
      expect(again.owners).toEqual(fullTick.owners)
      expect(again.answers).toEqual(fullTick.answers)
      expect(again.confidences).toEqual(fullTick.confidences)
    })

    test('a confidence takes no seq, replaces the one of its key and goes when asked', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      const about = { kind: 'roti', person: 'p1' }
      await say(store, opened, {
        confidences: [
          { ...about, subject: 'm', payload: '3' },
          { ...about, subject: 'n', payload: '2' },
        ],
      })
      expect(
        opened.journal.append({
          confidences: [
            { ...about, subject: 'm', payload: '5' },
            { ...about, subject: 'n', payload: null },
          ],
        }).seq,
      ).toBe(0)
      await say(store, opened, { facts: '[]' })
      const again = await reopen(store, opened)
      expect(again.seq).toBe(1)
      expect(again.confidences).toEqual([{ ...about, subject: 'm', payload: '5' }])
    })

    test('a confidence of any length comes back whole', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      const payloads = ['', 'é', 'x'.repeat(171), 'x'.repeat(172), 'x'.repeat(173), 'ß'.repeat(5000)]
      await say(store, opened, { confidences: payloads.map((payload, at) => ({ kind: 'k', person: 'p', subject: String(at), payload })) })
      const again = await reopen(store, opened)
      expect(again.confidences.toSorted((a, b) => Number(a.subject) - Number(b.subject)).map((held) => held.payload)).toEqual(payloads)
    })

    test('all rooms of a loop turn share one transaction, and each hears of its own writes only', async () => {
      const batches: number[] = []
      const store = await bench.open({ committed: (_ms, writes) => batches.push(writes) })
      const [ada, ben] = [new Hearing(), new Hearing()]
      const first = await attend(store, 'm1', ada)
      const second = await attend(store, 'm2', ben)
      batches.length = 0
      first.journal.append({ update: bytes('1') })
      const { mark } = first.journal.append({ update: bytes('2') })
      const last = second.journal.append({ facts: '[]' })
      await store.synced(last.mark)
      expect(batches).toEqual([3])
      expect(ada).toMatchObject({ committedMarks: [mark], syncedMarks: [mark] })
      expect(ben).toMatchObject({ committedMarks: [last.mark], syncedMarks: [last.mark] })
    })

    test('nothing is committed within the turn that appended it', async () => {
      const store = await bench.open()
      const hearing = new Hearing()
      const opened = await attend(store, 'm1', hearing)
      const { mark } = opened.journal.append({ update: bytes('a') })
      expect(hearing.committedMarks).toEqual([])
      await store.committed(mark)
      expect(hearing.committedMarks).toEqual([mark])
    })

    test('a listener that throws does not keep the others from hearing', async () => {
      const faults: unknown[] = []
      const store = await bench.open({ listenerFault: (fault) => faults.push(fault) })
      const deaf = new Hearing()
      deaf.committed = () => {
        throw new Error('this room is ill')
      }
      const hearing = new Hearing()
      const ill = await attend(store, 'm1', deaf)
      const well = await attend(store, 'm2', hearing)
      ill.journal.append({ facts: '[]' })
      await say(store, well, { facts: '[]' })
      expect(hearing.syncedMarks).toHaveLength(1)
      expect(faults).toHaveLength(1)
    })

    test('one journal at a time writes in a meeting, and a dirty one is never released', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await expect(store.open('m1', new Hearing())).rejects.toThrow(AlreadyOpen)
      const { mark } = opened.journal.append({ facts: '["late"]' })
      expect(opened.journal.isDirty).toBe(true)
      expect(() => opened.journal.release()).toThrow(JournalFrozen)
      await store.synced(mark)
      expect(opened.journal.isDirty).toBe(false)
      const again = await reopen(store, opened)
      expect(again.events).toHaveLength(1)
      expect(() => opened.journal.append({ facts: '[]' })).toThrow(JournalFrozen)
    })

    test('closing keeps what was still waiting, and the next start knows how the last one ended', async () => {
      const store = await bench.open()
      expect(store.wasClosedWell).toBe(true)
      const opened = await attend(store)
      opened.journal.append({ update: bytes('the last keystroke') })
      await store.close()
      expect(store.state).toBe('closed')
      const next = await bench.open()
      expect(next.wasClosedWell).toBe(true)
      expect((await attend(next)).updates).toHaveLength(1)
      const afterCrash = await bench.crash()
      expect(afterCrash.wasClosedWell).toBe(false)
    })

    test('a crash takes nothing that was committed', async () => {
      const store = await bench.open()
      await store.createMeeting({ meetingId: 'm1', meta: '{"a":1}', seed: emptySeed })
      const opened = await attend(store)
      const { mark } = opened.journal.append(fullTick)
      await store.committed(mark)
      opened.journal.append({ update: bytes('never committed') })
      const next = await bench.crash()
      const again = await attend(next)
      expect(again.updates.map(({ update }) => text(update))).toEqual([text(fullTick.update)])
      expect(again.confidences).toEqual(fullTick.confidences)
    })
  })
}
