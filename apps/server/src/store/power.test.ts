import { cpSync, fdatasync, fstatSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attend, bytes, Hearing, text } from './contract/people.ts'
import { openSqliteStore } from './sqlite.ts'

/**
 * A power cut, at its worst: of the log, only what had been written when a sync was called is still there. Nothing reaches the database
 * itself in this test, because nothing checkpoints.
 */
describe('a power cut', () => {
  let root: string
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'clairiere-power-'))
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  test('before the first meeting is synced leaves a directory that starts', async () => {
    const dataDir = join(root, 'fresh')
    const store = await openSqliteStore({ dataDir, durability: 'power', seams: { sync: () => Promise.reject(new Error('the cut')) } })
    await expect(attend(store)).rejects.toThrow('good sync')
    const copy = join(root, 'fresh-cut')
    cpSync(dataDir, copy, { recursive: true })
    truncateSync(join(copy, 'clairiere.sqlite-wal'), 0)
    const next = await openSqliteStore({ dataDir: copy, durability: 'power' })
    expect(await next.meetings()).toEqual([])
    expect(readdirSync(join(copy, 'keys'))).toEqual([])
    await next.close()
  })

  test('takes nothing that was synced', async () => {
    const dataDir = join(root, 'data')
    let called = 0
    const durable = { bytes: 0, seq: 0 }
    const sync = (fd: number): Promise<void> =>
      new Promise((resolve, reject) => {
        called = fstatSync(fd).size
        fdatasync(fd, (fault) => (fault === null ? resolve() : reject(fault)))
      })
    const store = await openSqliteStore({ dataDir, durability: 'power', seams: { sync } })
    const seqs = new Map<number, number>()
    const hearing = new Hearing()
    hearing.synced = (mark) => {
      durable.bytes = called
      durable.seq = seqs.get(mark) ?? durable.seq
    }
    const { journal } = await attend(store, 'm1', hearing)
    durable.bytes = called
    const cuts: { seq: number; copy: string }[] = []
    for (let tick = 1; tick <= 60; tick += 1) {
      const { seq, mark } = journal.append({ update: bytes(`${tick};`) })
      seqs.set(mark, seq)
      if (tick % 2 === 0) await store.committed(mark)
      if (tick % 10 === 0) {
        const copy = join(root, `cut-${tick}`)
        cpSync(dataDir, copy, { recursive: true })
        truncateSync(join(copy, 'clairiere.sqlite-wal'), durable.bytes)
        cuts.push({ seq: durable.seq, copy })
      }
      if (tick % 15 === 0) await store.synced(mark)
    }
    await store.close()
    expect(cuts.at(-1)?.seq).toBeGreaterThan(30)
    for (const { seq, copy } of cuts) {
      const next = await openSqliteStore({ dataDir: copy, durability: 'power' })
      const { updates } = await attend(next)
      expect(updates.length).toBeGreaterThanOrEqual(seq)
      expect(updates.map(({ update }) => text(update))).toEqual(updates.map((_, at) => `${at + 1};`))
      await next.close()
    }
  })
})
