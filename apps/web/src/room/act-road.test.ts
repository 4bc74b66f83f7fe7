import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { postAct } from './act-road.ts'
import type { Pending } from './outbox.ts'

beforeEach(() => vi.stubGlobal('document', { documentElement: { lang: 'fr' } }))
afterEach(() => vi.unstubAllGlobals())

const weather: Pending = { id: 'a', act: { type: 'give-weather', value: 'sun' } }
const answered = (body: string, status: number, type: string) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers: { 'content-type': type } })))
  return postAct('m', 'p', weather)
}

test('a page of the hotel that says 200 is no answer of ours: the act was not taken', async () => {
  expect(await answered('<html>Numéro de chambre ?</html>', 200, 'text/html')).toBeNull()
  expect(await answered('{"portal":true}', 200, 'application/json')).toBeNull()
})

test('a proxy whose server restarts refuses nothing: the act comes later', async () => {
  expect(await answered('<html>502 Bad Gateway</html>', 502, 'text/html')).toBeNull()
  expect(await answered('{"message":"no upstream"}', 504, 'application/json')).toBeNull()
})

test('what our server says is taken: done, refused by a rule, or later', async () => {
  expect(await answered('{"facts":[],"seq":4}', 200, 'application/json')).toEqual({ id: 'a', ok: true, facts: [], seq: 4 })
  expect(await answered('{"error":"moved-on","message":"Trop tard."}', 409, 'application/json')).toEqual({
    id: 'a',
    ok: false,
    refused: 'moved-on',
    message: 'Trop tard.',
  })
  expect(await answered('{"error":"not-saving","message":"…"}', 503, 'application/json')).toBeNull()
})
