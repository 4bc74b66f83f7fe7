import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { EDITS } from '../guard/rehearsal/edits.ts'
import { Seeded } from '../guard/rehearsal/seeded.ts'
import { makeSnapshot, type Snapshot, type SnapshotMaker } from './snapshot.ts'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'
import { ThreadSnapshots } from './thread-snapshots.ts'

const learning = (text: string) => ({ kind: 'learning', text, rank: 1 })

/** Letters each typed in front of the last: as many structs. */
function tangled(letters: number): Uint8Array {
  const doc = new Y.Doc()
  const text = doc.getText('draft')
  doc.transact(() => {
    for (let letter = 0; letter < letters; letter++) text.insert(0, 'x')
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Does the work when it is told to. */
class HeldMaker implements SnapshotMaker {
  asked: (() => void)[] = []

  make(parts: readonly Uint8Array[]): Promise<Snapshot> {
    return new Promise((resolve) => this.asked.push(() => resolve(makeSnapshot(parts))))
  }
}

/** A room where a snapshot is under way. */
async function underWay() {
  const maker = new HeldMaker()
  const rehearsal = await Rehearsal.start({}, {}, undefined, { snapshots: maker })
  const ada = await rehearsal.join('Ada', { host: true })
  const device = rehearsal.device().connect(ada)
  await until('in step', () => device.saved === 1)
  device.doc.getMap('learnings').set('a', learning('avant'))
  await until('saved', () => device.saved === device.sent)
  for (let word = 0; word < 501; word++) await rehearsal.does(ada, { type: 'set-voices', voices: [] })
  rehearsal.room.sweep()
  await until('a snapshot is asked for', () => maker.asked.length === 1)
  return { rehearsal, maker, device, ada }
}

test('a snapshot is made of the log, elsewhere, while the room goes on: it holds what stood when it was due, and the rest follows it', async () => {
  const { rehearsal, maker, device } = await underWay()
  device.doc.getMap('learnings').set('b', learning('pendant'))
  await until('saved meanwhile', () => device.saved === device.sent)
  maker.asked[0]?.()
  await until('the snapshot is done', () => !rehearsal.room.isCompacting)
  const { snapshot, updates } = await rehearsal.reopen()
  const copy = new Y.Doc()
  Y.applyUpdate(copy, snapshot?.update ?? new Uint8Array())
  expect(copy.getMap('learnings').toJSON()).toEqual({ a: learning('avant') })
  for (const { update } of updates) Y.applyUpdate(copy, update)
  expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(rehearsal.room.doc))).toBe(true)
})

test('a snapshot that is ready after its generation has turned is written nowhere', async () => {
  const { rehearsal, maker } = await underWay()
  expect(await rehearsal.room.forget((meta) => meta)).toBe(true)
  maker.asked[0]?.()
  await until('it is given up', () => !rehearsal.room.isCompacting)
  expect(rehearsal.lines.filter((line) => line.includes('snapshot'))).toEqual([])
  const copy = new Y.Doc()
  Y.applyUpdate(copy, (await rehearsal.reopen()).snapshot?.update ?? new Uint8Array())
  expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(rehearsal.room.doc))).toBe(true)
})

test('the loop turns on while a document of 38,000 structs is made a snapshot of', async () => {
  const parts = [tangled(38_000)]
  let turns = 0
  let next = setImmediate(function turn() {
    turns++
    next = setImmediate(turn)
  })
  const made = await new ThreadSnapshots().make(parts)
  clearImmediate(next)
  expect(turns).toBeGreaterThan(100)
  expect(made.update).toEqual(makeSnapshot(parts).update)
})

test('made in another thread it is the same as here, for any history; a log with a hole in it is none', async () => {
  const maker = new ThreadSnapshots()
  for (let seed = 1; seed <= 12; seed++) {
    const random = new Seeded(seed)
    const doc = new Y.Doc()
    const parts: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => parts.push(update))
    for (let edits = 0; edits < 40; edits++) random.pick(EDITS)(doc, random)
    const made = await maker.make(parts)
    expect(made, `SEED=${seed}`).toEqual(makeSnapshot(parts))
    expect(made.stateVector).toEqual(Y.encodeStateVector(doc))
  }
  const doc = new Y.Doc()
  const parts: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => parts.push(update))
  for (const letter of 'abc') doc.getText('draft').insert(0, letter)
  await expect(maker.make(parts.toSpliced(1, 1))).rejects.toThrow('no snapshot could be made')
})
