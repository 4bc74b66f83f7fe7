import { CalendarDays, Table2 } from 'lucide-react'
import { useLocale, useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { Button } from '../ui/button.tsx'
import { calendarOf, type CalendarDay } from './calendar-file.ts'
import { csvOf } from '@clairiere/minutes/csv'
import { takeFile } from './take-file.ts'

/** A register to take away: rows for a spreadsheet, and its days for a calendar where it has some [F10]. Asked for at the press, from what is then shown. */
export function Takeaway({
  name,
  rows,
  days,
}: {
  name: string
  rows: () => readonly (readonly string[])[]
  days?: () => readonly CalendarDay[]
}) {
  const t = useT('registers').take
  const locale = useLocale()
  const { clock } = useRoom()
  return (
    <div className="flex flex-wrap gap-x-6 pt-1">
      <Button kind="quiet" icon={Table2} onClick={() => takeFile(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(rows(), locale))}>
        {t.table}
      </Button>
      {days && (
        <Button
          kind="quiet"
          icon={CalendarDays}
          onClick={() => takeFile(`${name}.ics`, 'text/calendar;charset=utf-8', calendarOf(days(), clock.now()))}
        >
          {t.calendar}
        </Button>
      )}
    </div>
  )
}
