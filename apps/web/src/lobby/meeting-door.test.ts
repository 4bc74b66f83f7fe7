import { afterEach, expect, test, vi } from 'vitest'
import { knock, knockAs } from './meeting-door.ts'
import { pair } from './pair.ts'

afterEach(() => vi.unstubAllGlobals())

const answers = (status: number, body: unknown): void => {
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } })
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body, { status })))
}
const noNetwork = (): void => {
  answers(200, {})
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
}

test('a code is called wrong when the server says that it opens nothing, and not when nobody answered or one has to wait', async () => {
  answers(403, { error: 'not-yours', message: 'Ce lien ne t’ouvre pas cela.' })
  expect(await pair('m', 'abcd')).toEqual({ kind: 'wrong-code' })
  noNetwork()
  expect(await pair('m', 'abcd')).toEqual({ kind: 'offline' })
  answers(429, { error: 'too-many', message: 'Attends un peu.' })
  expect(await pair('m', 'abcd')).toEqual({ kind: 'offline', said: 'Attends un peu.' })
  answers(404, { error: 'no-such-meeting', message: '' })
  expect(await pair('m', 'abcd')).toEqual({ kind: 'gone' })
})

test('the door of a meeting that is not held says so, and why, before anybody gives a name', async () => {
  const meeting = { title: 'Réunion', timezone: 'Europe/Paris', status: 'cancelled', cancelled: { reason: 'La salle est prise' } }
  answers(200, { meeting, organisations: [], people: [] })
  expect(await knock('m', 'key')).toEqual({ kind: 'cancelled', said: 'La salle est prise', title: 'Réunion' })
  answers(200, { meeting: { ...meeting, status: 'scheduled', cancelled: undefined }, organisations: [], people: [] })
  expect((await knock('m', 'key')).kind).toBe('open')
})

test('what the door is shut for is what the server said: a server that asks to wait is not one that does not answer', async () => {
  answers(503, { error: 'not-saving', message: 'Rien ne s’enregistre pour le moment.' })
  expect(await knock('m', 'key')).toEqual({ kind: 'offline', said: 'Rien ne s’enregistre pour le moment.' })
  answers(401, { error: 'unknown-person', message: '' })
  expect(await knockAs('m', 'ada')).toEqual({ kind: 'refused' })
  noNetwork()
  expect(await knock('m', 'key')).toEqual({ kind: 'offline' })
})
