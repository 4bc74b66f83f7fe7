import type { Day, Instant } from './ids.ts'

/** The day of an instant in the meeting's own time zone, which everyone's day is counted in [§2.2]. Throws on an unknown zone. */
export const dayOf = (instant: Instant, timezone: string): Day => {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(instant),
  )
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Calendar arithmetic on days alone: no time zone, no hour that a clock change could eat. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when it comes before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export const isTimezone = (timezone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
