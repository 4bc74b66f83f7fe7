import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eraseHere, hasOnlyHere } from './erase-here.ts'
import { heldIn, openRows, writeRow } from './local-rows.ts'
import { keepOwnNote } from './own-note.ts'
import { keepDocument, keptDocuments } from './recovery-store.ts'
import { emptyDevice } from './test/empty-device.ts'

let shelf = new Map<string, string>()
beforeEach(() => {
  shelf = emptyDevice()
})
afterEach(() => vi.unstubAllGlobals())

const ada = { meetingId: 'm-1', personId: 'p-ada', generation: 2 }
const ben = { ...ada, personId: 'p-ben' }
const storeOf = ({ meetingId, personId }: typeof ada, generation: number, replaced: number): string =>
  `clairiere:${meetingId}:${generation}:${personId}:${replaced}`

const writes = async (name: string, unsent: number): Promise<void> => {
  const database = await openRows(name)
  await writeRow(database, { row: [new Uint8Array([1])], head: { unsent } }, 'strict')
  database.close()
}

const handsBack = (storeName: string): Promise<void> =>
  keepDocument({
    storeName,
    meetingId: ada.meetingId,
    personId: ada.personId,
    generation: 2,
    reason: 'sealed',
    at: 0,
    update: new Uint8Array([0, 0]),
    clients: [],
    settled: [],
  })

const documents = async (): Promise<string[]> =>
  (await indexedDB.databases()).flatMap(({ name = '' }) => (name.startsWith('clairiere:m-1') ? [name] : []))

test('what is taken off is one person’s, of every generation, and the last one’s links with it', async () => {
  for (const [who, generation, replaced] of [
    [ada, 1, 0],
    [ada, 2, 1],
    [ben, 2, 0],
  ] as const)
    await writes(storeOf(who, generation, replaced), 0)
  await handsBack(storeOf(ada, 1, 0))
  for (const { personId } of [ada, ben]) shelf.set(`clairiere:led:m-1:${personId}`, '1')
  shelf.set('clairiere:key:m-1', 'a link')
  shelf.set('clairiere.settings', '{}')

  await eraseHere(ada, false)
  await expect.poll(documents).toEqual([storeOf(ben, 2, 0)])
  expect(await keptDocuments(ada.meetingId, ada.personId)).toEqual([])
  expect([...shelf.keys()]).toEqual(['clairiere:led:m-1:p-ben', 'clairiere:key:m-1', 'clairiere.settings'])
  expect(await heldIn(storeOf(ben, 2, 0))).toHaveLength(1)

  await eraseHere(ben, true)
  expect([...shelf.keys()]).toEqual(['clairiere.settings'])
})

test('a browser that does not list its databases has them found by their names', async () => {
  shelf.set('clairiere:replaced:m-1:p-ada', '1')
  await writes(storeOf(ada, 2, 1), 0)
  vi.stubGlobal('indexedDB', Object.assign(indexedDB, { databases: undefined }))
  await eraseHere(ada, false)
  expect(await heldIn(storeOf(ada, 2, 1))).toEqual([])
})

test('what is on this device alone is known before it is erased: words not sent, acts that wait, what was handed back, a note for oneself', async () => {
  expect(await hasOnlyHere(ada)).toBe(false)
  await writes(storeOf(ada, 2, 0), 0)
  expect(await hasOnlyHere(ada)).toBe(false)
  await writes(storeOf(ada, 2, 0), 3)
  expect(await hasOnlyHere(ada)).toBe(true)
  expect(await hasOnlyHere(ben)).toBe(false)

  shelf.set('clairiere:outbox:m-1:p-ben', '[{"id":"a","act":{"type":"give-weather"}}]')
  expect(await hasOnlyHere(ben)).toBe(true)
  shelf.set('clairiere:outbox:m-1:p-ben', '[]')
  expect(await hasOnlyHere(ben)).toBe(false)
  keepOwnNote(ben.meetingId, ben.personId, 'i', 'pour moi')
  expect(await hasOnlyHere(ben)).toBe(true)

  await eraseHere(ada, false)
  expect(await hasOnlyHere(ada)).toBe(false)
  await handsBack(storeOf(ada, 1, 0))
  expect(await hasOnlyHere(ada)).toBe(true)
})

test('where the device does not answer, whoever forgets is asked', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new Error('storage refused')
    },
  })
  expect(await hasOnlyHere(ada)).toBe(true)
})
