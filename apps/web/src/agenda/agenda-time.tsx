import { useDates, useT } from '../i18n/words.tsx'
import { useItemTime } from '../room/item-time.ts'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { TimeLine } from '../ui/time-line.tsx'
import { endForecast, pausedMinutes } from './forecast.ts'
import { MeetingTime } from './meeting-time.tsx'
import { Overrun } from './overrun.tsx'
import { StepTime } from './step-time.tsx'

/** The foot of the laptop's agenda: what is left of the item, what the step has taken, and when the evening ends at this pace. Pauses are not counted in what is left. */
export function AgendaTime() {
  const t = useT('agenda')
  const dates = useDates()
  const now = useRecordTime()
  const time = useItemTime()
  const itemId = useBoard((board) => board.now.itemId)
  const paused = useBoard((board) => pausedMinutes(board, now))
  const end = useBoard((board) => endForecast(board, now))
  if (end === null) return null
  return (
    <div className="flex flex-col gap-2">
      {time && itemId !== null && (
        <>
          {time.over ? (
            <Overrun itemId={itemId} />
          ) : (
            <p>
              <span className="said text-clock">{dates.minutes(time.left)}</span>{' '}
              <span className="text-second text-ink2">{t.leftOf(time.planned)}</span>
            </p>
          )}
          <TimeLine part={time.part} />
        </>
      )}
      {paused > 0 && <p className="text-second text-ink2">{t.pauseOut(paused)}</p>}
      <StepTime line={itemId === null} />
      <MeetingTime />
    </div>
  )
}
