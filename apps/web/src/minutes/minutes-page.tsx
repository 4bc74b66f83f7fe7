import { awaitedInReview, dayOf } from '@clairiere/ritual'
import { type ReactNode, useMemo } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { MySaved } from '../room/my-saved.tsx'
import { pathTo } from '../room/places.ts'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { Section } from '../ui/band.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Columns, SideSection } from '../ui/columns.tsx'
import { Header } from '../ui/header.tsx'
import { Page, Title } from '../ui/page.tsx'
import { Corrections } from './corrections.tsx'
import { Downloads } from './downloads.tsx'
import { Keys, ReviewBand, Sealed } from './keys.tsx'
import { LateNotes } from './late-notes.tsx'
import { LateWords } from './late-words.tsx'
import { LeftOut } from './left-out.tsx'
import { ForMeList } from './for-me-list.tsx'
import { MyWordsList } from './my-words-list.tsx'
import { Onward } from './onward.tsx'
import { Paper } from './paper.tsx'
import './paper.css'
import { Spread } from './spread.tsx'
import { circuitsOf } from './circuits-of.ts'
import { Circuits } from './transmit.tsx'
import { RIGHT_COLUMN, useMedia } from '../ui/use-media.ts'
import { useMyWords } from './use-my-words.ts'

type Part = (props: { title: string; aside?: ReactNode; children: ReactNode }) => ReactNode

/** One part of a phone's page, with the air a side column has by itself. */
const PhonePart: Part = ({ title, aside, children }) => (
  <Section title={title} aside={aside}>
    <div className="pt-3">{children}</div>
  </Section>
)

/** The state of the minutes in one sentence: the page's title. */
function useStateOfMinutes(): string {
  const t = useT('minutes').state
  const dates = useDates()
  const now = useRecordTime()
  const meeting = useBoard((board) => board.meeting)
  const awaited = useBoard((board) => awaitedInReview(board).length)
  const today = dayOf(new Date(now).toISOString(), meeting.timezone)
  if (meeting.status === 'sealed') return t.sealed(meeting.minutesVersion)
  if (meeting.status === 'live') return t.live
  if (meeting.status === 'cancelled') return t.cancelled
  if (meeting.status !== 'review' || !meeting.reviewUntil) return t.before
  return today > meeting.reviewUntil || awaited === 0 ? t.ready : t.review(dates.day(Date.parse(`${meeting.reviewUntil}T12:00:00Z`)))
}

function Takeaway({ Part, protect }: { Part: Part; protect: ReactNode }) {
  const t = useT('minutes')
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  return (
    <>
      <Part title={sealed ? t.leftOut.titleSealed : t.leftOut.title}>
        <LeftOut />
        {protect}
      </Part>
      <Part title={t.spread.title}>
        <Spread />
      </Part>
      <Part title={t.take.title}>
        <Downloads />
      </Part>
    </>
  )
}

function Mine({ Part }: { Part: Part }) {
  const t = useT('minutes')
  const entries = useMyWords()
  return (
    <Part title={t.mine.title} aside={t.mine.count(entries.length)}>
      <MyWordsList entries={entries} />
      <ForMeList />
      <Corrections />
    </Part>
  )
}

function Circuit({ Part }: { Part: Part }) {
  const t = useT('minutes').circuit
  const adopted = useBoard((board) => JSON.stringify(circuitsOf(board)))
  const { toSend, sent } = JSON.parse(adopted) as ReturnType<typeof circuitsOf>
  if (toSend.length + sent.length === 0) return null
  // One list: a decision that is transmitted stays where it stood, with the links that are shown there alone.
  return (
    <Part title={sent.length === 0 ? t.title : toSend.length === 0 ? t.titleSent : t.titleBoth}>
      <Circuits ids={[...toSend, ...sent]} />
    </Part>
  )
}

function Late({ Part }: { Part: Part }) {
  const t = useT('minutes').late
  return <LateWords>{(list) => <Part title={t.title}>{list}</Part>}</LateWords>
}

/** Once it is over this page is where everybody arrives: what is still open is one tap away. */
function Next({ Part, meetAgain }: { Part: Part; meetAgain: ReactNode }) {
  const t = useT('minutes').onward
  const status = useBoard((board) => board.meeting.status)
  const fixed = useBoard((board) => board.meeting.next !== undefined)
  if (status !== 'review' && status !== 'sealed') return null
  return (
    <>
      {(fixed || status === 'review') && <Part title={t.nextMeeting}>{meetAgain}</Part>}
      <Part title={t.title}>
        <Onward />
      </Part>
    </>
  )
}

