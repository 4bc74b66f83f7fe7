import { circle, type Circle } from '@clairiere/ritual/circle'
import { describe, expect, it } from 'vitest'
import { endForecast, minutesToCome, pausedMinutes } from './forecast.ts'
import { plannedEnd } from '../room/planned-end.ts'

const listed = (c: Circle, plannedMinutes: number) => {
  const itemId = c.did('cleo', {
    type: 'propose-item',
    kind: 'information',
    title: `${plannedMinutes}`,
    expectation: 'Écoute',
    plannedMinutes,
  })
  c.did('ada', { type: 'list-item', itemId })
  return itemId
}
const toAgenda = (c: Circle) => {
  if (c.board.now.phase !== 'agenda') c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
}
const now = (c: Circle) => Date.parse(c.now)
/** Closing and wrap-up of ninety minutes. */
const after = 9 + 4

describe('time to come', () => {
  it('adds what is left of the open item, the items listed and the phases after', () => {
    const c = circle('ada', 'ben', 'cleo')
    toAgenda(c)
    const first = listed(c, 10)
    listed(c, 20)
    expect(minutesToCome(c.board, now(c))).toBe(30 + after)
    c.did('ada', { type: 'open-item', itemId: first })
    c.at(4)
    expect(minutesToCome(c.board, now(c))).toBe(6 + 20 + after)
    expect(endForecast(c.board, now(c))).toBe(now(c) + (26 + after) * 60_000)
  })

  it('an overrun that was agreed counts, one that was not pushes the end by itself', () => {
    const c = circle('ada', 'ben', 'cleo')
    toAgenda(c)
    const itemId = listed(c, 10)
    c.did('ada', { type: 'open-item', itemId })
    c.at(15)
    expect(minutesToCome(c.board, now(c))).toBe(after)
    c.did('ada', { type: 'agree-overrun', itemId, minutes: 10 })
    expect(minutesToCome(c.board, now(c))).toBe(5 + after)
  })

  it('[A17] counts the steps as the group planned them: what is left of the present one, none for a part left out', () => {
    const c = circle('ada', 'ben', 'cleo')
    expect(minutesToCome(c.board, now(c))).toBe(5 + 9 + 5 + after)
    c.at(2)
    expect(minutesToCome(c.board, now(c))).toBe(3 + 9 + 5 + after)
    c.did('ada', { type: 'set-frame', frame: [], without: ['follow-up'], stepMinutes: { welcome: 10, closing: 20 } })
    expect(minutesToCome(c.board, now(c))).toBe(8 + 9 + 20 + 4)
    c.at(30)
    expect(minutesToCome(c.board, now(c))).toBe(9 + 20 + 4)
    expect(endForecast(c.board, now(c))).toBe(now(c) + 33 * 60_000)
  })

  it('[§2.4.3] a pause is not counted in what is left, and is said', () => {
    const c = circle('ada', 'ben', 'cleo')
    toAgenda(c)
    c.did('ada', { type: 'open-item', itemId: listed(c, 10) })
    c.at(3)
    c.did('ada', { type: 'pause' })
    c.at(4)
    c.did('ada', { type: 'resume' })
    c.at(1)
    expect(minutesToCome(c.board, now(c))).toBe(6 + after)
    expect(pausedMinutes(c.board, now(c))).toBe(4)
  })

  it('foretells nothing before the opening; the planned end follows the hour it was called for, then its opening', () => {
    const c = circle('ada', 'ben', 'cleo')
    const opened = c.board.meeting.openedAt
    if (opened === undefined) throw new Error('the circle is live')
    expect(plannedEnd(c.board)).toBe(Date.parse(opened) + 90 * 60_000)
    const { openedAt: _opened, ...before } = c.board.meeting
    expect(plannedEnd({ meeting: before })).toBe(Date.parse('2026-12-03T17:00:00Z') + 90 * 60_000)
    expect(plannedEnd({ meeting: { ...before, status: 'cancelled' } }), 'of a meeting that is not held').toBeNull()
    expect(plannedEnd({ meeting: { ...c.board.meeting, status: 'review' } }), 'of one that has ended').toBeNull()
    expect(endForecast({ ...c.board, meeting: { ...c.board.meeting, status: 'scheduled' } }, now(c))).toBeNull()
    expect(pausedMinutes(c.board, now(c))).toBe(0)
  })
})
