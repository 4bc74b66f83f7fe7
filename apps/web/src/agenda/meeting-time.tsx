import { useDates, useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { endForecast, minutesToCome } from './forecast.ts'

/** The meeting's own time: spent of what was planned, what is still to come, and when it ends at this pace. */
export function MeetingTime() {
  const all = useT('agenda')
  const t = all.items.time
  const dates = useDates()
  const now = useRecordTime()
  const openedAt = useBoard((board) => board.meeting.openedAt)
  const planned = useBoard((board) => board.meeting.plannedMinutes)
  const toCome = useBoard((board) => minutesToCome(board, now))
  const end = useBoard((board) => endForecast(board, now))
  if (end === null || openedAt === undefined) return null
  return (
    <p className="text-second text-ink2">
      {t.meeting(Math.max(0, Math.floor((now - Date.parse(openedAt)) / 60_000)), planned, toCome)} {all.atThisPace(dates.hour(end))}
    </p>
  )
}
