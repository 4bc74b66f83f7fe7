import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'
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

describe('[§4.2] the mood-watcher leaves: unread whispers are not inherited, and their authors are told', () => {
  const confided = (): Circle => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    c.did('cleo', { type: 'whisper', text: 'Non signé, non lu.', receipt: 'receipt-of-cleo' })
    c.did('dan', { type: 'whisper', text: 'Signé, non lu.', signed: true, receipt: 'receipt-of-dan' })
    c.did('eve', { type: 'whisper', text: 'Lu.', receipt: 'receipt-of-eve' })
    c.did('ben', { type: 'read-whisper', whisperId: whispersOf(c)[2]?.subject ?? '' })
    return c
  }
  const seen = (c: Circle, reader: string): unknown[] =>
    confidenceViews(c.board, c.secrets, reader, c.online).flatMap(({ kind, payload }) => (kind === 'whisper' ? [payload] : []))
  const handOver = (c: Circle): void => {
    c.did('ben', { type: 'hand-over-role', role: 'moodWatcher', personId: 'eve' })
    c.did('eve', { type: 'accept-role', role: 'moodWatcher' })
  }

  const leave = (c: Circle): void => {
    c.did('ben', { type: 'leave' })
  }
  const ways: readonly [string, (c: Circle) => void][] = [
    ['by handing the watch over', handOver],
    ['by going', leave],
  ]
  test.each(ways)('%s', (_how, goes) => {
    const c = confided()
    goes(c)
    expect(c.board.now.unreadWhispers).toEqual(['receipt-of-cleo', 'receipt-of-dan'])
    expect(c.events.at(-1)?.stamp).toEqual({ at: c.now })
    expect(seen(c, 'eve')).toEqual([])
    expect(JSON.stringify([...c.secrets])).not.toContain('Non signé')
    expect(seen(c, 'dan')).toEqual([{ text: 'Signé, non lu.', status: 'unread' }])
  })
  test('a device that slept while the watch changed twice still finds its own; nothing of it outlives the live meeting, not even a number', () => {
    const c = confided()
    handOver(c)
    c.did('dan', { type: 'whisper', text: 'À Ève.', receipt: 'receipt-to-eve' })
    c.did('eve', { type: 'leave' })
    expect(c.board.now.unreadWhispers).toEqual(['receipt-of-cleo', 'receipt-of-dan', 'receipt-to-eve'])
    c.did('ada', { type: 'close', postponeRest: true })
    expect(c.board.now).not.toHaveProperty('unreadWhispers')
    expect(c.refolded()).toEqual(c.board)
  })
  test('nobody is shown a receipt; what was read is told of to nobody', () => {
    const c = confided()
    expect(JSON.stringify(seen(c, 'ben'))).not.toContain('receipt')
    handOver(c)
    expect(JSON.stringify([c.board, c.events])).not.toContain('receipt-of-eve')
  })
  test('while another one keeps the watch they read them, and nothing is lost', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    c.did('dan', { type: 'claim-role', role: 'moodWatcher', rank: 'pair' })
    c.did('cleo', { type: 'whisper', text: 'À deux.', receipt: 'r' })
    c.did('ben', { type: 'leave' })
    expect(seen(c, 'dan')).toEqual([{ text: 'À deux.', status: 'sent' }])
    expect(c.board.now).not.toHaveProperty('unreadWhispers')
  })
  test('until someone accepts, everyone may raise any signal', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    expect(c.refusal('cleo', { type: 'raise-signal', kind: 'tension', level: 2 })).toBe('mood-watcher-present')
    c.did('ben', { type: 'leave' })
    c.loses('ben')
    c.did('cleo', { type: 'raise-signal', kind: 'tension', level: 2 })
  })
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
