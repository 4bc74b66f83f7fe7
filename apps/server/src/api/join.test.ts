import { expect, test } from 'vitest'
import { House } from '../test/house.ts'

const OURS = { origin: 'http://localhost:4100' }

test('once the links are renewed, nobody brings another in beside them by the old one, nor by a pairing code', async () => {
  const house = await House.open()
  const meeting = await house.meeting()
  const path = `/api/meetings/${meeting.id}`
  const ada = await house.join(meeting.id, meeting.host, 'Ada')
  const ben = await house.join(meeting.id, meeting.join, 'Ben')
  const beside = (cookie: string) => house.call('POST', `${path}/join`, { beside: ben.id, name: 'Zoé' }, { cookie, ...OURS })
  expect((await beside(ben.cookie)).status).toBe(200)
  await house.moveClock('2026-12-03T17:02:00.000Z')
  const renewed = await house.call('POST', `${path}/renew-links`, undefined, { bearer: ada.token })
  const refused = await beside(ben.cookie)
  expect([refused.status, refused.json['error']]).toEqual([404, 'no-such-meeting'])
  expect(refused.json['message']).toContain('lien')
  const { json } = await house.call('POST', `${path}/devices`, undefined, { bearer: ben.token })
  await house.call('POST', `${path}/join`, { key: json['code'] }, { cookie: ben.cookie, ...OURS })
  expect((await beside(ben.cookie)).status).toBe(404)
  const key = (renewed.json['links'] as { join: string }).join.split('#')[1]
  await house.call('POST', `${path}/join`, { key, name: 'Ben', as: ben.id }, { cookie: ben.cookie, ...OURS })
  expect((await beside(ben.cookie)).status).toBe(200)
  // A code on a device that has shown the new link takes nothing from it.
  const again = await house.call('POST', `${path}/devices`, undefined, { bearer: ben.token })
  await house.call('POST', `${path}/join`, { key: again.json['code'] }, { cookie: ben.cookie, ...OURS })
  expect((await beside(ben.cookie)).status).toBe(200)
})

test('codes for a second device are bounded like what they open: each is kept for five minutes', async () => {
  const house = await House.open()
  const { id, host } = await house.meeting()
  const ada = await house.join(id, host, 'Ada')
  const statuses: number[] = []
  while (statuses.length < 400 && statuses.at(-1) !== 429)
    statuses.push((await house.call('POST', `/api/meetings/${id}/devices`, undefined, { bearer: ada.token })).status)
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 429])
})

test('whom the cookie of a device holds here is told to that device alone, and no more of a person it was told to forget', async () => {
  const house = await House.open()
  const meeting = await house.meeting()
  const path = `/api/meetings/${meeting.id}/join`
  const ada = await house.join(meeting.id, meeting.observe, 'Ada')
  await house.moveClock('2026-12-03T17:02:00.000Z') // those who come within one millisecond have come in no order
  const { json: joined } = await house.call('POST', path, { beside: ada.id, name: 'Zoé' }, { cookie: ada.cookie, ...OURS })
  const ben = await house.join(meeting.id, meeting.join, 'Ben')
  const held = async (call: { cookie?: string; bearer?: string }) => (await house.call('GET', path, undefined, call)).json
  const [isAda, isZoe] = [
    { id: ada.id, name: 'Ada', standing: 'observer' },
    { id: joined['participantId'], name: 'Zoé', standing: 'observer' },
  ]
  expect(await held({ cookie: ada.cookie })).toEqual({ generation: 1, title: 'Réunion', people: [isAda, isZoe] })
  for (const stranger of [{}, { cookie: 'x'.repeat(43) }, { bearer: meeting.join }]) expect(await held(stranger)).toEqual({ people: [] })
  const forget = (as: string, call: { cookie?: string; origin?: string }) => house.call('DELETE', `${path}?as=${as}`, undefined, call)
  expect((await forget(ben.id, { cookie: ada.cookie, ...OURS })).status, 'somebody of another device').toBe(401)
  expect((await forget(ada.id, { cookie: ada.cookie, origin: 'https://elsewhere.example' })).status, 'a page that is not ours').toBe(403)
  expect((await forget(ada.id, { cookie: ada.cookie, ...OURS })).status).toBe(200)
  expect(await held({ cookie: ada.cookie })).toMatchObject({ people: [isZoe] })
  expect((await house.call('GET', `/api/meetings/${meeting.id}?as=${ada.id}`, undefined, { cookie: ada.cookie })).status).toBe(401)
  expect(
    (await house.call('GET', `/api/meetings/${meeting.id}`, undefined, { bearer: ada.token })).status,
    'another way in of theirs',
  ).toBe(200)
})
