import { type ReactNode, useRef } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { Explain } from '../room/explain.tsx'
import { agendaOf } from '../room/agenda-order.ts'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
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
  const count = useBoard((board) => agendaOf(board.items).length)
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
      {!live && <p className="text-ink2">{count > 0 ? t.waiting : `${t.waiting} ${t.toPrepare}`}</p>}
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
      {!meeting.without?.includes('roles') && <Section title={t.roles}>{roles}</Section>}
      <FrameSection />
      <Agree />
      <Section title={t.agenda} aside={t.items(count)}>
        <LinkButton kind="link" href={pathTo(identity.meetingId, { id: 'agenda' })} className="self-start">
          {t.seeAgenda}
        </LinkButton>
      </Section>
      {lead}
    </div>
  )
}

/** Agreeing with the frame stands under it: what one agrees with has been seen. It is the act of the moment for everyone but whoever leads; until it is in view, the foot leads to it. */
function Agree() {
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
          <Button onClick={() => place.current?.scrollIntoView({ block: 'end' })} className="mx-auto w-full max-w-160">
            {t.readFrame}
          </Button>
        </ActOfMoment>
      )}
    </div>
  )
}
