/** Offset of a time zone at an instant, in ms, from the platform's own tables. */
const offsetAt = (timezone: string, ms: number): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms)
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - Math.floor(ms / 1000) * 1000
}

/** The instant (ms) of a local day and hour, e.g. `('2026-12-03', '18:05', 'Europe/Paris')`. */
export const instantOf = (day: string, hour: string, timezone: string): number => {
  const asUtc = Date.parse(`${day}T${hour}:00Z`)
  return asUtc - offsetAt(timezone, asUtc - offsetAt(timezone, asUtc))
}

/** The local day of an instant. */
export const dayOf = (instant: string, timezone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(Date.parse(instant))
