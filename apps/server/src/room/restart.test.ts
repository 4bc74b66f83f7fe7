import { expect, test } from 'vitest'
import { evening } from './test/evening.ts'
import { MEETING } from './test/rehearsal.ts'

test('[§4 others] the server restarts in the middle of a round: round, turn and timers stand, and positions not yet revealed are still there', async () => {
  const { rehearsal, ada, cleo, dan, eve } = await evening()
  await rehearsal.does(cleo, { type: 'set-voices', voices: [] })
  const itemId = await rehearsal.does(cleo, {
    type: 'propose-item',
    kind: 'decision',
    title: 'Four',
    expectation: 'Décider',
    plannedMinutes: 10,
  })
  await rehearsal.does(ada, { type: 'list-item', itemId })
  await rehearsal.does(ada, { type: 'open-item', itemId })
  const decisionId = await rehearsal.does(cleo, {
    type: 'propose',
    itemId,
    text: 'On allume.',
    process: 'consent-express',
    responsible: 'org:sci',
    reviewOn: '2027-06-01',
  })
  await rehearsal.does(ada, { type: 'next-step', decisionId, from: 'proposal' })
  for (const who of [ada, cleo, dan]) await rehearsal.does(who, { type: 'give-position', decisionId, round: 1, position: 'no-objection' })
  await rehearsal.does(ada, { type: 'start-round', kind: 'free', order: [eve, dan, cleo, ada] })
  const before = rehearsal.room.board
  await rehearsal.restart()
  expect(rehearsal.room.meetingId).toBe(MEETING)
  expect(rehearsal.room.board.now).toEqual(before.now)
  expect(rehearsal.room.board.rounds).toEqual(before.rounds)
  const answered = rehearsal.room.readers.read(eve, null).confidences.find(({ kind }) => kind === 'answered')
  expect(answered?.payload).toMatchObject({ count: 3 })
  expect(rehearsal.room.readers.read(dan, null).confidences.filter(({ kind }) => kind === 'position')).toMatchObject([
    { payload: { position: 'no-objection' } },
  ])
})
