import { expect, test } from 'vitest'
import { EVENING } from './test/rehearsal.ts'
import { evening } from './test/evening.ts'
import { until } from './test/until.ts'

const memories = (messages: readonly Record<string, unknown>[]): unknown[] =>
  messages.flatMap(({ status }) => (status === undefined ? [] : [(status as { memory: string }).memory]))

test('[§4.2] whispers are absent from the successor’s device; the author’s device finds its receipt, also of one still on its way', async () => {
  const { rehearsal, ben, cleo, dan, eve } = await evening()
  const [author, successor] = [rehearsal.device().connect(cleo), rehearsal.device().connect(eve)]
  await until('in step', () => [author, successor].every((device) => device.saved > 0))
  await rehearsal.does(dan, { type: 'whisper', text: 'signé, pour Ben', signed: true })
  await rehearsal.does(cleo, { type: 'whisper', text: 'arrivé, pas lu', receipt: 'receipt-1' })
  rehearsal.clock.advance(EVENING + 16_000)
  await rehearsal.does(cleo, { type: 'whisper', text: 'encore en route', receipt: 'receipt-2' })
  await rehearsal.does(ben, { type: 'hand-over-role', role: 'moodWatcher', personId: eve })
  await rehearsal.does(eve, { type: 'accept-role', role: 'moodWatcher' })
  expect(rehearsal.room.board.now.unreadWhispers).toEqual(['receipt-1'])
  await until('the author’s device finds it', () => author.received('receipt-1'))
  rehearsal.clock.advance(EVENING + 40_000)
  expect(rehearsal.room.board.now.unreadWhispers).toEqual(['receipt-1', 'receipt-2'])
  await rehearsal.room.settled()
  expect(successor.confided('whisper')).toEqual([])
  for (const text of ['pour Ben', 'pas lu', 'en route']) expect(successor.received(text), text).toBe(false)
})

test('[§4] the server restarts: unread whispers are lost, and devices can tell by the memory they speak with', async () => {
  const { rehearsal, cleo, eve } = await evening()
  const before = rehearsal.device().connect(cleo)
  await until('told', () => memories(before.messages).length > 0)
  rehearsal.room.tellStatus()
  await until('told again', () => memories(before.messages).length > 1)
  expect(new Set(memories(before.messages)).size).toBe(1)
  await rehearsal.does(cleo, { type: 'whisper', text: 'avant la panne', signed: true })
  await rehearsal.restart()
  const [again, watch] = [rehearsal.device().connect(cleo), rehearsal.device().connect(eve)]
  await until('told by another memory', () => memories(again.messages).length > 0)
  expect(memories(again.messages)[0]).not.toBe(memories(before.messages)[0])
  expect([again.confided('whisper'), watch.confided('whisper')]).toEqual([[], []])
})
