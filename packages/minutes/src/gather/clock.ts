import type { Instant } from '@clairiere/ritual'
import type { Day, Hour } from '../record/texts.ts'

/** The meeting's own clock [§2.9]. */
export interface Clock {
  day: (at: Instant) => Day
  hour: (at: Instant) => Hour
}

/** Throws on an unknown time zone. */
export const clockIn = (timezone: string): Clock => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const part = (at: Instant, ...names: Intl.DateTimeFormatPartTypes[]) => {
    const parts = format.formatToParts(new Date(at))
    return names.map((name) => parts.find((each) => each.type === name)?.value ?? '')
  }
  return { day: (at) => part(at, 'year', 'month', 'day').join('-'), hour: (at) => part(at, 'hour', 'minute').join(':') }
}

/** The whole minute of an instant, so that what is added up is what is printed (18:21 to 19:30 is 69). */
export const minuteOf = (at: Instant): number => Math.floor(Date.parse(at) / 60_000)
