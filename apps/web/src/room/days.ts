import { dayOf } from '@clairiere/ritual'
import type { Dates } from '../i18n/dates.ts'
import { useDates } from '../i18n/words.tsx'
import { useBoard } from './use-board.ts'
import { useRecordTime } from './use-clock.ts'

/** A calendar day (`YYYY-MM-DD`) as people say it; noon, so that no zone turns it into its neighbour. */
export const sayDay = (dates: Dates, day: string): string => dates.shortDay(Date.parse(`${day}T12:00:00Z`))

/** The same, ready to use. */
export const useSayDay = (): ((day: string) => string) => {
  const dates = useDates()
  return (day) => sayDay(dates, day)
}

/** Today in the meeting's own time zone, by the record's clock. */
export const useToday = (): string => {
  const now = useRecordTime()
  const timezone = useBoard((board) => board.meeting.timezone)
  return dayOf(new Date(now).toISOString(), timezone)
}
