import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { EDITS } from '../guard/rehearsal/edits.ts'
import { view } from '../guard/rehearsal/oracle.ts'
import { Seeded } from '../guard/rehearsal/seeded.ts'
import { MemoryDisk, openMemoryStore } from '../store/memory.ts'
import type { Journal, OpenedMeeting, Store } from '../store/store.ts'

const HISTORIES = Number(process.env['HISTORIES'] ?? (process.env['PROOF'] === 'full' ? 60 : 8))
const FIRST_SEED = Number(process.env['SEED'] ?? (process.env['PROOF'] === 'night' ? Date.now() % 2 ** 31 : 1))

async function attend(store: Store, committed: (mark: number) => void): Promise<OpenedMeeting> {
  if ((await store.meeting('m')) === null) await store.createMeeting({ meetingId: 'm', meta: '{}', seed: { board: '{}', update: null } })
  const opened = await store.open('m', { committed, synced: committed })
  if (opened === null) throw new Error('the meeting is gone')
  return opened
}

function load({ snapshot, updates }: Pick<OpenedMeeting, 'snapshot' | 'updates'>): Y.Doc {
  const doc = new Y.Doc()
  for (const part of [snapshot, ...updates]) if (part !== null) Y.applyUpdate(doc, part.update)
  return doc
}

const isSame = (bytes: Uint8Array, doc: Y.Doc): boolean => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, bytes)
  return Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc))
}

/** One document's history with snapshots whenever, and a kill ahead of any statement: what is loaded is what the whole log gives up to there. */
async function live(seed: number): Promise<{ kills: number; snapshots: number }> {
  const random = new Seeded(seed)
  const log: Uint8Array[] = []
  let stepsLeft = Infinity
  const before = (): void => {
    if (stepsLeft-- <= 0) throw new Error('killed here')
  }
  const disk = new MemoryDisk({ before })
  const sums = { kills: 0, snapshots: 0 }
  for (let start = 0; start < 6; start++) {
    stepsLeft = Infinity
    const store = await openMemoryStore(disk)
    const marks = new Map<number, number>()
    let promised = 0
    const opened = await attend(store, (mark) => (promised = Math.max(promised, marks.get(mark) ?? 0)))
    const { journal } = opened
    expect(journal.seq).toBeLessThanOrEqual(log.length)
    log.length = journal.seq // what was not committed is gone
    const whole = load({ snapshot: null, updates: log.map((update, at) => ({ seq: at + 1, update })) })
    const doc = load(opened)
    expect(view(doc)).toEqual(view(whole))
    expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(whole))).toBe(true)
    expect(doc.store.pendingStructs).toBeNull()
    doc.on('update', (update: Uint8Array) => {
      log.push(update)
      const { seq, mark } = journal.append({ update })
      marks.set(mark, seq)
    })
    stepsLeft = 20 + random.int(200)
    const compactions = work(doc, journal, random)
    sums.snapshots += await compactions
    await store.committed(Math.max(0, ...marks.keys())).catch(() => undefined)
    if (stepsLeft <= 0) sums.kills++
    stepsLeft = Infinity
    // The next start finds at least what was promised.
    const seen = await openMemoryStore(disk)
    expect((await seen.meeting('m'))?.seq).toBeGreaterThanOrEqual(promised)
  }
  return sums
}

/** Edits and snapshots until the kill; answers how many snapshots were verified. */
async function work(doc: Y.Doc, journal: Journal, random: Seeded): Promise<number> {
  let verified = 0
  try {
    for (let edits = 40; edits > 0; edits--) {
      random.pick(EDITS)(doc, random)
      if (random.once(6)) await new Promise((resolve) => setImmediate(resolve))
      if (!random.once(8)) continue
      const update = Y.encodeStateAsUpdate(doc)
      const frozen = new Y.Doc()
      Y.applyUpdate(frozen, update)
      if (await journal.compact({ upto: journal.seq, update, verify: (bytes) => isSame(bytes, frozen) })) verified++
    }
  } catch {
    // The kill: the store is broken, as it is when the process is gone.
  }
  return verified
}

test(
  'a snapshot and the log since are the whole log, for any history and a kill ahead of any statement',
  { timeout: 12 * 3_600_000 },
  async () => {
    const sums = { kills: 0, snapshots: 0 }
    for (let seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
      const { kills, snapshots } = await live(seed).catch((cause: unknown) => {
        throw new Error(`SEED=${seed}: ${String(cause)}`, { cause })
      })
      sums.kills += kills
      sums.snapshots += snapshots
    }
    process.stdout.write(`${HISTORIES} histories from SEED=${FIRST_SEED}: ${JSON.stringify(sums)}\n`)
    expect(sums.kills).toBeGreaterThan(HISTORIES)
    expect(sums.snapshots).toBeGreaterThan(HISTORIES)
  },
)
