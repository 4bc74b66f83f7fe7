import { isOver, itemKinds, type ItemKind } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { Link } from 'wouter'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useSayDay } from '../room/days.ts'
import type { ItemDraft } from './item-draft.ts'

const isKind = (kind: string | undefined): kind is ItemKind => itemKinds.some((known) => known === kind)
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Postponed here, and what former meetings left: taken up again by whoever wants to carry it. */
export function FutureBox({ onTake }: { onTake: (start: Partial<ItemDraft>) => void }) {
  const t = useT('agenda').later
  const { identity } = useRoom()
  const labels = useLabels().agenda
  const sayDay = useSayDay()
  const items = useBoard((board) => board.items)
  const former = useBoard((board) => board.previous.items)
  const over = useBoard(({ meeting }) => isOver(meeting))
  const postponed = useMemo(
    () =>
      Object.values(items)
        .filter(({ status }) => status === 'postponed')
        .toSorted((a, b) => a.position - b.position),
    [items],
  )
  const waiting = useMemo(() => {
    const known = new Set(Object.values(items).map(({ title }) => title))
    return former.filter(({ title }) => !known.has(title))
  }, [items, former])
  if (postponed.length + waiting.length === 0) return null
  return (
    <Section title={t.title}>
      <p className="pt-2 text-second text-ink2">{t.hint}</p>
      <Lines label={t.title}>
        {postponed.map((item) => (
          <Line
            key={item.id}
            title={
              <Link
                href={pathTo(identity.meetingId, { id: 'item', itemId: item.id })}
                className="reach underline decoration-line underline-offset-4"
              >
                {item.title}
              </Link>
            }
            second={`${labels.kinds[item.kind].label} · ${labels.statuses.postponed}`}
          />
        ))}
        {waiting.map(({ title, kind, from, towards, text, threadId }) => (
          <Line
            key={title}
            title={title}
            second={[...(isKind(kind) ? [labels.kinds[kind].label] : []), ...(isDay(from) ? [t.from(sayDay(from))] : [])].join(' · ')}
          >
            {!over && (
              <Button
                kind="link"
                onClick={() =>
                  onTake({
                    title,
                    ...(isKind(kind) ? { kind } : {}),
                    ...(towards === undefined ? {} : { towards }),
                    ...(text === undefined ? {} : { context: text }),
                    ...(threadId === undefined ? {} : { threadId }),
                  })
                }
              >
                {t.take}
              </Button>
            )}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
