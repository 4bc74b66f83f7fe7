/** What a clock on the wall of a zone shows at an instant: `YYYY-MM-DD` and `HH:MM`. */
export const hourIn = (at: number, timeZone: string): { day: string; hour: string } => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: `${part('hour')}:${part('minute')}` }
}

/** The instant (ms) at which the wall clock of a zone shows this day and hour, whatever the device's own zone; null when one is missing. */
export const instantIn = (day: string, hour: string, timeZone: string): number | null => {
  const wanted = Date.parse(`${day}T${hour}:00Z`)
  if (Number.isNaN(wanted)) return null
  // The offset is looked up twice, because the first guess may stand on the other side of a clock change.
  let at = wanted
  for (let turn = 0; turn < 2; turn++) {
    const shown = hourIn(at, timeZone)
    at += wanted - Date.parse(`${shown.day}T${shown.hour}:00Z`)
  }
  return at
}
