import { dayOf, isWithoutNews, type Transmission } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** « Sans nouvelles depuis 34 jours » of what was sent to a structure and never answered [§2.4.7]; null while there is still time, or an answer. */
export const useNews = (): ((circuit: Transmission) => string | null) => {
  const t = useT('registers')
  const timezone = useBoard((board) => board.meeting.timezone)
  const today = dayOf(new Date(useRecordTime(60_000)).toISOString(), timezone)
  return (circuit) =>
    isWithoutNews(circuit, today) && circuit.sentOn !== undefined
      ? t.withoutNews(Math.round((Date.parse(today) - Date.parse(circuit.sentOn)) / DAY_MS))
      : null
}
