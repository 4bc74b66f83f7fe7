import { afterEach, expect, test, vi } from 'vitest'
import type { Item } from '@clairiere/ritual'
import { NotSaving, Unreadable } from '../store/faults.ts'
import { ServerKey } from '../keys/server-key.ts'
import { actId } from '../room/test/device.ts'
import { startServer } from '../server.ts'
import { House } from '../test/house.ts'
import { adopted, returnable } from '../test/returnable.ts'
import { tellFollowers, tellUntold } from './tell-followers.ts'

afterEach(() => vi.restoreAllMocks())

const feedbacksOf = async ({ means }: House, meetingId: string): Promise<readonly Item[]> =>
  Object.values((await means.rooms.open(meetingId))?.board.items ?? {}).filter(({ kind }) => kind === 'feedback')
const feedback = { title: 'Le bois', status: 'proposed', towards: 'org:sci', context: 'Contraire au bail.' }

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

test('[§2.4.7] [V5] a decision returned comes to the meeting made before, and to no other of its line', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  const third = await house.meeting({ previous: { meetingId: next.id, key: next.host } })
  expect(await former.returns('Contraire au bail.')).toBe(200)
  expect(await feedbacksOf(house, next.id)).toMatchObject([feedback])
  expect(await feedbacksOf(house, third.id)).toEqual([])
})

test('[§2.4.3] a point postponed once the next meeting was made comes to its agenda', async () => {
  const house = await House.open()
  const former = await house.meeting()
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  const host = await house.join(former.id, former.host, 'Ada')
  await house.does(former.id, host, { type: 'claim-role', role: 'facilitator' })
  const itemId = actId()
  await house.does(former.id, host, { type: 'propose-item', kind: 'information', title: 'Fourgon', expectation: 'Écouter' }, itemId)
  await house.does(former.id, host, { type: 'list-item', itemId })
  const pointsOf = async (): Promise<readonly Item[]> => Object.values((await house.means.rooms.open(next.id))?.board.items ?? {})
  expect(await pointsOf()).toEqual([])
  const guest = await house.join(former.id, former.join, 'Ben')
  await house.does(former.id, guest, { type: 'agree-frame' })
  await house.does(former.id, host, { type: 'open' })
  await house.does(former.id, host, { type: 'postpone-item', itemId })
  expect(await pointsOf()).toMatchObject([{ title: 'Fourgon', status: 'proposed', expectation: 'Écouter' }])
})

test('[D2] somebody objects once the next meeting was made: the decision comes to its agenda, by the next start where it could not be told', async () => {
  const house = await House.open()
  const former = await adopted(house)
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  const pointsOf = async (): Promise<readonly Item[]> => Object.values((await house.means.rooms.open(next.id))?.board.items ?? {})
  vi.spyOn(house.means.passes, 'followersOf').mockRejectedValueOnce(new NotSaving('the server is closing'))
  const eli = await house.join(former.id, former.host, 'Eli')
  const react = { type: 'react', decisionId: former.decisionId, reactionType: 'objection' } as const
  await house.does(former.id, eli, { ...react, text: 'Le poêle est cassé.' })
  expect(await pointsOf()).toEqual([])
  await tellUntold(house.means)
  expect(await pointsOf()).toMatchObject([{ title: 'Le bois', context: 'Dix stères.\n– Le poêle est cassé.' }])
  await house.does(former.id, eli, { ...react, text: 'Et la fumée ?', attribution: 'unnamed' })
  expect(await pointsOf()).toMatchObject([{ context: 'Dix stères.\n– Le poêle est cassé.\n– Et la fumée ?' }])
  expect(await house.means.passes.untold()).toEqual([])
})

