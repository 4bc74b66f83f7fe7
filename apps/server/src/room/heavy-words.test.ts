import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { afterEach, expect, test, vi } from 'vitest'
import { WriteGuard } from '../guard/write-guard.ts'
import { Rehearsal } from './test/rehearsal.ts'
import { until } from './test/until.ts'
import type { Device } from './test/device.ts'

afterEach(() => vi.restoreAllMocks())

const learning = (text: string) => ({ kind: 'learning', text, rank: 1 })

/** Two people in step, and what is in each tick from now on. */
async function meeting() {
  const rehearsal = await Rehearsal.start()
  const [ada, ben] = [await rehearsal.join('Ada', { host: true }), await rehearsal.join('Ben')]
  const [one, two] = [rehearsal.device().connect(ada), rehearsal.device().connect(ben)]
  await until('both are in step', () => one.saved === 1 && two.saved === 1)
  const item = await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Toit' })
  one.doc.getText(`draft:${item}`).insert(0, 'x'.repeat(50_000))
  await until('the long text is saved', () => one.saved === one.sent)
  const ticks: number[] = []
  rehearsal.means.watch.ticked = (_ms, pieces) => void ticks.push(pieces)
  return { rehearsal, ada, ben, one, two, item, ticks }
}

/** Updates that take 990 letters each out of the one text, none beside another: 1,980 cuts each, in 4 kB. */
function heavy({ doc }: Device, count: number): Uint8Array[] {
  const client = doc.clientID
  return Array.from({ length: count }, (_, update) => {
    const encoder = createEncoder()
    for (const value of [0, 1, client, 990]) writeVarUint(encoder, value)
    for (let index = 0; index < 990; index++) {
      writeVarUint(encoder, 1 + 2 * (update + count * index))
      writeVarUint(encoder, 1)
    }
    return toUint8Array(encoder)
  })
}

test('frames full of cuts take a tick each, and whoever types between waits for one of them', async () => {
  const { rehearsal, one, two, item, ticks } = await meeting()
  for (const update of heavy(one, 12)) one.update(update)
  two.doc.getMap('learnings').set('b', learning('entre deux'))
  await until('Ben’s word is in the document', () => rehearsal.room.doc.getMap('learnings').has('b'))
  expect(ticks.length).toBeLessThanOrEqual(2)
  expect(one.saved).toBeLessThan(one.sent)
  await until('all of it is saved', () => one.saved === one.sent && two.saved === two.sent)
  expect(ticks.reduce((sum, pieces) => sum + pieces, 0)).toBe(13)
  expect(Math.max(...ticks)).toBe(2)
  expect(rehearsal.room.doc.getText(`draft:${item}`).length).toBe(50_000 - 12 * 990)
  expect(one.closed).toBeNull()
})

test('what many people type is one tick', async () => {
  const { one, two, ticks } = await meeting()
  for (let key = 0; key < 120; key++) {
    one.doc.getMap('learnings').set(`a${key}`, learning('a'))
    two.doc.getMap('learnings').set(`b${key}`, learning('b'))
  }
  await until('all are saved', () => one.saved === one.sent && two.saved === two.sent)
  expect(ticks).toEqual([240])
})

test('an act comes after its author’s own words, and does not wait for what another one piles up', async () => {
  const { rehearsal, ada, ben, one, ticks } = await meeting()
  const updates = heavy(one, 8)
  for (const update of updates) one.update(update)
  await rehearsal.does(ben, { type: 'propose-item', kind: 'information', title: 'Cave' })
  expect(ticks.length).toBeLessThan(4)
  await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Mur' })
  expect(ticks).toEqual(updates.map(() => 1))
})

test('a room that closes meanwhile judges and keeps all of it', async () => {
  const { rehearsal, one, item } = await meeting()
  for (const update of heavy(one, 6)) one.update(update)
  await rehearsal.room.close()
  await rehearsal.open()
  expect(rehearsal.room.doc.getText(`draft:${item}`).length).toBe(50_000 - 6 * 990)
})

test('a tick that breaks with more behind it: what it did not come to goes on once the room has been read again', async () => {
  const { rehearsal, one, two, item } = await meeting()
  vi.spyOn(WriteGuard.prototype, 'effects').mockImplementation((transaction) =>
    transaction.doc.getMap('learnings').has('bad') ? [{ action: 'broken', path: [], detail: 'unforeseen' }] : [],
  )
  two.doc.getMap('learnings').set('bad', learning('un maléfice'))
  for (const update of heavy(one, 5)) one.update(update)
  await until('the culprit is hung up', () => two.closed === 4403)
  await until('hers are saved', () => one.saved === one.sent)
  expect(rehearsal.room.doc.getText(`draft:${item}`).length).toBe(50_000 - 5 * 990)
  expect(rehearsal.room.doc.getMap('learnings').has('bad')).toBe(false)
})

test('when megabytes wait, what comes on top stays on its device, and is asked for again', async () => {
  const { rehearsal, one, two } = await meeting()
  const many = await Promise.all(['Cléo', 'Dan', 'Éva'].map(async (name) => rehearsal.device().connect(await rehearsal.join(name))))
  await until('all are in step', () => many.every(({ saved }) => saved === 1))
  const asked = two.asked
  for (let time = 0; time < 7; time++) for (const device of many) device.update(new Uint8Array(1_000_000))
  two.doc.getMap('learnings').set('b', learning('de trop'))
  await until('it was asked for, came again and is saved', () => two.saved === two.sent && two.asked === asked + 1)
  expect(rehearsal.room.doc.getMap('learnings').has('b')).toBe(true)
  expect([one.closed, two.closed]).toEqual([null, null])
})

test('whoever makes work without end is made to rest, is refused nothing and loses nothing, and slows nobody', async () => {
  const { rehearsal, ada, one, two, item } = await meeting()
  for (const update of heavy(one, 15)) Y.applyUpdate(one.doc, update)
  two.doc.getMap('learnings').set('b', learning('entre deux'))
  await until('Ben’s word is saved', () => two.saved === two.sent)
  await rehearsal.does(ada, { type: 'propose-item', kind: 'information', title: 'Mur' }) // comes after all of her words
  const text = rehearsal.room.doc.getText(`draft:${item}`)
  const before = text.length
  expect(one.saved).toBeLessThan(one.sent)
  expect(before).toBeGreaterThan(50_000 - 15 * 990)
  rehearsal.room.sweep()
  expect([one.asked, one.closed]).toEqual([1, null])
  rehearsal.machine += 60_000
  rehearsal.room.sweep()
  await until('she was asked once more, and all is saved', () => one.asked === 2 && one.saved === one.sent)
  expect(text.length).toBe(50_000 - 15 * 990)
})

test('whoever wrote at 500 places in an hour offline passes whole, time after time', async () => {
  const { rehearsal, ada, one, item } = await meeting()
  one.hangUp()
  for (let time = 0; time < 5; time++) {
    const device = rehearsal.device()
    device.adopt(rehearsal.room.doc)
    const text = device.doc.getText(`draft:${item}`)
    for (let place = 500; place > 0; place--) {
      text.delete(80 * place + 16 * time, 3)
      text.insert(80 * place + 16 * time, 'mot')
    }
    device.connect(ada)
    await until('it is saved', () => device.saved === 1)
    expect([device.asked, device.closed, text.toString()]).toEqual([1, null, rehearsal.room.doc.getText(`draft:${item}`).toString()])
    device.hangUp()
  }
})
