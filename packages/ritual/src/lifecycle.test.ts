import { describe, expect, test } from 'vitest'
import { actTypes, type ActType } from './acts.ts'
import { circle, Circle } from './circle.ts'
import { allowsNow } from './lifecycle.ts'

const board = (status: 'draft' | 'scheduled' | 'cancelled' | 'live' | 'review' | 'sealed') => {
  const c = new Circle({ title: 'x' })
  return { ...c.board, meeting: { ...c.board.meeting, status, closedAt: '2026-12-03T18:30:00.000Z' } }
}
const open = (status: Parameters<typeof board>[0], now = '2026-12-20T00:00:00.000Z'): string =>
  actTypes
    .filter((type) => allowsNow(board(status), { type }, now).ok)
    .toSorted()
    .join(' ')
const sorted = (list: string): string => list.split(' ').toSorted().join(' ')

describe('[contract § After close] to the letter', () => {
  const review =
    'withdraw-entry re-attribute edit-note hide-note set-privacy set-glossary set-next-meeting accept-action give-back-action transmit receive register return react answer-reaction give-advice answer-advice conclude-advice tell-experience ask-correction accept-correction agree-review seal'
  const sealed =
    'transmit receive register return react answer-reaction give-advice answer-advice conclude-advice accept-action update-action give-back-action ask-correction accept-correction redact reopen'

  test('review', () => expect(open('review')).toBe(sorted(review)))
  test('review, in the first 24 hours: late weather and closing too', () => {
    expect(open('review', '2026-12-04T18:30:00.000Z')).toBe(sorted(`${review} give-weather give-closing`))
    expect(open('review', '2026-12-04T18:30:00.001Z')).toBe(sorted(review))
  })
  test('sealed', () => expect(open('sealed')).toBe(sorted(sealed)))
  test('cancelled: nothing', () => expect(open('cancelled')).toBe(''))
})

describe('[§2.4.1] what a status refuses, and how it says so', () => {
  const code = (status: Parameters<typeof board>[0], type: ActType) => {
    const answer = allowsNow(board(status), { type }, '2026-12-20T00:00:00.000Z')
    return answer.ok ? undefined : answer.refused
  }
  test.each([
    ['scheduled', 'open-item', 'not-live'],
    ['scheduled', 'convene', 'wrong-status'],
    ['live', 'seal', 'not-in-review'],
    ['live', 'open', 'wrong-status'],
    ['review', 'open-item', 'frozen'],
    ['review', 'give-weather', 'too-late'],
    ['review', 'reopen', 'wrong-status'],
    ['sealed', 'edit-note', 'sealed'],
    ['sealed', 'give-closing', 'sealed'],
    ['cancelled', 'propose-item', 'wrong-status'],
  ] as const)('%s refuses %s: %s', (status, type, refused) => expect(code(status, type)).toBe(refused))

  test('live: everything of the ritual, nothing of before or after', () => {
    for (const type of [
      'convene',
      'cancel',
      'open',
      'agree-review',
      'seal',
      'reopen',
      'ask-correction',
      'accept-correction',
      'redact',
    ] as const)
      expect(code('live', type)).toBeDefined()
    expect(actTypes.filter((type) => code('live', type) !== undefined)).toHaveLength(9)
  })
})

test('[contract § Acts] who joins after close is an observer, and gives no weather', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.at(30).did('ada', { type: 'close' })
  c.at(1).joins('late', { standing: 'decider', host: true })
  expect(c.board.people['late']).toMatchObject({ standing: 'observer', presence: 'expected' })
  expect(c.board.roles['host']?.holders).toEqual(['ada'])
  expect(c.arrives('late').board.people['late']?.presence).toBe('expected')
  expect(c.refusal('late', { type: 'give-weather', value: 'sun' })).toBe('too-late')
  expect(c.refusal('late', { type: 'agree-review' })).toBe('not-permitted')
  expect(c.refusal('cleo', { type: 'give-weather', value: 'sun' })).toBeUndefined()
})

test('[contract § Acts] so is who joins minutes that were brought in, which have no close of their own', () => {
  const c = circle('ada', 'ben')
  c.board = { ...c.board, meeting: { ...c.board.meeting, status: 'sealed', minutesVersion: 1 } }
  c.joins('late', { standing: 'decider' })
  expect(c.board.people['late']).toMatchObject({ standing: 'observer', presence: 'expected' })
})