test('[D2] an objection is taken back once a point had gone on to a third meeting: it is withdrawn there', async () => {
  const house = await House.open()
  const former = await adopted(house)
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  const eli = await house.join(former.id, former.host, 'Eli')
  const react = { type: 'react', decisionId: former.decisionId, reactionType: 'objection' } as const
  const reactionId = actId()
  await house.does(former.id, eli, { ...react, text: 'Le poêle est cassé.' }, reactionId)
  const host = await house.join(next.id, next.host, 'Ada')
  await house.does(next.id, host, { type: 'cancel', reason: 'neige' })
  const third = await house.meeting({ previous: { meetingId: next.id, key: next.host } })
  const pointsOf = async (): Promise<readonly Item[]> => Object.values((await house.means.rooms.open(third.id))?.board.items ?? {})
  expect(await pointsOf()).toMatchObject([{ status: 'proposed', context: 'Dix stères.\n– Le poêle est cassé.' }])
  const other = actId()
  await house.does(former.id, eli, { ...react, text: 'Et la fumée ?' }, other)
  expect(await pointsOf()).toMatchObject([{ status: 'proposed', context: 'Dix stères.\n– Le poêle est cassé.\n– Et la fumée ?' }])
  for (const id of [reactionId, other]) await house.does(former.id, eli, { type: 'withdraw-entry', kind: 'reaction', id })
  expect(await pointsOf()).toMatchObject([{ status: 'withdrawn', context: 'Dix stères.' }])
  expect(await house.means.passes.untold()).toEqual([])
})

test('[§2.4.7] what an act owes is read for its meeting alone', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const { passes, store } = house.means
  await passes.owe('another meeting', 'a debt')
  const found = vi.spyOn(store, 'findSecrets')
  expect(await former.returns('Contraire au bail.')).toBe(200)
  const untold = (await Promise.all(found.mock.results.map(({ value }) => value as ReturnType<typeof store.findSecrets>))).flat()
  expect(untold.filter(({ kind }) => kind === 'untold')).toMatchObject([{ meetingId: former.id }])
  expect(await passes.untold()).toEqual([{ meetingId: 'another meeting', debtId: 'a debt' }])
})

test('[§2.4.7] what the end of the process left untold is told by the next start, and once', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  vi.spyOn(house.means.passes, 'followersOf').mockRejectedValueOnce(new NotSaving('the server is closing'))
  expect(await former.returns('Contraire au bail.')).toBe(200)
  expect(await feedbacksOf(house, next.id)).toEqual([])
  await tellUntold(house.means)
  expect(await feedbacksOf(house, next.id)).toMatchObject([feedback])
  expect(await house.means.passes.untold(), 'nothing is left to tell').toEqual([])
})

test('[§2.4.7] [F11] a decision sent once the next meeting was made is sent there too', async () => {
  const house = await House.open()
  const former = await adopted(house)
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  const circuits = async (): Promise<unknown> => Object.values((await house.means.rooms.open(next.id))?.board.transmissions ?? {})
  expect(await circuits()).toMatchObject([{ status: 'to-send' }])
  await former.transmits()
  expect(await circuits()).toMatchObject([{ status: 'sent', sentOn: '2026-12-03' }])
})

test('[D2] [§2.4.7] a kill right after an act that followers are to hear of: it is owed with the act, and the next start tells it', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const { id, decisionId } = former
  const next = await house.meeting({ previous: { meetingId: id, key: former.host } })
  const eli = await house.join(id, former.host, 'Eli')
  const room = await house.means.rooms.open(id)
  if (room === null) throw new Error('no room')
  // Synced and answered by the room; whoever carries the answer on is no more.
  const objects = { type: 'react', decisionId, reactionType: 'objection', text: 'Le poêle est cassé.' }
  expect(await room.perform({ kind: 'person', personId: eli.id }, { id: actId(), act: objects })).toMatchObject({ ok: true })
  const returns = { type: 'return', decisionId, reason: 'Contraire au bail.' }
  expect(await room.perform({ kind: 'contact', org: 'org:sci' }, { id: actId(), act: returns })).toMatchObject({ ok: true })
  expect(await house.means.passes.untold()).toMatchObject([{ meetingId: id }, { meetingId: id }])
  expect(await feedbacksOf(house, next.id)).toEqual([])
  await tellUntold(house.means)
  expect(await feedbacksOf(house, next.id)).toMatchObject([feedback])
  expect(await house.means.passes.untold()).toEqual([])
})

