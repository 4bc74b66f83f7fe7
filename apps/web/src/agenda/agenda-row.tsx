import type { Item } from '@clairiere/ritual'
import { Link } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { joinClasses } from '../ui/join-classes.ts'
import { Tick } from '../ui/tick.tsx'

/** Minutes planned and held, in words. */
export const useMinutesOf = (): ((item: Item) => string) => {
  const t = useT('agenda')
  return (item) =>
    item.heldMinutes === undefined ? t.planned(item.plannedMinutes + item.overrunMinutes) : t.held(item.heldMinutes, item.plannedMinutes)
}

/** One item of the agenda: a tap leads to it. The current one gains a line and its word, never colour alone. */
export function AgendaRow({ item, number }: { item: Item; number: number }) {
  const t = useT('agenda')
  const labels = useLabels().agenda
  const names = useNames()
  const minutesOf = useMinutesOf()
  const { identity } = useRoom()
  const now = item.status === 'open' || item.status === 'paused'
  const second = [labels.kinds[item.kind].label, ...(item.carriers.length > 0 ? [names.list(item.carriers)] : [])]
  const state = now ? (item.status === 'paused' ? labels.statuses.paused : t.here) : item.status === 'done' ? t.done : ''
  return (
    <li>
      <Link
        href={pathTo(identity.meetingId, { id: 'item', itemId: item.id })}
        aria-current={now ? 'step' : undefined}
        className="flex min-h-16 items-start gap-3 py-3"
      >
        <span className="flex h-[1lh] items-center">
          <Tick state={item.status === 'done' ? 'tick' : now ? 'point' : 'empty'} />
        </span>
        <span className="min-w-0 flex-1">
          <span className={joinClasses('block', now ? 'font-chosen' : item.status === 'done' ? 'text-ink2' : 'font-strong')}>
            {t.number(number, item.title)}
          </span>
          <span className="block text-second text-ink2">{second.join(' · ')}</span>
          <span className="block text-second text-ink2">
            {[state, minutesOf(item), ...(item.urgency >= 4 && item.status === 'listed' ? [labels.urgencies[item.urgency]] : [])]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </Link>
    </li>
  )
}
