import { expect, test } from 'vitest'
import { documentHeaders, paths } from '@clairiere/ritual'
import * as Y from 'yjs'
import { House } from '../test/house.ts'

async function evening() {
  const house = await House.open()
  const meeting = await house.meeting()
  const ada = await house.join(meeting.id, meeting.host, 'Ada')
  const path = (seq?: number, vector?: string): string =>
    paths.document(meeting.id, { gen: 1, ...(seq !== undefined && { seq }), ...(vector !== undefined && { vector }) })
  const ask = (seq?: number, vector?: string) => house.call('GET', path(seq, vector), undefined, { bearer: ada.token })
  return { house, meeting, ada, ask }
}
const seqOf = (headers: Headers): number => Number(headers.get(documentHeaders.seq))

test('the document comes over HTTP: whole, then only what is new, then nothing', async () => {
  const { house, meeting, ada, ask } = await evening()
  const whole = await ask()
  expect(whole.status).toBe(200)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, whole.bytes)
  expect(doc.getMap('board').has('meeting')).toBe(true)
  expect((await ask(seqOf(whole.headers))).status).toBe(204)

  await house.does(meeting.id, ada, { type: 'agree-frame' })
  const vector = Buffer.from(Y.encodeStateVector(doc)).toString('base64url')
  const more = await ask(seqOf(whole.headers), vector)
  expect([more.status, more.bytes.length < whole.bytes.length]).toEqual([200, true])
  Y.applyUpdate(doc, more.bytes)
  expect(doc.store.pendingStructs).toBeNull()
  expect(more.headers.get(documentHeaders.now)).toBe('2026-12-03T17:00:00.000Z')
})

test('asking is a sign of life: who polls is present, and away two minutes after the last time', async () => {
  const { house, meeting, ada, ask } = await evening()
  const presence = async (): Promise<unknown> => {
    const { json } = await house.call('GET', `/api/meetings/${meeting.id}`, undefined, { bearer: ada.token })
    return (json['people'] as { presence: string }[])[0]?.presence
  }
  await house.does(meeting.id, ada, { type: 'agree-frame' })
  house.means.manualClock?.advance((house.means.clock.now() ?? 0) + 100_000)
  await ask()
  house.means.manualClock?.advance((house.means.clock.now() ?? 0) + 100_000)
  expect(await presence()).toBe('present')
  house.means.manualClock?.advance((house.means.clock.now() ?? 0) + 121_000)
  expect(await presence()).toBe('away')
})

test('a state vector that is none is 400, nobody 401', async () => {
  const { house, meeting, ask } = await evening()
  for (const vector of ['%%', 'zzzz', 'A'.repeat(9_000)]) expect((await ask(undefined, vector)).status).toBe(400)
  const { status, json } = await house.call('GET', paths.document(meeting.id, { gen: 0 }), undefined, {})
  expect([status, json['error']]).toEqual([401, 'unknown-person'])
  const { ada } = await evening()
  expect((await house.call('GET', paths.document(meeting.id, { gen: 1 }), undefined, { bearer: ada.token })).status).toBe(401)
})

test('a device of an older generation is told so', async () => {
  const { house, meeting, ada } = await evening()
  const old = await house.call('GET', paths.document(meeting.id, { gen: 0 }), undefined, { bearer: ada.token })
  expect([old.status, old.headers.get(documentHeaders.generation), old.headers.get(documentHeaders.seq)]).toEqual([204, '1', null])
})

test('a device that names no generation is known by its state: of a document that is over nothing is added to', async () => {
  const { house, meeting, ada, ask } = await evening()
  const ben = await house.join(meeting.id, meeting.join, 'Ben')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await ask()).bytes)
  await house.does(meeting.id, ben, { type: 'agree-frame' })
  await house.does(meeting.id, ada, { type: 'agree-frame' })
  await house.does(meeting.id, ada, { type: 'open' })
  await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
  await house.moveClock('2027-01-03T17:00:00.000Z')
  await house.does(meeting.id, ada, { type: 'seal' })
  await house.does(meeting.id, ben, { type: 'seal' })
  const vector = Buffer.from(Y.encodeStateVector(doc)).toString('base64url')
  const old = await house.call('GET', `${paths.document(meeting.id, { gen: 0 }).split('?')[0]}?vector=${vector}`, undefined, {
    bearer: ada.token,
  })
  expect([old.status, old.headers.get(documentHeaders.generation), old.headers.get(documentHeaders.seq)]).toEqual([204, '2', null])
  const fresh = await house.call('GET', paths.document(meeting.id, { gen: 2 }), undefined, { bearer: ada.token })
  expect(fresh.status).toBe(200)
})
