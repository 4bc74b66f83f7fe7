import { BookOpen, List } from 'lucide-react'
import { useMemo } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { useToday } from '../room/days.ts'
import { pathTo } from '../room/places.ts'
import { useBoard } from '../room/use-board.ts'
import { Line, Lines } from '../ui/band.tsx'
import { LinkButton } from '../ui/button.tsx'
import { openAfter } from './open-after.ts'

/** After the end: what may still be reacted to or advised on, each with its last day, and the ways to the items and the registers [D2, A11]. */
export function Onward() {
  const t = useT('minutes').onward
  const dates = useDates()
  const today = useToday()
  const meetingId = useBoard((board) => board.meeting.id)
  const board = useBoard((whole) => whole)
  const open = useMemo(() => openAfter(board, today), [board, today])
  return (
    <div className="flex flex-col items-start">
      {open.length > 0 && (
        <div className="w-full">
          <Lines label={t.open}>
            {open.map(({ id, kind, title, until, place }) => (
              <Line key={id} title={title} second={until && t.until(dates.day(Date.parse(`${until}T12:00:00Z`)))}>
                <LinkButton kind="link" href={pathTo(meetingId, place)}>
                  {t[kind]}
                </LinkButton>
              </Line>
            ))}
          </Lines>
        </div>
      )}
      <LinkButton kind="link" icon={List} href={pathTo(meetingId, { id: 'agenda' })}>
        {t.items}
      </LinkButton>
      <LinkButton kind="link" icon={BookOpen} href={pathTo(meetingId, { id: 'registers' })}>
        {t.registers}
      </LinkButton>
    </div>
  )
}
