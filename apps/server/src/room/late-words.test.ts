import { expect, test } from 'vitest'
import { evening } from './test/evening.ts'
import { until } from './test/until.ts'

test('[§4.5] words typed offline while the meeting closes merge in review and are noted with their hour, across a restart too', async () => {
  const { rehearsal, ada, cleo, dan } = await evening()
  const [device, scribe] = [rehearsal.device().connect(dan), rehearsal.device().connect(cleo)]
  await until('in step', () => device.saved === 1 && scribe.saved === 1)
  device.doc.getMap('learnings').set('a', { kind: 'learning', text: 'avant', rank: 1 })
  await until('saved', () => device.saved === device.sent)
  await rehearsal.does(ada, { type: 'close', postponeRest: true })
  expect(rehearsal.room.board.now.lateWords).toBeUndefined()
  device.doc.getMap('learnings').set('b', { kind: 'learning', text: 'pendant la coupure', rank: 2 })
  scribe.doc.getMap('resources').set('c', { title: 'four solaire', rank: 1 })
  await until('noted', () => rehearsal.room.board.now.lateWords !== undefined)
  await until('all saved', () => device.saved === device.sent && scribe.saved === scribe.sent)
  const at = new Date(rehearsal.clock.now()).toISOString()
  expect(rehearsal.room.board.now.lateWords).toEqual({ learnings: at })
  await rehearsal.restart()
  expect(rehearsal.room.board.now.lateWords).toEqual({ learnings: at })
})
