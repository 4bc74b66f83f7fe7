import { isOver, plannedSteps, stepsOf } from '@clairiere/ritual'
import { Check } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useDates, useT } from '../i18n/words.tsx'
import { agendaOf } from '../room/agenda-order.ts'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { joinClasses } from '../ui/join-classes.ts'
import { keepInSight } from '../ui/keep-in-sight.ts'
import { later } from '../ui/later.ts'
import { plannedEnd } from '../room/planned-end.ts'

const ProposeSheet = later(async () => (await import('./item-sheet.tsx')).ProposeSheet)

type Row = { id: string; label: string; state: 'done' | 'now' | 'next'; minutes: number | null; href: string | null }

/** The evening as one column: phases and items, what is done, what is now, what comes. Done ones lose their minutes, the present one gains ground. */
export function AgendaRail() {
  const t = useT('agenda')
  const dates = useDates()
  const { identity } = useRoom()
  const items = useBoard((board) => board.items)
  const phase = useBoard((board) => board.now.phase)
  const itemId = useBoard((board) => board.now.itemId)
  const meeting = useBoard((board) => board.meeting)
  const end = plannedEnd({ meeting })
  const [proposing, setProposing] = useState(false)
  const rows = useMemo(() => {
    const steps = stepsOf(meeting)
    // One that was cancelled has held none of them.
    const at = meeting.closedAt !== undefined ? steps.length : phase === null ? -1 : steps.indexOf(phase)
    const planned = new Map(plannedSteps(meeting).map(({ phase: step, minutes }) => [step, minutes]))
    // The end is read in the foot; a part left out is not walked through.
    return steps
      .filter((each) => each !== 'wrap-up' && (planned.has(each) || each === phase))
      .flatMap((each): readonly Row[] => {
        const index = steps.indexOf(each)
        const state = index < at ? 'done' : index === at ? 'now' : 'next'
        if (each !== 'agenda') {
          const minutes = state === 'done' ? null : (planned.get(each) ?? null)
          return [{ id: each, label: t.phases[each], state, minutes, href: null }]
        }
        return agendaOf(items).map((item, place) => ({
          id: item.id,
          label: t.number(place + 1, item.title),
          state: item.status === 'done' ? 'done' : item.id === itemId ? 'now' : 'next',
          minutes: item.status === 'done' ? null : item.plannedMinutes + item.overrunMinutes,
          href: pathTo(identity.meetingId, { id: 'item', itemId: item.id }),
        }))
      })
  }, [items, phase, itemId, meeting, identity.meetingId, t])
  return (
    <section>
      <div className="mb-2 flex items-baseline justify-between gap-3 px-6 text-second text-ink2">
        <h2 className="font-strong">{t.title}</h2>
        {end !== null && <span>{t.endsAt(dates.hour(end))}</span>}
      </div>
      <ol aria-label={t.title}>
        {rows.map((row) => (
          <RailRow key={row.id} row={row} />
        ))}
      </ol>
      {!isOver(meeting) && (
        <div className="px-6 ps-13 pt-1">
          <Button kind="quiet" className="text-second" onClick={() => setProposing(true)}>
            {t.form.propose}
          </Button>
        </div>
      )}
      {proposing && (
        <Suspense fallback={null}>
          <ProposeSheet open onClose={() => setProposing(false)} />
        </Suspense>
      )}
    </section>
  )
}

function RailRow({ row }: { row: Row }) {
  const t = useT('agenda')
  const inside = (
    <>
      <span className="flex h-[1lh] w-7 shrink-0 items-center">
        {row.state === 'done' && <Icon shape={Check} className="size-4.5 text-moss" />}
      </span>
      <span className="min-w-0 flex-1">
        {row.label}
        {row.state !== 'next' && <span className="sr-only">, {row.state === 'done' ? t.done : t.here}</span>}
      </span>
      {row.minutes !== null && <span className="shrink-0 ps-3 text-second tabular-nums">{t.minutes(row.minutes)}</span>}
    </>
  )
  const look = joinClasses(
    'relative flex items-start px-6 py-[11px] leading-5.5 -outline-offset-3!',
    row.state === 'now' && 'bg-soft font-chosen before:absolute before:inset-y-0 before:start-0 before:w-1 before:bg-moss',
    row.state === 'done' && 'text-ink2',
  )
  return (
    <li ref={row.state === 'now' ? keepInSight : undefined} aria-current={row.state === 'now' ? 'step' : undefined} className="scroll-my-2">
      {row.href === null ? (
        <div className={look}>{inside}</div>
      ) : (
        <Link href={row.href} className={look}>
          {inside}
        </Link>
      )}
    </li>
  )
}
