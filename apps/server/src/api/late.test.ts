import { expect, test, vi } from 'vitest'
import { House } from '../test/house.ts'

/** The room is released in the very moment between its opening and what is to be done in it. */
const releasesOnce = ({ means: { rooms } }: House): void => {
  const open = rooms.open.bind(rooms)
  vi.spyOn(rooms, 'open').mockImplementationOnce(async (meetingId) => {
    const room = await open(meetingId)
    await room?.settled()
    room?.release()
    return room
  })
}

test('[AC-26] late words that find their room just released are kept once, by the one opened in its place, and sent again', async () => {
  const house = await House.open()
  const { id, host, join } = await house.meeting()
  const path = `/api/meetings/${id}/late`
  const [ada, ben] = [await house.join(id, host, 'Ada'), await house.join(id, join, 'Ben')]
  for (const guest of [ada, ben]) await house.does(id, guest, { type: 'agree-frame' })
  await house.does(id, ada, { type: 'open' })
  await house.does(id, ada, { type: 'close', postponeRest: true })
  await house.moveClock('2027-01-03T17:00:00.000Z')
  for (const guest of [ada, ben]) await house.does(id, guest, { type: 'seal' })
  releasesOnce(house)
  const kept = await house.call('POST', path, { text: 'écrit dans le train' }, { bearer: ben.token })
  expect([kept.status, kept.text]).toEqual([201, JSON.stringify({ id: kept.json['id'] })])
  const again = await house.call('POST', path, { text: 'écrit dans le train' }, { bearer: ben.token }) // its answer was lost
  expect(again.text).toBe(kept.text)
  const { json } = await house.call('GET', path, undefined, { bearer: ben.token })
  expect(json['late']).toEqual([{ id: kept.json['id'], personId: ben.id, at: '2027-01-03T17:00:00.000Z', text: 'écrit dans le train' }])
})
