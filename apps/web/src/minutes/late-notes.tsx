import { lateWordsAt } from '@clairiere/ritual'
import { type ReactNode, useMemo } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Line, Lines } from '../ui/band.tsx'

/** In review, to the scribe: where words came after the end, typed without network or since, and when they were synced [§4.5]. Framed by the caller. */
export function LateNotes({ children }: { children: (list: ReactNode) => ReactNode }) {
  const t = useT('minutes').lateNotes
  const dates = useDates()
  const { roles } = useMine()
  const now = useBoard((board) => board.now)
  const items = useBoard((board) => board.items)
  const late = useMemo(() => lateWordsAt({ now }), [now])
  if (late.length === 0 || !roles.has('scribe')) return null
  return children(
    <>
      <p className="text-second text-ink2">{t.lead}</p>
      <Lines label={t.title}>
        {late.map(({ root, itemId, at }) => (
          <Line
            key={root}
            title={(itemId === null ? undefined : items[itemId]?.title) ?? t.wholeMeeting}
            second={t.synced(dates.shortDay(Date.parse(at)), dates.hour(Date.parse(at)))}
          />
        ))}
      </Lines>
    </>,
  )
}
