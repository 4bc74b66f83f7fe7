import type { Day, Hour } from '../record/texts.ts'

/** The parts of a `YYYY-MM-DD`, with the weekday (0 = Sunday): a day has no zone, so UTC serves for the count. */
export const partsOf = (day: Day) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() }
}

export const splitHour = (hour: Hour): [string, string] => [hour.slice(0, 2), hour.slice(3)]

const frenchDays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const frenchMonths = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const englishDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Dates and hours of one language, spelled out here rather than by ICU: sealed bytes may not change with a runtime's data [§2.5-22]. */
export interface Calendar {
  /** « 3 décembre 2026 » */
  day: (day: Day) => string
  /** « jeudi 3 décembre 2026 » */
  weekday: (day: Day) => string
  /** « du 3 au 10 décembre », the month and the year said once when shared; the year left out when it is `known`. */
  span: (from: Day, to: Day, known: Day) => string
  /** « 18 h 00 » */
  hour: (hour: Hour) => string
  /** « 20 h 39 », of a number of minutes. */
  duration: (minutes: number) => string
}

const calendar = (
  names: { days: string[]; months: string[] },
  write: {
    date: (date: number) => string
    range: (from: string, to: string) => string
    one: (day: string) => string
    hour: Calendar['hour']
    duration: Calendar['duration']
  },
): Calendar => {
  const month = (day: Day) => names.months[partsOf(day).month - 1]!
  const date = (day: Day) => write.date(partsOf(day).date)
  const year = (day: Day) => partsOf(day).year
  const day = (each: Day) => `${date(each)} ${month(each)} ${year(each)}`
  return {
    day,
    weekday: (each) => `${names.days[partsOf(each).weekday]!} ${day(each)}`,
    span: (from, to, known) => {
      const sameYear = year(from) === year(to)
      const end = sameYear && year(to) === year(known) ? `${date(to)} ${month(to)}` : day(to)
      if (from === to) return write.one(end)
      if (!sameYear) return write.range(day(from), end)
      return write.range(month(from) === month(to) ? date(from) : `${date(from)} ${month(from)}`, end)
    },
    hour: write.hour,
    duration: write.duration,
  }
}

const padded = (minutes: number) => String(minutes % 60).padStart(2, '0')

export const frenchCalendar = calendar(
  { days: frenchDays, months: frenchMonths },
  {
    date: (date) => (date === 1 ? '1er' : String(date)),
    range: (from, to) => `du ${from} au ${to}`,
    one: (day) => `du ${day}`,
    hour: (hour) => splitHour(hour).join(' h '),
    duration: (minutes) => `${Math.floor(minutes / 60)} h ${padded(minutes)}`,
  },
)

export const englishCalendar = calendar(
  { days: englishDays, months: englishMonths },
  {
    date: String,
    range: (from, to) => `from ${from} to ${to}`,
    one: (day) => `of ${day}`,
    hour: (hour) => hour,
    duration: (minutes) => `${Math.floor(minutes / 60)} h ${padded(minutes)}`,
  },
)
