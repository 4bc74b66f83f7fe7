import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SecretRow, Store } from '../store.ts'
import type { NewBench, StoreBench } from './bench.ts'
import { attend, bytes, emptySeed, firstSeal, fullTick, Hearing, reopen, say, text } from './people.ts'

/** The catalogue, its secrets, and snapshots. */
export function keepingContract(newBench: NewBench): void {
  describe('keeping', () => {
    let bench: StoreBench
    beforeEach(async () => {
      bench = await newBench()
    })
    afterEach(() => bench.clear())

    const token: SecretRow = { kind: 'token', hash: 'h1', meetingId: 'm1', subject: 'person-1', expiresAt: null }

    test('the catalogue knows its meetings; an id is taken once', async () => {
      const store = await bench.open()
      const imported = { meetingId: 'b', meta: '{"b":1}', seed: emptySeed, minutes: { version: 3, record: bytes('imported') } }
      expect(await store.createMeeting(imported)).toBe(true)
      expect(await store.createMeeting({ meetingId: 'a', meta: '{}', seed: emptySeed })).toBe(true)
      expect(await store.createMeeting({ meetingId: 'a', meta: '{"other":1}', seed: emptySeed })).toBe(false)
      expect(await store.changeMeta('a', () => '{"changed":true}')).toBe('{"changed":true}')
      expect(await store.changeMeta('c', () => '{}')).toBeNull()
      const next = await bench.crash()
      expect(await next.meetings()).toEqual([
        { meetingId: 'a', meta: '{"changed":true}', generation: 1, seq: 0, versions: [] },
        { meetingId: 'b', meta: '{"b":1}', generation: 1, seq: 0, versions: [3] },
      ])
      expect(await next.meeting('c')).toBeNull()
      expect(text(await next.minutes('b', 3))).toBe('imported')
      expect(await next.minutes('b', 4)).toBeNull()
    })

    test('of two who change what is said of a meeting at once, neither loses the other’s change, nor does a sealing', async () => {
      const store = await bench.open()
      const { journal } = await attend(store)
      const add = (name: string) => (meta: string) => JSON.stringify({ ...(JSON.parse(meta) as object), [name]: true })
      await Promise.all([
        store.changeMeta('m1', add('one')),
        journal.seal({ ...firstSeal, meta: add('sealing') }),
        store.changeMeta('m1', add('two')),
      ])
      const next = await bench.crash()
      expect(JSON.parse((await next.meeting('m1'))?.meta ?? '')).toEqual({ one: true, sealing: true, two: true })
    })

    test('a secret is found by its hash within its kind, of one meeting or of all, until it is taken back or expires', async () => {
      const store = await bench.open()
      await store.createMeeting({ meetingId: 'm1', meta: '{}', seed: emptySeed, secrets: [token] })
      const elsewhere: SecretRow = { ...token, kind: 'debt', meetingId: 'm2' }
      await store.putSecrets([{ ...elsewhere, meetingId: 'm1' }, elsewhere])
      expect(await store.findSecrets('debt', 'h1')).toHaveLength(2)
      expect(await store.findSecrets('debt', 'h1', 'm2')).toEqual([elsewhere])
      const second: SecretRow = { ...token, subject: 'person-2' }
      const device: SecretRow = { ...token, kind: 'device', expiresAt: 1000 }
      await store.putSecrets([second, device])
      expect(await store.findSecrets('token', 'h1')).toEqual([token, second])
      expect(await store.findSecrets('token', 'h2')).toEqual([])
      await store.deleteExpiredSecrets(999)
      expect(await store.findSecrets('device', 'h1')).toEqual([device])
      await store.deleteExpiredSecrets(1000)
      expect(await store.findSecrets('device', 'h1')).toEqual([])
      await store.deleteSecrets({ meetingId: 'm1', kind: 'token', subject: 'person-1' })
      expect(await store.findSecrets('token', 'h1')).toEqual([second])
      await store.deleteSecrets({ meetingId: 'm1' })
      expect(await store.findSecrets('token', 'h1')).toEqual([])
    })

    test('a verified snapshot takes the place of what it holds, and events stay', async () => {
      const store = await bench.open()
      let opened = await attend(store)
      for (const word of ['a', 'b', 'c']) {
        await say(store, opened, { update: bytes(word), facts: `["${word}"]` })
        const isGood = await opened.journal.compact({
          upto: opened.journal.seq,
          update: bytes(`up to ${word}`),
          verify: (read) => text(read) === `up to ${word}`,
        })
        expect(isGood).toBe(true)
      }
      await say(store, opened, { update: bytes('d') })
      opened = await reopen(store, opened)
      expect([opened.snapshot?.upto, text(opened.snapshot?.update)]).toEqual([3, 'up to c'])
      expect(opened.updates.map(({ seq, update }) => [seq, text(update)])).toEqual([[4, 'd']])
      expect(opened.events.map(({ seq }) => seq)).toEqual([1, 2, 3])
    })

    test('the words of an open meeting are read in parts, as the disk has them up to the call', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await say(store, opened, { update: bytes('a') }, { facts: '["a"]' }, { update: bytes('b') })
      await opened.journal.compact({ upto: 1, update: bytes('up to a'), verify: () => true })
      opened.journal.append({ update: bytes('c') })
      const words = opened.journal.words()
      opened.journal.append({ update: bytes('later') })
      expect((await words).map((part) => text(part))).toEqual(['up to a', 'b', 'c'])
    })

    test('a snapshot that does not verify deletes nothing', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      await say(store, opened, { update: bytes('a') }, { update: bytes('b') })
      for (const verify of [() => false, () => Promise.resolve(false)]) {
        expect(await opened.journal.compact({ upto: 2, update: bytes('wrong'), verify })).toBe(false)
      }
      await expect(opened.journal.compact({ upto: 3, update: bytes('ahead'), verify: () => true })).rejects.toThrow(RangeError)
      const again = await reopen(store, opened)
      expect([again.snapshot, again.updates.length]).toEqual([null, 2])
    })

    test('a damaged snapshot falls back on the one before it, with nothing missing', async () => {
      const store = await bench.open()
      const opened = await attend(store)
      for (const word of ['a', 'b', 'c']) {
        await say(store, opened, { update: bytes(word) })
        await opened.journal.compact({ upto: opened.journal.seq, update: bytes(`up to ${word}`), verify: () => true })
      }
      bench.damageNewestSnapshot('m1')
      const again = await reopen(store, opened)
      expect([text(again.snapshot?.update), again.isRepaired]).toEqual(['up to b', true])
      expect(again.updates.map(({ update }) => text(update))).toEqual(['c'])
    })

    test('a meeting with a hole in it is not opened', async () => {
      const store = await bench.open()
      await store.createMeeting({ meetingId: 'm1', meta: '{}', seed: { board: '{}', update: bytes('all there was') } })
      bench.damageNewestSnapshot('m1')
      await expect(store.open('m1', new Hearing())).rejects.toMatchObject({ name: 'Unreadable' })
    })

    test('a kill during compaction leaves every word', async () => {
      const compactTwice = async (store: Store): Promise<void> => {
        const opened = await attend(store)
        for (const word of ['b', 'c']) {
          await opened.journal.compact({ upto: opened.journal.seq, update: bytes(wordsOf(opened.journal.seq)), verify: () => true })
          await say(store, opened, { update: bytes(word) })
        }
      }
      const start = async (store: Store): Promise<void> => {
        const opened = await attend(store)
        await say(store, opened, { update: bytes('a') })
        opened.journal.release()
      }
      let crashes = 0
      for await (const { at, store } of bench.crashes(start, compactTwice)) {
        const { snapshot, updates, seq } = await attend(store)
        const words = (text(snapshot?.update) ?? '') + updates.map(({ update }) => text(update)).join('')
        expect(words, at).toBe(wordsOf(seq))
        crashes += 1
      }
      expect(crashes).toBeGreaterThan(10)
    })

    test('a purged meeting leaves nothing, wherever it was interrupted', async () => {
      const start = async (store: Store): Promise<void> => {
        await store.createMeeting({ meetingId: 'm1', meta: '{}', seed: emptySeed, secrets: [token] })
        const opened = await attend(store)
        await say(store, opened, fullTick)
        await opened.journal.seal(firstSeal)
        await say(store, opened, fullTick)
        opened.journal.release()
        await attend(store, 'm2')
      }
      const outcomes = new Set<boolean>()
      for await (const { at, store } of bench.crashes(start, (live) => live.purgeMeeting('m1'))) {
        const meeting = await store.meeting('m1')
        outcomes.add(meeting === null)
        expect(await store.findSecrets('token', 'h1'), at).toHaveLength(meeting === null ? 0 : 1)
        expect(text(await store.minutes('m1', 1)), at).toBe(meeting === null ? null : 'le compte-rendu, version 1')
        expect((await store.open('m1', new Hearing()))?.generation, at).toBe(meeting?.generation)
        expect(await store.open('m2', new Hearing()), at).not.toBeNull()
      }
      expect(outcomes).toEqual(new Set([false, true]))
    })
  })
}

function wordsOf(seq: number): string {
  return 'abcdef'.slice(0, seq)
}
