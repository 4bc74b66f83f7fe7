import type { Locale } from './locale.ts'

const NO_BREAK = '\u00A0'

/** How times, days and numbers are said in one language and one time zone. Instants are in ms since 1970. */
export type Dates = {
  readonly locale: Locale
  readonly timeZone: string
  /** « 19 h 06 », "19:06" */
  hour(at: number): string
  /** « 3 décembre 2026 », "3 December 2026" */
  day(at: number): string
  /** « 3 décembre », "3 December" */
  shortDay(at: number): string
  /** « jeudi 3 décembre 2026 », "Thursday 3 December 2026" */
  weekday(at: number): string
  /** « 8 min », « 1 h 30 », "1 h 30"; whole minutes, rounded down, never below zero */
  minutes(count: number): string
  /** « 3,8 », "3.8": at most `digits` decimals (one by default) */
  number(value: number, digits?: number): string
  /** The instant for `<time dateTime>` */
  iso(at: number): string
}

/** Formatters are costly to make: one `Dates` serves a whole screen. Throws RangeError on a time zone the device does not know. */
export function makeDates(locale: Locale, timeZone: string): Dates {
  const parts = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const read = (at: number) => {
    const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
    for (const part of parts.formatToParts(at)) found[part.type] = part.value
    return { weekday: '', day: '', month: '', year: '', hour: '', minute: '', ...found }
  }
  const shortDay = (at: number) => {
    const { day, month } = read(at)
    return `${locale === 'fr' && day === '1' ? '1er' : day}${NO_BREAK}${month}`
  }
  const day = (at: number) => `${shortDay(at)} ${read(at).year}`
  return {
    locale,
    timeZone,
    shortDay,
    day,
    hour(at) {
      const { hour, minute } = read(at)
      return locale === 'fr' ? `${Number(hour)}${NO_BREAK}h${NO_BREAK}${minute}` : `${hour}:${minute}`
    },
    weekday: (at) => `${read(at).weekday} ${day(at)}`,
    minutes(count) {
      const whole = Math.max(0, Math.floor(count))
      if (whole < 60) return `${whole}${NO_BREAK}min`
      const rest = whole % 60
      return `${Math.floor(whole / 60)}${NO_BREAK}h${rest ? `${NO_BREAK}${String(rest).padStart(2, '0')}` : ''}`
    },
    number: (value, digits = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    iso: (at) => new Date(at).toISOString(),
  }
}

/** The device's own zone: what hours are said in outside a meeting. */
export function deviceZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
