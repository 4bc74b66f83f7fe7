import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendar-file.ts'
import { csvOf } from '@clairiere/minutes/csv'

describe('[F10] registers as files', () => {
  test('a spreadsheet reads rows, quotes and line ends, and takes no text for a formula', () => {
    expect(
      csvOf(
        [
          ['Quoi', 'Qui'],
          ['Dire « oui »; "non"', '=HYPERLINK(1)'],
          ['deux\nlignes', ''],
        ],
        'fr',
      ),
    ).toBe('\uFEFFQuoi;Qui\r\n"Dire « oui »; ""non""";\'=HYPERLINK(1)\r\n"deux\nlignes";\r\n')
    expect(csvOf([['a,b', 'c']], 'en')).toBe('\uFEFF"a,b",c\r\n')
  })
  test('a calendar reads whole days, with a line never over 75 octets and no letter cut', () => {
    const file = calendarOf(
      [{ id: 'A-034@m', day: '2026-12-31', title: `Écrire, relire; ${'é'.repeat(60)}`, text: 'a\nb' }],
      Date.parse('2026-12-03T18:05:00Z'),
    )
    expect(file).toContain('DTSTAMP:20261203T180500Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(file).toContain('DESCRIPTION:a\\nb\r\n')
    for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:Écrire\\, relire\\; ${'é'.repeat(60)}\r\n`)
  })
})
