import { expect, test } from 'vitest'
import { Forgetting } from './forgetting.ts'
import { Unreadable } from './store/faults.ts'
import { House } from './test/house.ts'

async function weathered() {
  const house = await House.open()
  const meeting = await house.meeting({ reviewDays: 7, plannedMinutes: 90 })
  const [ada, ben] = [await house.join(meeting.id, meeting.host, 'Ada'), await house.join(meeting.id, meeting.join, 'Ben')]
  for (const guest of [ada, ben]) await house.does(meeting.id, guest, { type: 'agree-frame' })
  await house.does(meeting.id, ada, { type: 'open' })
  await house.does(meeting.id, ada, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
  await house.does(meeting.id, ben, { type: 'give-weather', value: 'storm', words: 'un enfant malade' })
  const told = async () => (await house.call('GET', `/api/meetings/${meeting.id}/confidences`, undefined, { bearer: ada.token })).text
  const board = async () => (await house.call('GET', `/api/meetings/${meeting.id}`, undefined, { bearer: ada.token })).json
  return { house, meeting, ada, forgetting: new Forgetting(house.means), told, board }
}

test('[§2.5-24] a meeting nobody closed forgets what was said in the circle thirty days after its review would have ended, and keeps the rest', async () => {
  const { house, meeting, forgetting, told, board } = await weathered()
  await house.moveClock('2027-01-09T18:29:00.000Z')
  await forgetting.run()
  expect(await told()).toContain('un enfant malade')
  await house.moveClock('2027-01-09T18:31:00.000Z')
  await forgetting.run()
  expect(await told()).not.toContain('un enfant malade')
  expect(await board()).toMatchObject({ weather: [], meeting: { status: 'live', title: 'Réunion' } })
  expect((await house.means.store.meeting(meeting.id))?.generation).toBe(2)
  await house.moveClock('2027-03-01T00:00:00.000Z')
  await forgetting.run()
  expect((await house.means.store.meeting(meeting.id))?.generation, 'once is enough').toBe(2)
})

test('[§2.5-24] one that was closed later than foreseen forgets by its own date', async () => {
  const { house, meeting, ada, forgetting, told } = await weathered()
  await house.moveClock('2027-01-05T17:00:00.000Z')
  await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
  await house.moveClock('2027-01-20T17:00:00.000Z')
  await forgetting.run()
  expect(await told()).toContain('un enfant malade')
  await house.moveClock('2027-02-20T17:00:00.000Z')
  await forgetting.run()
  expect(await told()).not.toContain('un enfant malade')
})

test('links renewed while a meeting forgets stay renewed: the old ones let nobody in again', async () => {
  const { house, meeting, ada, forgetting, told } = await weathered()
  const room = await house.means.rooms.open(meeting.id)
  const forget = room?.forget.bind(room)
  if (room === null || forget === undefined) throw new Error('no room')
  const renewed: number[] = []
  room.forget = async (meta) => {
    renewed.push((await house.call('POST', `/api/meetings/${meeting.id}/renew-links`, undefined, { bearer: ada.token })).status)
    return forget(meta)
  }
  await house.moveClock('2027-01-09T18:31:00.000Z')
  await forgetting.run()
  expect([renewed, await told()]).toEqual([[200], expect.not.stringContaining('un enfant malade')])
  expect((await house.call('GET', `/api/meetings/${meeting.id}`, undefined, { bearer: meeting.join })).status).toBe(401)
})

test('passes that have expired are gone', async () => {
  const { house, forgetting, meeting, ada } = await weathered()
  await house.moveClock('2027-07-01T00:00:00.000Z')
  await forgetting.run()
  expect((await house.call('GET', `/api/meetings/${meeting.id}`, undefined, { bearer: ada.token })).status).toBe(401)
  expect((await house.call('GET', `/api/meetings/${meeting.id}`, undefined, { bearer: meeting.join })).status).toBe(200)
})

test('[always 10] a meeting that does not open (its key was not kept) keeps neither the server from starting nor the others from forgetting', async () => {
  const { house, meeting, ada, told, forgetting } = await weathered()
  const locked = await house.meeting({ title: 'Sans clé' })
  const { rooms } = house.means
  const open = rooms.open.bind(rooms)
  rooms.open = async (meetingId) => {
    if (meetingId === locked.id) throw new Unreadable('the key is gone')
    return open(meetingId)
  }
  await house.moveClock('2027-06-01T00:00:00.000Z')
  await forgetting.run()
  expect(await told(), meeting.id + ada.id).not.toContain('un enfant malade')
  expect(house.lines.join('\n')).toContain('"name":"Unreadable"')
})

test('[§2.5-24] a meeting that was not held yet has nothing to forget: prepared long before, it keeps its weather and its own date', async () => {
  const house = await House.open()
  const meeting = await house.meeting({ reviewDays: 7, plannedMinutes: 90 })
  const forgetting = new Forgetting(house.means)
  await house.moveClock('2027-02-01T17:00:00.000Z')
  await forgetting.run()
  const people = [await house.join(meeting.id, meeting.host, 'Ada'), await house.join(meeting.id, meeting.join, 'Ben')]
  for (const guest of people) await house.does(meeting.id, guest, { type: 'agree-frame' })
  const [ada, ben] = people as [(typeof people)[number], (typeof people)[number]]
  await house.does(meeting.id, ada, { type: 'open' })
  await house.does(meeting.id, ben, { type: 'give-weather', value: 'storm', words: 'un enfant malade' })
  await house.does(meeting.id, ada, { type: 'close', postponeRest: true })
  for (const guest of people) await house.does(meeting.id, guest, { type: 'agree-review' })
  const draft = (await house.call('GET', `/api/meetings/${meeting.id}/minutes.html`, undefined, { bearer: ada.token })).text
  expect(draft).not.toContain('effac')
  const room = await house.means.rooms.open(meeting.id)
  expect(room?.board.record).not.toHaveProperty('weatherCounts')
  await house.moveClock('2027-04-01T17:00:00.000Z')
  await forgetting.run()
  const told = await house.call('GET', `/api/meetings/${meeting.id}/confidences`, undefined, { bearer: ada.token })
  expect(told.text, 'it forgets by its own date').not.toContain('un enfant malade')
})
