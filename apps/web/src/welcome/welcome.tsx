import type { Item } from '@clairiere/ritual'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { Explain } from '../room/explain.tsx'
import { agendaOf } from '../room/agenda-order.ts'
import { plannedEnd } from '../room/planned-end.ts'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useMine } from '../room/use-roles.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Title } from '../ui/page.tsx'
import { useWasSeen } from '../ui/use-was-seen.ts'
import { FrameSection } from './frame-section.tsx'

/** Before the opening and during the welcome: why, what from last time, who does what, under which frame. `offers` are roles asked of this person. */
export function Welcome({ offers, roles, lead }: { offers: ReactNode; roles: ReactNode; lead: ReactNode }) {
  const t = useT('welcome')
  const dates = useDates()
  const { identity } = useRoom()
  const meeting = useBoard((board) => board.meeting)
  const improvements = useBoard((board) => board.previous.improvements)
  const corrections = useBoard((board) => board.previous.corrections)
  const items = useBoard((board) => board.items)
  const agenda = useMemo(() => agendaOf(items), [items])
  const proposed = useMemo(() => Object.values(items).filter(({ status }) => status === 'proposed').length, [items])
  const end = useBoard((board) => plannedEnd({ meeting: board.meeting }))
  const frame = useRef<HTMLDivElement>(null)
  const live = meeting.status === 'live'
  const start = meeting.scheduledStart === undefined ? null : Date.parse(meeting.scheduledStart)
  if (meeting.status === 'cancelled') return <Title after={meeting.cancelled?.reason}>{t.cancelled}</Title>
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 laptop:mx-0">
      <Title
        large
        before={live ? t.title : t.before}
        after={
          <>
            {start !== null &&
              (meeting.title.includes(dates.day(start)) ? dates.hour(start) : t.opensAt(dates.weekday(start), dates.hour(start)))}
            {end !== null && `${start === null ? '' : ', '}${t.until(dates.hour(end))}`}
            {meeting.place && <span className="block">{meeting.place}</span>}
          </>
        }
      >
        {meeting.title}
      </Title>
      {meeting.purpose && (
        <p className="said-long text-proposal">
          <span className="sr-only">{t.purpose}, </span>
          <Explain text={meeting.purpose} />
        </p>
      )}
      {!live && <p className="text-ink2">{agenda.length + proposed > 0 ? t.waiting : `${t.waiting} ${t.toPrepare}`}</p>}
      {offers}
      {improvements.length > 0 && (
        <Section title={t.improvements}>
          <Lines>
            {improvements.map((text) => (
              <Line key={text}>
                <Explain text={text} />
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {corrections !== undefined && corrections.length > 0 && (
        <Section title={t.corrections}>
          <Lines>
            {corrections.map(({ place, after }, index) => (
              <Line key={`${index} ${place}`} title={place}>
                {t.toRead(after)}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {!meeting.without?.includes('roles') && <Section title={t.roles}>{roles}</Section>}
      <Section title={t.agenda} aside={t.items(agenda.length, proposed)}>
        <AgendaInShort items={agenda} />
        <LinkButton kind="link" href={pathTo(identity.meetingId, { id: 'agenda' })} className="self-start">
          {t.seeAgenda}
        </LinkButton>
      </Section>
      <div ref={frame} className="scroll-mt-4">
        <FrameSection />
      </div>
      <Agree frame={frame} />
      {lead}
    </div>
  )
}

/** What one agrees with besides the rules: what will be spoken of, and how long each is to take [B18]. */
function AgendaInShort({ items }: { items: readonly Item[] }) {
  const dates = useDates()
  const kinds = useLabels().agenda.kinds
  return (
    <ol className="flex flex-col gap-2 pt-3">
      {items.map((item) => (
        <li key={item.id} className="flex min-w-0 items-baseline justify-between gap-4">
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {item.title}
            <span className="block text-second text-ink2">{kinds[item.kind].label}</span>
          </span>
          <span className="shrink-0 text-second text-ink2">{dates.minutes(item.plannedMinutes)}</span>
        </li>
      ))}
    </ol>
  )
}

/** Agreeing with the frame stands under it: what one agrees with has been seen. It is the act of the moment for everyone but whoever leads; until it is in view, the foot leads to it. */
function Agree({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const t = useT('welcome')
  const act = useAct()
  const mine = useMine()
  const agreed = useBoard((board) => board.meeting.frameAgreed)
  const here = useBoard((board) => Object.values(board.people).filter((person) => person.presence === 'present').length)
  const may = useAllowed({ type: 'agree-frame' })
  const leads = mine.facilitating || (mine.facilitators.length === 0 && mine.isHost)
  const done = agreed.includes(mine.me)
  const press = () => void act({ type: 'agree-frame' })
  const place = useRef<HTMLDivElement>(null)
  const seen = useWasSeen(place)
  /** To the beginning of the frame; to its end for who has that in view already. */
  const lead = () => {
    const top = frame.current?.getBoundingClientRect().top ?? 0
    if (top > window.innerHeight / 2 || top < 0) frame.current?.scrollIntoView({ block: 'start' })
    else place.current?.scrollIntoView({ block: 'end' })
  }
  const asks = !leads && may.allowed && !done
  return (
    <div ref={place} className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center justify-between gap-x-6 text-ink2">
        <span>
          {done && `${t.youAgreed} `}
          {t.agreed(agreed.length, Math.max(here, agreed.length))}
        </span>
        {leads && may.allowed && !done && <Button onClick={press}>{t.agree}</Button>}
      </p>
      {asks && (
        <Button kind="act" wide onClick={press}>
          {t.agree}
        </Button>
      )}
      {asks && seen === false && (
        <ActOfMoment>
          <Button onClick={lead} className="mx-auto w-full max-w-160">
            {t.readFrame}
          </Button>
        </ActOfMoment>
      )}
    </div>
  )
}
