import { expect, test } from 'vitest'
import { House } from '../test/house.ts'

test('renewed by two at once, the links are renewed twice: neither is shown links that the other has', async () => {
  const house = await House.open()
  const meeting = await house.meeting()
  const ada = await house.join(meeting.id, meeting.host, 'Ada')
  const renew = () => house.call('POST', `/api/meetings/${meeting.id}/renew-links`, undefined, { bearer: ada.token })
  const [one, two] = await Promise.all([renew(), renew()])
  expect([one.status, two.status]).toEqual([200, 200])
  expect(one.json['links']).not.toEqual(two.json['links'])
})
