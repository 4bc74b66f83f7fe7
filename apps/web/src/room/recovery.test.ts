import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { heldIn, openRows, writeRow } from './local-rows.ts'
import { LocalStore } from './local-store.ts'
import { Recovery } from './recovery.ts'
import { keptDocuments } from './recovery-store.ts'
import { emptyDevice } from './test/empty-device.ts'

let shelf = new Map<string, string>()
beforeEach(() => {
  shelf = emptyDevice()
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
})
afterEach(() => vi.unstubAllGlobals())

const typed = (text: string): Y.Doc => {
  const doc = new Y.Doc()
  doc.getText('draft:i').insert(0, text)
  return doc
}
const replaced = (doc: Y.Doc) => ({ doc, storeName: 's', count: 0, generation: 1 })
const fresh = () => ({ doc: new Y.Doc(), generation: 1, synced: Promise.resolve() })
const textsOf = ({ pieces }: Recovery): string[] => pieces.map(({ piece }) => (piece.kind === 'value' ? '' : piece.text))
const recovery = (): Recovery => new Recovery('m', 'ada', () => {})

test('a damaged row does not hold the way back: the rest is kept, and the row stays where it is', async () => {
  const database = await openRows('s')
  await writeRow(database, { row: [new Uint8Array([9, 9, 9])], head: { unsent: 0 } }, 'strict')
  database.close()
  const one = recovery()
  await one.keep(replaced(typed('mes mots')), 'not-accepted')
  await one.compareWith(fresh(), () => Promise.resolve(null))
  expect(textsOf(one)).toEqual(['mes mots'])
  expect(await heldIn('s', 2)).toHaveLength(1)
})

test('what another tab added to the copy meanwhile is not given up with what this one had listed', async () => {
  const [one, two] = [recovery(), recovery()]
  await one.keep(replaced(typed('de l’un')), 'not-accepted')
  await one.compareWith(fresh(), () => Promise.resolve(null))
  const other = typed('de l’autre')
  shelf.set('clairiere:clients:s', JSON.stringify([other.clientID]))
  await two.keep(replaced(other), 'elsewhere')
  for (const piece of one.pieces) await one.settle(piece)
  await two.load()
  await two.compareWith(fresh(), () => Promise.resolve(null))
  expect(textsOf(two).join()).toContain('de l’autre')
})

test('what others brought under this device’s numbers while it was away did not arrive from here: its own words are listed all the same', async () => {
  const server = typed('au début')
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(server))
  mine.clientID = server.clientID
  mine.getText('draft:i').insert(8, ', écrit au loin')
  server.getText('draft:i').insert(8, '. Écrit par un autre')
  const one = recovery()
  await one.keep(replaced(mine), 'adopted')
  await one.compareWith({ ...fresh(), doc: server }, () => Promise.resolve(null))
  expect(textsOf(one)).toEqual([', écrit au loin'])
})

test('what another tab was told is kept here is in the copy, whenever it came: it was given up with the rows', async () => {
  for (let turns = 0; turns < 20; turns++) {
    const storeName = `s${turns}`
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
    const store = await LocalStore.open(storeName, mine, () => {})
    mine.getText('draft:i').insert(0, 'ici ')
    const other = await LocalStore.open(storeName, theirs, () => {})
    const one = new Recovery(`m${turns}`, 'ada', () => {})
    const keeping = one.keep({ ...replaced(mine), storeName }, 'not-accepted')
    for (let turn = 0; turn < turns; turn++) await new Promise((resume) => setImmediate(resume))
    theirs.getText('draft:i').insert(0, 'là-bas ')
    for (let turn = 0; turn < 50 && other.unkept > 0; turn++) await new Promise((resume) => setImmediate(resume))
    const isKept = other.unkept === 0 && other.takes
    await Promise.all([other.destroy(), keeping, store.destroy()])
    const [copy] = await keptDocuments(`m${turns}`, 'ada')
    const read = new Y.Doc()
    Y.applyUpdate(read, copy?.update ?? new Uint8Array([0, 0]))
    expect([turns, isKept && !read.getText('draft:i').toString().includes('là-bas')]).toEqual([turns, false])
  }
})
