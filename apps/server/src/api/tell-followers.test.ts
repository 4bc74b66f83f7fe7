import { expect, test, vi } from 'vitest'
import { Unreadable } from '../store/faults.ts'
import { House } from '../test/house.ts'
import { tellFollowers } from './tell-followers.ts'

test('[always 10] a follower that does not open keeps the news from none of the others; the fault is told once all were', async () => {
  const house = await House.open()
  const former = await house.meeting()
  const previous = { meetingId: former.id, key: former.host }
  const followers = [await house.meeting({ previous }), await house.meeting({ previous })].map(({ id }) => id)
  const { rooms } = house.means
  const told: string[] = []
  const within = rooms.within.bind(rooms)
  vi.spyOn(rooms, 'within').mockImplementation(async (meetingId, work) => {
    told.push(meetingId)
    if (told.length === 1) throw new Unreadable('the key is gone')
    return within(meetingId, work)
  })
  await expect(tellFollowers(house.means, former.id)).rejects.toThrow(Unreadable)
  expect(told.toSorted()).toEqual(followers.toSorted())
})