function LateInReview({ Part }: { Part: Part }) {
  const t = useT('minutes').lateNotes
  return <LateNotes>{(list) => <Part title={t.title}>{list}</Part>}</LateNotes>
}

export type MinutesPageProps = { recovery?: ReactNode; protect?: ReactNode; meetAgain?: ReactNode }

/**
 * The page of the minutes: the sheet as it will be, what is left out said plainly, one's own words, the formats, the two keys. `recovery` lists what this device
 * could not deliver; it stands first. `protect` stands under what is left out, `meetAgain` is the next meeting.
 */
export function MinutesPage({ recovery, protect, meetAgain }: MinutesPageProps) {
  const t = useT('minutes')
  const brand = useT('shell').brand
  const meetingId = useBoard((board) => board.meeting.id)
  const status = useBoard((board) => board.meeting.status)
  const state = useStateOfMinutes()
  const entries = useMyWords()
  const texts = useMemo(() => entries.map(({ text }) => text).filter(Boolean), [entries])
  const wide = useMedia(RIGHT_COLUMN)
  const started = status === 'live' || status === 'review' || status === 'sealed'
  const header = (
    <Header
      brand={brand}
      title={state}
      phase={t.title}
      saved={<MySaved />}
      aside={
        (status === 'live' || !started) && (
          <LinkButton kind="link" href={pathTo(meetingId, { id: 'now' })} className="shrink-0">
            {t.back}
          </LinkButton>
        )
      }
    />
  )
  if (status === 'cancelled')
    return (
      <Page header={header}>
        <Title after={t.cancelled}>{state}</Title>
      </Page>
    )
  const paper = started ? <Paper mine={texts} /> : <p className="p-4 text-ink2">{t.before}</p>
  const closing = status === 'review' ? <Keys /> : null
  if (wide) {
    return (
      <Columns
        header={header}
        leftLabel={t.sides.left}
        rightLabel={t.sides.right}
        left={
          <div className="-mt-5">
            <Takeaway Part={SideSection} protect={protect} />
          </div>
        }
        right={
          <div className="flex min-h-full flex-col">
            <div className="flex-1">
              {status === 'review' && <SideSection title={t.title}>{<ReviewBand />}</SideSection>}
              {status === 'sealed' && <SideSection title={t.title}>{<Sealed />}</SideSection>}
              {status === 'sealed' && <Late Part={SideSection} />}
              {status === 'review' && <LateInReview Part={SideSection} />}
              {started && <Mine Part={SideSection} />}
              <Circuit Part={SideSection} />
              <Next Part={SideSection} meetAgain={meetAgain} />
            </div>
            <div className="sticky bottom-0">{closing}</div>
          </div>
        }
      >
        <div className="-mx-4 -my-4 min-h-full bg-sunk px-4 py-6 laptop:-mx-8 laptop:-my-5 laptop:px-8">
          <h1 className="sr-only">{state}</h1>
          <div className="mx-auto max-w-175 empty:hidden">{recovery}</div>
          {paper}
        </div>
      </Columns>
    )
  }
  return (
    <Page header={header}>
      <div className="flex flex-col gap-6">
        <h1 className="said text-title">{state}</h1>
        {recovery}
        {status === 'review' && <ReviewBand />}
        {status === 'sealed' && <Sealed />}
        {closing && <div className="-mx-4">{closing}</div>}
        {status === 'sealed' && <Late Part={PhonePart} />}
        {status === 'review' && <LateInReview Part={PhonePart} />}
        {/* In review one's own words are what is asked about: they come before the long sheet. */}
        {status === 'review' && <Mine Part={PhonePart} />}
        <div className="-mx-4 bg-sunk py-3 tablet:px-4">{paper}</div>
        {(status === 'live' || status === 'sealed') && <Mine Part={PhonePart} />}
        <Circuit Part={PhonePart} />
        <Next Part={PhonePart} meetAgain={meetAgain} />
        <Takeaway Part={PhonePart} protect={protect} />
      </div>
    </Page>
  )
}
