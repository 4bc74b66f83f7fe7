import { isOver } from '@clairiere/ritual'
import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { agendaOf, proposalsIn } from '../room/agenda-order.ts'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { isNotMine } from '../room/act-button.tsx'
import { useAnnounce } from '../ui/live-region.tsx'
import { EmptyState, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Title } from '../ui/page.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { AgendaRow } from './agenda-row.tsx'
import { ArrangeRow, placedAt } from './arrange-row.tsx'
import { FutureBox } from './future-box.tsx'
import type { ItemDraft } from './item-draft.ts'
import { MeetingTime } from './meeting-time.tsx'
import { ProposeSheet } from './item-sheet.tsx'
import { ProposalRow } from './proposal-row.tsx'
import { StepTime } from './step-time.tsx'
import { useDragOrder } from './use-drag-order.ts'

/** The whole agenda: what is listed, what is proposed, what waits for another time; to read, to add to, to put in order. */
export function AgendaList() {
  const t = useT('agenda')
  const dates = useDates()
  const items = useBoard((board) => board.items)
  const agenda = useMemo(() => agendaOf(items), [items])
  const proposals = useMemo(() => proposalsIn(items), [items])
  const [proposing, setProposing] = useState<Partial<ItemDraft> | null>(null)
  const [arranging, setArranging] = useState(false)
  const ids = agenda.map(({ id }) => id)
  const ordering = useAllowed({ type: 'order-items', ids })
  // After the end the list is only read: nothing comes to it any more, nothing changes place.
  const over = useBoard(({ meeting }) => isOver(meeting))
  const mayOrder = !over && agenda.length > 0 && (ordering.allowed || !isNotMine(ordering.code))
  const list = useRef<HTMLOListElement>(null)
  const act = useAct()
  const announce = useAnnounce()
  const drag = useDragOrder(list, (from, to) => void dropped(from, to))
  const dropped = async (from: number, to: number) => {
    const moved = agenda[from]
    const sent = await act({ type: 'order-items', ids: [...placedAt(ids, from, to)] })
    if (sent.ok && moved) announce(t.arrange.moved(moved.title, to + 1, ids.length))
  }
  const total = agenda.reduce((sum, item) => sum + item.plannedMinutes, 0)
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 laptop:mx-0">
      <div className="flex items-end justify-between gap-4">
        <Title {...(agenda.length > 0 ? { after: t.summary(agenda.length, dates.minutes(total)) } : {})}>{t.title}</Title>
        {mayOrder && (
          <Button kind="link" aria-pressed={arranging} onClick={() => setArranging(!arranging)}>
            {arranging ? t.arrange.stop : t.arrange.start}
          </Button>
        )}
      </div>
      <div className="-mt-4 laptop:hidden">
        <StepTime />
        <MeetingTime />
      </div>
      {agenda.length === 0 && proposals.length === 0 && <EmptyState>{t.nothing}</EmptyState>}
      {agenda.length > 0 && (
        <ol ref={list} aria-label={t.title} className="-mt-3 divide-y divide-line border-y border-line">
          {agenda.map((item, index) =>
            arranging && mayOrder ? (
              <ArrangeRow
                key={item.id}
                item={item}
                ids={ids}
                index={index}
                handle={drag.handle(index)}
                dragged={drag.dragged?.from === index}
                target={drag.dragged !== null && drag.dragged.to === index && drag.dragged.from !== index}
              />
            ) : (
              <AgendaRow key={item.id} item={item} number={index + 1} />
            ),
          )}
        </ol>
      )}
      {arranging && mayOrder && <p className="-mt-3 hidden text-second text-ink2 laptop:block">{t.arrange.hint}</p>}
      {!over && (
        <Button icon={Plus} wide onClick={() => setProposing({})}>
          {t.form.propose}
        </Button>
      )}
      {proposals.length > 0 && (
        <Section title={t.proposals.title}>
          <Lines label={t.proposals.title}>
            {proposals.map((item) => (
              <ProposalRow key={item.id} item={item} />
            ))}
          </Lines>
          <SeenBy>{t.proposals.seenBy}</SeenBy>
        </Section>
      )}
      <FutureBox onTake={setProposing} />
      {proposing && <ProposeSheet key={proposing.title ?? ''} open start={proposing} onClose={() => setProposing(null)} />}
    </div>
  )
}
