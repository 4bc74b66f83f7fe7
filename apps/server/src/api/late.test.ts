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

/** A sealed meeting of so many people, and how one of them sends late words. */
async function sealed(people: number) {
  const house = await House.open()
  const { id, host, join } = await house.meeting()
  const guests = [await house.join(id, host, 'Ada')]
  while (guests.length < people) guests.push(await house.join(id, join, `Ben ${guests.length}`))
  const [ada, ben] = guests
  if (ada === undefined || ben === undefined) throw new Error('two at least')
  for (const guest of [ada, ben]) await house.does(id, guest, { type: 'agree-frame' })
  await house.does(id, ada, { type: 'open' })
  await house.does(id, ada, { type: 'close', postponeRest: true })
  await house.moveClock('2027-01-03T17:00:00.000Z')
  for (const guest of [ada, ben]) await house.does(id, guest, { type: 'seal' })
  const send = (text: string, from: typeof ada) => house.call('POST', `/api/meetings/${id}/late`, { text }, { bearer: from.token })
  return { house, id, guests, ada, ben, send }
}

test('[AC-26] late words of one meeting have an end, and one sentence says what to do with a text that came after it', async () => {
  const { guests, ben, send } = await sealed(3)
  const long = 'é'.repeat(99_000)
  const answers = []
  for (const guest of guests) for (let text = 0; text < 16; text++) answers.push(await send(`${text} ${long}`, guest))
  const first = answers.findIndex(({ status }) => status !== 201)
  expect([first, answers.slice(first).every(({ status }) => status === 409)]).toEqual([42, true])
  expect(answers[first]?.json).toEqual({
    error: 'late-full',
    message: 'Les apports tardifs de cette réunion sont au complet. Copie ton texte et envoie-le à qui tient le compte-rendu.',
  })
  expect((await send(`0 ${long}`, ben)).json, 'what came before comes again, and is found').toEqual({ id: answers[16]?.json['id'] })
})

test('one address sends so many late words at once, and then waits', async () => {
  const { ben, send } = await sealed(2)
  const answers = []
  for (let times = 0; times < 320; times++) answers.push((await send('le même', ben)).status)
  expect([answers.slice(0, 300).every((status) => status === 201), answers.at(-1)]).toEqual([true, 429])
})

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