test('[§2.4.7] what an act owes while another is being told is not paid by that telling', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const { passes } = house.means
  const followersOf = passes.followersOf.bind(passes)
  vi.spyOn(passes, 'followersOf').mockImplementationOnce(async (meetingId) => {
    await passes.owe(former.id, 'later')
    return followersOf(meetingId)
  })
  expect(await former.returns('Contraire au bail.')).toBe(200)
  expect(await passes.untold()).toEqual([{ meetingId: former.id, debtId: 'later' }])
})

test('a start tells what the process before it left untold', async () => {
  const { means } = await House.open()
  await means.passes.owe('a meeting', 'an answer')
  const { config, store, log, metrics } = means
  const serverKey = new ServerKey(new Uint8Array(32).fill(7))
  const server = await startServer({ config: { ...config, port: 0 }, store, serverKey, log, metrics })
  expect(await means.passes.untold()).toEqual([])
  await server.stop()
})

test('[§2.4.7] a follower that takes nothing for the moment is told by the next start', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  const room = await house.means.rooms.open(next.id)
  if (room === null) throw new Error('no room')
  vi.spyOn(room, 'take').mockResolvedValueOnce({ ok: false, refused: 'not-saving' })
  expect(await former.returns('Contraire au bail.')).toBe(200)
  expect(await feedbacksOf(house, next.id)).toEqual([])
  await tellUntold(house.means)
  expect(await feedbacksOf(house, next.id)).toMatchObject([feedback])
})

test('[§2.4.7] returned while the next meeting is being made: it has the feedback all the same', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const { store } = house.means
  const create = store.createMeeting.bind(store)
  vi.spyOn(store, 'createMeeting').mockImplementationOnce(async (meeting) => {
    expect(await former.returns('Contraire au bail.')).toBe(200)
    return create(meeting)
  })
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  expect(await feedbacksOf(house, next.id)).toMatchObject([feedback])
})

test('[§2.4.7] returned while the next meeting is being made, which takes nothing for the moment: the next start tells it', async () => {
  const house = await House.open()
  const former = await returnable(house)
  const { store, rooms } = house.means
  const [create, within] = [store.createMeeting.bind(store), rooms.within.bind(rooms)]
  vi.spyOn(store, 'createMeeting').mockImplementationOnce(async (meeting) => {
    expect(await former.returns('Contraire au bail.')).toBe(200)
    const created = await create(meeting)
    vi.spyOn(rooms, 'within').mockImplementation((id, use) =>
      id === meeting.meetingId ? Promise.reject(new NotSaving('the disk is full')) : within(id, use),
    )
    return created
  })
  const next = await house.meeting({ previous: { meetingId: former.id, key: former.host } })
  vi.restoreAllMocks()
  expect(await feedbacksOf(house, next.id)).toEqual([])
  await tellUntold(house.means)
  expect(await feedbacksOf(house, next.id)).toMatchObject([feedback])
  expect(await house.means.passes.untold()).toEqual([])
})

test('[§4.12] a correction asked once the next meeting was made is shown at its opening', async () => {
  const house = await House.open()
  const { id, host, join } = await house.meeting()
  const ada = await house.join(id, host, 'Ada')
  const eli = await house.join(id, join, 'Eli')
  await house.does(id, ada, { type: 'claim-role', role: 'facilitator' })
  await house.does(id, eli, { type: 'agree-frame' })
  await house.does(id, ada, { type: 'open' })
  const next = await house.meeting({ previous: { meetingId: id, key: host } })
  await house.does(id, ada, { type: 'close' })
  await house.does(id, eli, { type: 'ask-correction', place: 'Point 1', after: 'douze stères', reason: 'mal entendu' })
  const told = (await house.means.rooms.open(next.id))?.board.previous
  expect(told?.corrections).toEqual([{ place: 'Point 1', after: 'douze stères' }])
})
