import { addDays, type Day } from '@clairiere/ritual'

/** A day to keep: an action due, a decision to read again. `id` stays the same from one export to the next, so that a calendar replaces and does not double. */
export interface CalendarDay {
  id: string
  day: Day
  title: string
  text?: string
}

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r?\n/g, '\\n')
const plain = (day: Day): string => day.replaceAll('-', '')
const encoder = new TextEncoder()

/** RFC 5545 § 3.1: at most 75 octets a line; what follows begins with a space. A letter is never cut in two. */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const letter of line) {
    const octets = encoder.encode(letter).length
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += letter
    size += octets
  }
  return [...parts, part].join('\r\n ')
}

/** Whole days as a calendar file (RFC 5545). `at`: when it was made, in ms. */
export const calendarOf = (days: readonly CalendarDay[], at: number): string => {
  const stamp = `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const events = days.flatMap(({ id, day, title, text }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    ...(text === undefined ? [] : [`DESCRIPTION:${escaped(text)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Clairiere//Registres//FR', ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n')
}
