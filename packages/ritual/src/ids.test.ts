import * as v from 'valibot'
import { expect, test } from 'vitest'
import { circle } from './circle.ts'
import { DaySchema, InstantSchema, line } from './ids.ts'
import { NewMeetingSchema } from './seed.ts'

test.each(['2026-12-03T18:00:00Z', '2026-12-03T18:00:00.000+01:00', '2026-10-25T02:30:00+0200'])('%s is an instant', (instant) => {
  expect(v.is(InstantSchema, instant)).toBe(true)
})

test.each(['2026-12-03T18:00:00+02', '9999-12-31T23:59:59-14:00', '0000-01-01T00:00:00Z', '2026-12-03'])('%s is none', (instant) => {
  expect(v.is(InstantSchema, instant)).toBe(false)
  expect(v.is(NewMeetingSchema, { title: 'Réunion', scheduledStart: instant })).toBe(false)
  const c = circle('ada', 'ben')
  expect(c.refusal('ada', { type: 'set-next-meeting', date: instant })).toBe('malformed')
})

test('a day is one of the calendar', () => {
  expect(['2026-02-28', '2028-02-29', '2026-12-31'].every((day) => v.is(DaySchema, day))).toBe(true)
})

test.each(['2026-02-29', '2026-02-31', '2026-04-31', '2026-13-01', '2026-1-01', ''])('%j is none', (day) => {
  expect(v.is(DaySchema, day)).toBe(false)
  expect(v.safeParse(DaySchema, day).success).toBe(false)
})

test('a name shows something, and turns nobody else’s words round', () => {
  expect(v.parse(line(80), ' \u202eAda\u2069 ')).toBe('Ada')
  expect(['Zoé', 'محمد', '🌿', '3', '…'].every((name) => v.is(line(80), name))).toBe(true)
  expect(['', ' ', '\u200b', '\u200e\u200f', '\u202e', '\u2060\u00ad'].some((name) => v.is(line(80), name))).toBe(false)
})
