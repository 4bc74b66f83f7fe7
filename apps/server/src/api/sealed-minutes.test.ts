import { expect, test, vi } from 'vitest'
import { EVENING, House } from '../test/house.ts'

/** Sealed by Ada and Ben for this audience, and read by nobody since: no room is in memory. */
const sealed = async (audience: 'circle' | 'members' | 'public') => {
  const house = await House.open()
  const meeting = await house.meeting({ audience })
  const [ada, ben] = [await house.join(meeting.id, meeting.host, 'Ada'), await house.join(meeting.id, meeting.join, 'Ben')]
  const both = async (type: 'agree-frame' | 'agree-review' | 'seal'): Promise<void> => {
    for (const guest of [ada, ben]) await house.does(meeting.id, guest, { type })
  }
  await both('agree-frame')
  await house.does(meeting.id, ada, { type: 'open' })
  await house.does(meeting.id, ada, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
  await house.does(meeting.id, ben, { type: 'claim-role', role: 'scribe', rank: 'holder' })
  await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
  await both('agree-review')
  await both('seal')
  const opens = vi.spyOn(house.means.rooms, 'open')
  const get = (file: string, bearer?: string) =>
    house.call('GET', `/api/meetings/${meeting.id}/${file}`, undefined, bearer === undefined ? {} : { bearer })
  return { house, meeting, ada, ben, opens, get }
}

test('[F7] public minutes are read without anything shown, and no room is loaded for it', async () => {
  const { opens, get } = await sealed('public')
  const page = await get('minutes.md')
  expect([page.status, page.text.includes('# Réunion')]).toEqual([200, true])
  expect((await get('minutes.md?version=1')).text).toBe(page.text)
  expect((await get('minutes.md?version=2')).json).toMatchObject({ error: 'no-such-thing' })
  expect((await get('minutes.md?version=x')).status).toBe(400)
  expect((await get('versions')).json).toEqual({ current: 1, versions: [1], title: 'Réunion' })
  expect((await get('given-time.csv')).status, 'a table made from the board is for those who show something').toBe(401)
  expect(opens).not.toHaveBeenCalled()
})

test('[F7] who shows nothing, or a link that is not of the audience, loads no room to be told so', async () => {
  const { opens, get, meeting } = await sealed('circle')
  expect((await get('minutes.md')).json).toMatchObject({ error: 'unknown-person' })
  expect((await get('versions')).json).toMatchObject({ error: 'unknown-person' })
  expect((await get('minutes.md', meeting.join)).json).toMatchObject({ error: 'circle-only' })
  expect((await get('minutes.md', meeting.host)).status).toBe(200)
  expect(opens).not.toHaveBeenCalled()
})

test('a key that opens nothing loads no room either', async () => {
  const { house, meeting, opens } = await sealed('members')
  const wrong = await house.call('POST', `/api/meetings/${meeting.id}/join`, { key: 'x'.repeat(43), name: 'Zoé' })
  expect([wrong.status, wrong.json['error']]).toEqual([403, 'not-yours'])
  expect(opens).not.toHaveBeenCalled()
})

test('[§2.4.1] while a meeting is reopened, its last version stays readable by its audience', async () => {
  const { house, meeting, ada, ben, get } = await sealed('members')
  const before = (await get('minutes.md', meeting.join)).text
  for (const guest of [ada, ben]) await house.does(meeting.id, guest, { type: 'reopen', reason: 'un oubli' })
  expect((await get('minutes.md', ada.token)).text).toContain('PROJET')
  expect((await get('minutes.md', meeting.join)).text).toBe(before)
  expect(before).not.toContain('PROJET')
  expect((await get('minutes.md?version=1', ada.token)).text, 'asked for by its number').toBe(before)
  expect((await get('minutes.md?version=2', ada.token)).json).toMatchObject({ error: 'no-such-thing' })
  expect((await get('versions', ben.token)).json).toEqual({ current: 1, versions: [1], title: 'Réunion' })
  expect((await get('minutes.md')).status).toBe(401)
})

test('[F7] from the close on, what is for the circle is opened by no link but the host’s: neither its board nor a place in it', async () => {
  const house = await House.open()
  const meeting = await house.meeting({ audience: 'circle' })
  const path = `/api/meetings/${meeting.id}`
  const [ada, ben] = [await house.join(meeting.id, meeting.host, 'Ada'), await house.join(meeting.id, meeting.join, 'Ben')]
  for (const guest of [ada, ben]) await house.does(meeting.id, guest, { type: 'agree-frame' })
  await house.does(meeting.id, ada, { type: 'open' })
  const shown = async (bearer: string) => (await house.call('GET', path, undefined, { bearer })).status
  const joins = (key: string) => house.call('POST', `${path}/join`, { key, name: 'Zoé' }, { language: 'fr' })
  expect([await shown(meeting.join), (await joins(meeting.observe)).status], 'while it is live').toEqual([200, 200])
  await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
  await house.moveClock('2026-12-03T17:05:00.000Z')
  expect([await shown(meeting.join), await shown(meeting.observe), await shown(meeting.host)]).toEqual([403, 403, 200])
  const late = await joins(meeting.join)
  expect([late.status, late.json['error']]).toEqual([403, 'circle-only'])
  expect(late.json['message']).toContain('celles et ceux qui y étaient')
  const beside = { beside: ben.id, name: 'Zoé' }
  const ours = { origin: 'http://localhost:4100' }
  expect((await house.call('POST', `${path}/join`, beside, { cookie: ben.cookie, ...ours })).json).toMatchObject({ error: 'circle-only' })
  const previous = { meetingId: meeting.id, key: meeting.join }
  const next = await house.call('POST', '/api/meetings', { title: 'Suite', purpose: 'voir', scheduledStart: EVENING, previous })
  expect(next.json).toMatchObject({ error: 'circle-only' })
  // Those who were there go on reading, and come back with a link on the device that knows them.
  expect(await shown(ben.token)).toBe(200)
  const back = await house.call('POST', `${path}/join`, { key: meeting.join, name: 'Ben', as: ben.id }, { cookie: ben.cookie, ...ours })
  expect(back.status).toBe(200)
})
