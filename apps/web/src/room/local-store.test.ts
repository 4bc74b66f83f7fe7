import { forceCloseDatabase, IDBFactory, IDBObjectStore as FakeObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { giveUpRows, heldIn, openRows, readRows, writeRow } from './local-rows.ts'
import { LocalStore } from './local-store.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('removeEventListener', () => {})
})
afterEach(() => vi.unstubAllGlobals())

const opened = async (name = 'n'): Promise<{ doc: Y.Doc; store: LocalStore; changed: number }> => {
  const doc = new Y.Doc()
  const world = { doc, changed: 0 }
  const store = await LocalStore.open(name, doc, () => void world.changed++)
  return Object.assign(world, { store })
}
const types = (doc: Y.Doc, text: string): void => doc.getText('t').insert(doc.getText('t').length, text)
const read = (doc: Y.Doc): string => doc.getText('t').toString()

test('a letter is « kept » when its transaction is over, not before', async () => {
  const { doc, store } = await opened()
  types(doc, 'a')
  expect(store.unkept).toBe(1)
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  const again = await opened()
  expect(read(again.doc)).toBe('a')
  expect(again.store.unsentBefore).toBe(1)
})

test('what the server has is not counted at the next opening', async () => {
  const { doc, store } = await opened()
  types(doc, 'a')
  store.noteUnsent(0)
  await store.destroy()
  expect((await opened()).store.unsentBefore).toBe(0)
})

test('others’ words are written with one’s next letter, which builds on them', async () => {
  const { doc, store } = await opened()
  const other = new Y.Doc()
  other.getText('t').insert(0, 'de Ben ')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'network')
  expect(store.unkept).toBe(0)
  types(doc, 'et d’Ada')
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  const again = new Y.Doc()
  for (const update of await heldIn('n')) Y.applyUpdate(again, update)
  expect(again.store.pendingStructs).toBeNull()
  expect(read(again)).toBe('de Ben et d’Ada')
})

test('while the server’s document is not whole nothing of it is in the store: a page that ends then leaves no half', async () => {
  const { doc, store } = await opened()
  const server = new Y.Doc()
  const updates: Uint8Array[] = []
  server.on('update', (update: Uint8Array) => void updates.push(update))
  for (const text of ['la moitié, ', 'et le reste']) types(server, text)
  store.hold(true)
  Y.applyUpdate(doc, updates[0] as Uint8Array, 'network')
  await store.destroy()
  expect(await heldIn('n')).toEqual([])
  const again = await opened()
  again.store.hold(true)
  for (const update of updates) Y.applyUpdate(again.doc, update, 'network')
  again.store.hold(false)
  await again.store.destroy()
  expect(read((await opened()).doc)).toBe('la moitié, et le reste')
})

test('a long evening is folded, by each tab its own rows, and nothing is lost', async () => {
  const [one, two] = [await opened(), await opened()]
  for (let i = 0; i < 420; i++) {
    types(one.doc, `${i},`)
    if (i % 3 === 0) types(two.doc, `b${i},`)
    await Promise.resolve()
  }
  await vi.waitFor(() => expect([one.store.unkept, two.store.unkept]).toEqual([0, 0]), 10_000)
  await vi.waitFor(async () => expect((await heldIn('n')).length).toBeLessThan(400), 10_000)
  const again = await opened()
  for (const part of [read(one.doc), read(two.doc)].flatMap((text) => text.split(','))) expect(read(again.doc)).toContain(part)
  await one.store.destroy()
  await two.store.destroy()
  // Many rows at opening: all become one, and the next opening reads the same.
  await vi.waitFor(async () => expect((await heldIn('n')).length).toBeLessThan(3), 10_000)
  const third = await opened()
  expect(read(third.doc)).toBe(read(again.doc))
})

test('[§4.8] what a full hall does is folded some sixty changes at a time, however many came within a second', async () => {
  const hall = new Y.Doc()
  const said: Uint8Array[] = []
  hall.on('update', (update: Uint8Array) => void said.push(update))
  for (let i = 0; i < 6_000; i++) hall.getMap('board').set(`weather:${i % 150}`, i)
  const { doc, store } = await opened()
  for (let i = 0; i < 300; i++) {
    for (const update of said.slice(i * 20, i * 20 + 20)) Y.applyUpdate(doc, update, 'network')
    types(doc, `${i},`)
  }
  const rows = async () => {
    const database = await openRows('n')
    const { keys } = await readRows(database)
    database.close()
    return keys.length
  }
  await vi.waitFor(async () => expect(await rows()).toBe(1), 10_000)
  const held = await heldIn('n')
  for (const update of held) expect(Y.decodeUpdate(update).structs.length).toBeLessThanOrEqual(60)
  const again = await opened()
  expect(again.doc.getMap('board').toJSON()).toEqual(hall.getMap('board').toJSON())
  expect(read(again.doc)).toBe(read(doc))
  for (const { store: each } of [{ store }, again]) await each.destroy()
})

test('rows that another tab has folded meanwhile are left to it', async () => {
  const doc = new Y.Doc()
  const taken: boolean[] = []
  const store: LocalStore = await LocalStore.open('n', doc, () => void taken.push(store.takes))
  for (let i = 0; i < 290; i++) types(doc, `${i},`)
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  const other = await opened()
  // It found many rows, and they are one now.
  await vi.waitFor(async () => expect((await heldIn('n')).length).toBe(1), 10_000)
  for (let i = 290; i < 310; i++) types(doc, `${i},`)
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  await vi.waitFor(async () => expect((await heldIn('n')).length).toBeLessThan(10), 10_000)
  expect(taken, 'the device refused nothing').not.toContain(false)
  expect(read((await opened()).doc)).toBe(read(doc))
  await store.destroy()
  await other.store.destroy()
})

