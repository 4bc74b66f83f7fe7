import { expect, test } from 'vitest'
import { circle } from '../circle.ts'
import { confidenceViews } from '../confidences/views.ts'
import { whisperDrops } from './whispers.ts'

const four = () => circle('ada', 'ben', 'cleo', 'dan')
const whispersOf = (c: ReturnType<typeof circle>) => c.secrets.all('whisper')

test('[§2.5-16] an unsigned whisper keeps no person anywhere: not in the confidence, the facts, the result or the stamp', () => {
  const c = four()
  const events = c.events.length
  const answer = c.does('cleo', { type: 'whisper', text: 'Ça monte.' })
  expect(answer).toEqual({ ok: true, value: { facts: [], confidences: expect.anything(), unsigned: true } })
  expect(JSON.stringify(answer)).not.toContain('cleo')
  expect(c.events).toHaveLength(events)
  expect(whispersOf(c)[0]).not.toHaveProperty('personId')
  expect(whispersOf(c)[0]?.subject).not.toBe(c.lastId)
})

test('[§2.4.4] sent, read, kept or answered by the mood-watch; only a signed one can be answered', () => {
  const c = four()
  c.did('cleo', { type: 'whisper', text: 'Je ne comprends pas les sigles.', signed: true })
  c.did('dan', { type: 'whisper', text: 'On va vite.' })
  const [signed, unsigned] = whispersOf(c).map(({ subject }) => subject)
  c.did('ben', { type: 'read-whisper', whisperId: signed ?? '' })
  expect(whispersOf(c)[0]?.payload.status).toBe('read')
  c.did('ben', { type: 'answer-whisper', whisperId: signed ?? '', text: 'Je demande qu’on les dise.' })
  expect(whispersOf(c)[0]).toMatchObject({ personId: 'cleo', payload: { status: 'answered', answer: 'Je demande qu’on les dise.' } })
  expect(c.refusal('ben', { type: 'answer-whisper', whisperId: unsigned ?? '', text: 'Qui ?' })).toBe('not-permitted')
  c.did('ben', { type: 'read-whisper', whisperId: unsigned ?? '', keep: true })
  expect(whispersOf(c)[1]?.payload.status).toBe('kept')
  expect(c.refusal('ada', { type: 'read-whisper', whisperId: signed ?? '' })).toBe('not-permitted')
})

test('[§2.4.4] a whisper becomes a signal, raised by the mood-watch who read it', () => {
  const c = four()
  c.did('cleo', { type: 'whisper', text: 'Ça monte.' })
  const whisperId = whispersOf(c)[0]?.subject ?? ''
  expect(c.refusal('dan', { type: 'raise-signal', kind: 'pace', level: 2, whisperIds: [whisperId] })).toBe('no-such-thing')
  const signalId = c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2, whisperIds: [whisperId] })
  expect(whispersOf(c)[0]?.payload.status).toBe('became-signal')
  expect(JSON.stringify(c.board.signals[signalId])).not.toContain(whisperId)
  expect(JSON.stringify(c.secrets.all('signal'))).not.toContain(whisperId)
})

test('[§4.7] with three people there are no whispers, and the reason is said', () => {
  expect(circle('ada', 'ben', 'cleo').refusal('cleo', { type: 'whisper', text: 'Hm.' })).toBe('whispers-off')
})

test('[§4.2] without a mood-watch nobody reads, so nothing is sent; a successor inherits nothing', () => {
  const c = four()
  c.did('cleo', { type: 'whisper', text: 'Pour Ben seul.' })
  const whisperId = whispersOf(c)[0]?.subject ?? ''
  c.joins('eli')
  c.arrives('eli')
  c.did('ben', { type: 'leave' })
  c.loses('ben').at(2)
  expect(c.refusal('cleo', { type: 'whisper', text: 'Et maintenant ?' })).toBe('no-mood-watcher')
  c.did('dan', { type: 'claim-role', role: 'moodWatcher' })
  expect(confidenceViews(c.board, c.secrets, 'dan', c.online).filter(({ kind }) => kind === 'whisper')).toEqual([])
  expect(c.board.roles['moodWatcher']?.holders).toContain('dan')
  expect(c.refusal('dan', { type: 'read-whisper', whisperId })).toBe('no-such-thing')
})

test('[§2.5-16] nothing confided to the mood-watch outlives the live meeting', () => {
  const c = four()
  c.did('cleo', { type: 'whisper', text: 'Un.', signed: true })
  c.did('dan', { type: 'whisper', text: 'Deux.' })
  c.did('ben', { type: 'raise-signal', kind: 'tension', level: 1 })
  expect(whisperDrops(c.secrets)).toHaveLength(3)
  c.secrets.apply(whisperDrops(c.secrets))
  expect([...c.secrets]).toEqual([])
  c.did('cleo', { type: 'whisper', text: 'Trois.' })
  c.did('ada', { type: 'close', postponeRest: true })
  expect(whispersOf(c)).toEqual([])
})

test('[§4] whispers used to attack someone: closed for everyone by the mood-watch, the texts kept by nobody, opened again', () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
  c.did('cleo', { type: 'whisper', text: 'toujours elle' })
  expect(c.refusal('ada', { type: 'set-whispers', open: false })).toBe('not-permitted')
  c.did('ben', { type: 'set-whispers', open: false })
  expect(c.secrets.all('whisper')).toEqual([])
  expect(c.refusal('cleo', { type: 'whisper', text: 'encore' })).toBe('whispers-closed')
  c.did('ben', { type: 'set-whispers', open: true })
  expect(c.refusal('cleo', { type: 'whisper', text: 'merci' })).toBeUndefined()
  expect(c.refolded()).toEqual(c.board)
})
