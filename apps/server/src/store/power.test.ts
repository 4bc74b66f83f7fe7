import {
  closeSync,
  cpSync,
  fdatasync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attend, bytes, Hearing, text } from './contract/people.ts'
import { Seeded } from '../guard/rehearsal/seeded.ts'
import { openSqliteStore } from './sqlite.ts'

const CUTS = Number(process.env['POWER_CUTS'] ?? (process.env['PROOF'] === 'full' ? 40 : 5))
const FIRST_SEED = Number(process.env['SEED'] ?? (process.env['PROOF'] === 'night' ? Date.now() % 2 ** 31 : 1))

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

  /** Any 4 KiB that no sync had covered may be there or not, whatever was written before or after it. */
  test(
    `takes nothing that was synced, ${CUTS} times at any byte, with any of the blocks since then missing`,
    { timeout: 12 * 3_600_000 },
    async () => {
      let kept = 0
      for (let seed = FIRST_SEED; seed < FIRST_SEED + CUTS; seed += 1) {
        const { promised, found } = await cutOnce(join(root, `any-${seed}`), new Seeded(seed)).catch((cause: unknown) => {
          throw new Error(`SEED=${seed}: ${String(cause)}`, { cause })
        })
        expect(found, `SEED=${seed}`).toBeGreaterThanOrEqual(promised)
        kept += promised
      }
      process.stdout.write(`${CUTS} power cuts from SEED=${FIRST_SEED}: ${kept} ticks promised, 0 lost\n`)
      expect(kept).toBeGreaterThan(CUTS * 5)
    },
  )
})

/** Writes and compacts until the power goes; answers the seq that had been called synced, and the one that is found. */
async function cutOnce(dataDir: string, random: Seeded): Promise<{ promised: number; found: number }> {
  const durable = { bytes: 0, seq: 0 }
  const sync = (fd: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const called = fstatSync(fd).size
      fdatasync(fd, (fault) => {
        if (fault !== null) return reject(fault)
        durable.bytes = Math.max(durable.bytes, called)
        resolve()
      })
    })
  const store = await openSqliteStore({ dataDir, durability: 'power', seams: { sync } })
  const seqs = new Map<number, number>()
  const hearing = new Hearing()
  hearing.synced = (mark) => {
    durable.seq = seqs.get(mark) ?? durable.seq
  }
  const { journal } = await attend(store, 'm1', hearing)
  let words = ''
  for (let ticks = 10 + random.int(60); ticks > 0; ticks -= 1) {
    const word = `${journal.seq + 1};`
    words += word
    const { seq, mark } = journal.append({ update: bytes(word), facts: JSON.stringify('x'.repeat(random.int(6_000))) })
    seqs.set(mark, seq)
    if (random.once(3)) await store.committed(mark)
    if (random.once(8)) await store.synced(mark)
    if (random.once(15)) await journal.compact({ upto: seq, update: bytes(words), verify: () => true })
  }
  await store.committed(journal.append({}).mark)
  const copy = `${dataDir}-cut`
  const { bytes: safe, seq: promised } = durable
  cpSync(dataDir, copy, { recursive: true })
  await store.close()
  spoil(join(copy, 'clairiere.sqlite-wal'), safe, random)
  const next = await openSqliteStore({ dataDir: copy, durability: 'power' })
  const { snapshot, updates, journal: found } = await attend(next)
  const read = [text(snapshot?.update), ...updates.map(({ update }) => text(update))].join('')
  expect(read).toBe(Array.from({ length: found.seq }, (_, at) => `${at + 1};`).join(''))
  await next.close()
  for (const path of [dataDir, copy]) rmSync(path, { recursive: true })
  return { promised, found: found.seq }
}

/** Of what no sync had covered, a random part is cut off and random blocks of the rest never came. */
function spoil(path: string, safe: number, random: Seeded): void {
  const { size } = statSync(path)
  const length = safe + random.int(size - safe + 1)
  truncateSync(path, length)
  const file = openSync(path, 'r+')
  for (let at = Math.ceil(safe / 4096) * 4096; at < length; at += 4096)
    if (random.once(3)) writeSync(file, new Uint8Array(Math.min(4096, length - at)), 0, Math.min(4096, length - at), at)
  closeSync(file)
}
