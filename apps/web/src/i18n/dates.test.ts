import { describe, expect, test } from 'vitest'
import { makeDates } from './dates.ts'

const evening = Date.UTC(2026, 11, 3, 18, 6)

describe('French', () => {
  const fr = makeDates('fr', 'Europe/Paris')

  test('an hour is said with no-break spaces, in the zone of the meeting and not of the machine', () => {
    expect(fr.hour(evening)).toBe('19\u00A0h\u00A006')
    expect(makeDates('fr', 'America/Cayenne').hour(evening)).toBe('15\u00A0h\u00A006')
  })

  test('midnight is 0 h 00, never 24 h 00', () => {
    expect(fr.hour(Date.UTC(2026, 11, 3, 23, 0))).toBe('0\u00A0h\u00A000')
  })

  test('a day keeps its number with its month', () => {
    expect(fr.day(evening)).toBe('3\u00A0décembre 2026')
    expect(fr.weekday(evening)).toBe('jeudi 3\u00A0décembre 2026')
  })

  test('the first of a month is « 1er »', () => {
    expect(fr.shortDay(Date.UTC(2027, 0, 1, 12))).toBe('1er\u00A0janvier')
  })

  test('a day changes at the midnight of the meeting', () => {
    expect(fr.shortDay(Date.UTC(2026, 11, 31, 23, 30))).toBe('1er\u00A0janvier')
  })

  test('decimals have a comma', () => {
    expect(fr.number(3.84)).toBe('3,8')
    expect(fr.number(4)).toBe('4')
  })

  test.each([
    [8.9, '8\u00A0min'],
    [-2, '0\u00A0min'],
    [60, '1\u00A0h'],
    [95, '1\u00A0h\u00A035'],
  ])('%d minutes are %s', (count, said) => {
    expect(fr.minutes(count)).toBe(said)
  })
})

test('English hours and days', () => {
  const en = makeDates('en', 'Europe/Paris')
  expect(en.hour(evening)).toBe('19:06')
  expect(en.weekday(evening)).toBe('Thursday 3\u00A0December 2026')
  expect(en.number(3.84)).toBe('3.8')
})

test('an unknown zone is refused', () => {
  expect(() => makeDates('fr', 'Europe/Lustrac')).toThrow(RangeError)
})