test('a long document is folded in pieces, while somebody goes on writing', async () => {
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => void updates.push(update))
  for (let i = 0; i < 4_000; i++) other.getText('t').insert((i * 7919) % (i + 1), 'x')
  const database = await openRows('n')
  for (let i = 0; i < 50; i++)
    await writeRow(database, { row: [Y.mergeUpdates(updates.slice(i * 80, i * 80 + 80))], head: { unsent: 0 } }, 'relaxed')
  const [oldest] = (await readRows(database)).keys
  // Every piece takes long: each has a task of its own.
  let now = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20))
  const { doc, store } = await opened()
  let letters = 0
  const isFolded = async () => !(await readRows(database)).keys.includes(oldest as number)
  do {
    types(doc, `${letters++},`)
    await new Promise((resolve) => setImmediate(resolve))
  } while (!(await isFolded()))
  clock.mockRestore()
  await vi.waitFor(() => expect(store.unkept).toBe(0), 10_000)
  const held = await heldIn('n')
  const again = new Y.Doc()
  for (const update of held) Y.applyUpdate(again, update)
  expect(again.store.pendingStructs).toBeNull()
  expect(read(again)).toBe(read(doc))
  const longest = Math.max(...held.map(({ length }) => length))
  expect(longest).toBeLessThan(Y.encodeStateAsUpdate(doc).length / 2)
  await store.destroy()
  database.close()
})

test('a full disk: what is typed meanwhile is not called kept, and is written once there is room', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  try {
    const { doc, store } = await opened()
    types(doc, 'avant ')
    await vi.waitFor(() => expect(store.unkept).toBe(0))
    const full = vi.spyOn(FakeObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    types(doc, 'plein ')
    expect([store.takes, store.unkept]).toEqual([false, 1])
    types(doc, 'toujours ')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([store.takes, store.unkept]).toEqual([false, 2])
    full.mockRestore()
    await vi.advanceTimersByTimeAsync(5_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect([store.takes, store.unkept]).toEqual([true, 0]))
    const again = new Y.Doc()
    for (const update of await heldIn('n')) Y.applyUpdate(again, update)
    expect(read(again)).toBe('avant plein toujours ')
  } finally {
    vi.useRealTimers()
  }
})

test('a device emptied under an open page: what was kept is not called so any more, and a new store takes all of it', async () => {
  const database = vi.spyOn(IDBFactory.prototype, 'open')
  const { doc, store } = await opened()
  types(doc, 'avant ')
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  // As browsers do it: everything goes, and connections are closed by force.
  vi.stubGlobal('indexedDB', new IDBFactory())
  forceCloseDatabase(database.mock.results[0]?.value.result)
  await vi.waitFor(() => expect([store.takes, store.unkept]).toEqual([false, 1]))
  types(doc, 'après ')
  await vi.waitFor(() => expect([store.takes, store.unkept]).toEqual([true, 0]))
  types(doc, 'encore')
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  const again = await opened()
  expect(read(again.doc)).toBe('avant après encore')
  expect(again.store.unsentBefore).toBe(3)
})

test('no storage at all is said, not waited for', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await expect(LocalStore.open('n', new Y.Doc(), () => {})).rejects.toThrow(/open/)
})

test('one damaged row takes no other with it, and is not folded away', async () => {
  const { doc, store } = await opened()
  types(doc, 'avant ')
  await store.destroy()
  const database = await openRows('n')
  await writeRow(database, { row: [new Uint8Array([9, 9, 9])], head: { unsent: 1 } }, 'strict')
  for (let i = 0; i < 60; i++) await writeRow(database, { row: [], head: { unsent: 1 } }, 'strict')
  const other = new Y.Doc()
  other.getText('t').insert(0, 'après ')
  await writeRow(database, { row: [Y.encodeStateAsUpdate(other)], head: { unsent: 1 } }, 'strict')
  database.close()
  const again = await opened()
  expect(read(again.doc)).toContain('avant ')
  expect(read(again.doc)).toContain('après ')
  await again.store.destroy()
  expect((await heldIn('n')).some((update) => update.length === 3)).toBe(true)
})

test('rows given up by another tab: what is typed after that is not called « kept »', async () => {
  const { doc, store } = await opened()
  types(doc, 'gardé')
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  await giveUpRows('n', async () => true)
  await vi.waitFor(() => expect(store.takes).toBe(false))
  expect(store.unkept, 'nor what was: its rows are gone').toBe(1)
  types(doc, ' plus gardé')
  expect(store.unkept).toBe(2)
  await store.destroy()
  types(doc, ' fini')
  expect(store.unkept).toBe(2)
})

test('a tab that wrote nothing does not say for the other that nothing waits', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  const [one, two] = [await opened(), await opened()]
  types(one.doc, 'a')
  await vi.waitFor(() => expect(one.store.unkept).toBe(0))
  page.dispatchEvent(new Event('visibilitychange'))
  await two.store.destroy()
  expect((await opened()).store.unsentBefore).toBe(1)
})

test('a store that opens late brings what its rows held, and keeps all that was typed before it opened', async () => {
  const before = await opened()
  types(before.doc, 'd’hier ')
  await vi.waitFor(() => expect(before.store.unkept).toBe(0))
  await before.store.destroy()
  const doc = new Y.Doc()
  types(doc, 'd’avant ')
  const store = await LocalStore.open('n', doc, () => {}, true)
  expect([store.takes, store.unkept, store.unsentBefore]).toEqual([true, 0, 1])
  expect(read(doc)).toContain('d’hier')
  types(doc, 'd’après')
  await vi.waitFor(() => expect(store.unkept).toBe(0))
  await store.destroy()
  expect(read((await opened()).doc)).toBe(read(doc))
})
