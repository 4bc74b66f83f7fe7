import { objectionsLeft } from '@clairiere/ritual'
import { useMemo, type ReactNode } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { useItemTime } from '../room/item-time.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { useNames } from '../room/use-names.ts'
import { Clock } from '../ui/clock.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { positionsOf, presentOf, textSize, versionOf, type Present } from './present.ts'
import { Sky } from './sky.tsx'
import { useDrawnToFit } from './use-drawn-to-fit.ts'
import { useJoinLink } from './use-join-link.ts'
import { WallPause } from './wall-pause.tsx'

const sizes = { aloud: 'text-aloud', middle: 'text-[1.75rem] leading-10', long: 'text-[1.5rem] leading-9' }

/** Text read aloud: yields to no ornament. */
function Aloud({ children }: { children: string }) {
  return <p className={`said-long max-w-[62ch] whitespace-pre-wrap ${sizes[textSize(children.length)]}`}>{children}</p>
}

function Heading({ before, children }: { before?: string | undefined; children: ReactNode }) {
  return (
    <div>
      {before && <p className="text-clock text-ink2">{before}</p>}
      <h1 className="said mt-2 text-name text-balance">{children}</h1>
    </div>
  )
}

/** A decision on the wall: its text; while positions are given, how many; once revealed, the outcome in words. */
function DecisionText({ decision }: { decision: NonNullable<Extract<Present, { kind: 'item' }>['decision']> }) {
  const t = useT('projector')
  const labels = useLabels()
  const round = decision.rounds.at(-1)
  const answered = useConfidences('answered', `${decision.id}:${round?.round ?? 0}`)[0]?.payload as
    | { count?: number; of?: number }
    | undefined
  const positions = positionsOf(decision)
  const { counts } = round ?? {}
  if (positions === 'revealed' && counts) {
    const left = round ? objectionsLeft(decision, round) : 0
    const title =
      left > 0
        ? t.objections(left)
        : counts.objection > 0
          ? t.takenBack(counts.objection)
          : counts['not-clear'] > 0
            ? t.unclear(counts['not-clear'])
            : t.nobody
    return (
      <>
        <p className="said text-name">{title}</p>
        <ul className="flex flex-wrap gap-x-10 gap-y-2 text-clock">
          {(['no-objection', 'concern', 'objection', 'not-clear', 'aside'] as const)
            .filter((id) => counts[id] > 0)
            .map((id) => (
              <li key={id}>
                {labels.deciding.positions[id].label} <span className="said text-head">{counts[id]}</span>
              </li>
            ))}
        </ul>
      </>
    )
  }
  return (
    <>
      {decision.status === 'adopted' && (
        <p className="said text-head">
          {t.adopted} · {decision.ref}
        </p>
      )}
      {positions === 'given' && (
        <p className="said text-head">
          {t.ask}{' '}
          {answered?.of !== undefined && <span className="font-text text-ink2">{t.answered(answered.count ?? 0, answered.of)}</span>}
        </p>
      )}
      <Aloud>{versionOf(decision).text}</Aloud>
    </>
  )
}

function Centre({ present }: { present: Present }) {
  const t = useT('projector')
  const phases = useT('live').phase
  const promptOf = usePrompts()
  const labels = useLabels()
  const names = useNames()
  const dates = useDates()
  const meeting = useBoard((board) => board.meeting)
  const people = useBoard((board) => board.people)
  switch (present.kind) {
    case 'turn':
      return (
        <>
          <p className="text-clock text-ink2">{t.floor}</p>
          <h1 className="said text-wall break-words">{names.first(present.personId)}</h1>
          {present.prompt && <p className="text-clock">{present.prompt}</p>}
          <p className="text-clock text-ink2">{t.listen}</p>
        </>
      )
    case 'item': {
      const { item, decision } = present
      const place = t.point(present.number, present.of)
      const step =
        decision?.status === 'open'
          ? t.version(labels.deciding.steps[decision.step].label, versionOf(decision).n)
          : labels.agenda.kinds[item.kind].label
      return (
        <>
          <Heading before={`${place} · ${step}`}>{item.title}</Heading>
          {decision ? <DecisionText decision={decision} /> : <Aloud>{[item.expectation, item.context].filter(Boolean).join('\n')}</Aloud>}
        </>
      )
    }
    case 'phase':
      return (
        <Heading before={present.phase === 'weather' ? phases.weather : meeting.title}>
          {present.phase === 'weather' ? promptOf('weather') : phases['follow-up']}
        </Heading>
      )
    case 'between':
      return <Heading before={present.next ? t.next : undefined}>{present.next?.title ?? meeting.title}</Heading>
    case 'closing':
      return (
        <>
          <Heading before={meeting.title}>{promptOf('closing')}</Heading>
          <p className="text-clock text-ink2">{t.listen}</p>
        </>
      )
    case 'over':
      return (
        <>
          <Heading before={meeting.title}>{t.closed}</Heading>
          <p className="text-clock text-ink2">
            {meeting.status === 'sealed'
              ? t.sealed
              : meeting.reviewUntil && t.review(dates.day(Date.parse(`${meeting.reviewUntil}T12:00:00Z`)))}
          </p>
        </>
      )
    case 'welcome':
      return (
        <>
          <Heading before={meeting.scheduledStart && dates.weekday(Date.parse(meeting.scheduledStart))}>{meeting.title}</Heading>
          <Aloud>{meeting.purpose}</Aloud>
          <p className="text-clock text-ink2">{t.here(Object.values(people).filter(({ presence }) => presence === 'present').length)}</p>
        </>
      )
  }
}

/** The wall: the present text large, a big clock, a square to join by, the sky of the group at the foot. No control, no private thing. */
export function Projector() {
  const t = useT('projector')
  const dates = useDates()
  const now = useRecordTime()
  const board = useBoard((current) => current)
  const present = useMemo(() => presentOf(board), [board])
  const time = useItemTime()
  const link = useJoinLink()
  const welcome = present.kind === 'welcome'
  const phase = board.now.phase
  const wall = useDrawnToFit(present)
  return (
    <div className="flex min-h-dvh">
      <div ref={wall} className="flex w-full min-w-0 flex-col gap-6 p-6 tablet:p-12">
        <main className={`grid flex-1 gap-x-12 gap-y-8 ${welcome ? 'tablet:grid-cols-2' : 'tablet:grid-cols-[1fr_auto]'}`}>
          <div className="flex min-w-0 flex-col gap-6">
            <Centre present={present} />
          </div>
          <div className="flex flex-col items-start gap-6 tablet:items-end">
            <div className="tablet:text-end">
              <Clock at={now} size="wall" />
              {time && <p className="mt-2 text-clock text-ink2">{time.over ? t.over : t.left(dates.minutes(time.left))}</p>}
            </div>
            {link && (
              <div className={`flex flex-col gap-3 ${welcome ? 'w-full items-center' : 'tablet:w-60'}`}>
                <QrCode text={link} label={t.join} className={welcome ? 'aspect-square w-full max-w-[min(50vh,28rem)]' : 'size-60'} />
                <p className="text-act">{welcome ? t.joinHere : t.join}</p>
                {welcome && <p className="max-w-full text-center text-second break-all text-ink2">{link}</p>}
              </div>
            )}
            {!link && welcome && <p className="max-w-100 text-clock text-ink2">{t.joinLater}</p>}
          </div>
        </main>
        {phase !== 'closing' && phase !== 'wrap-up' && board.meeting.status === 'live' && <Sky />}
      </div>
      <WallPause />
    </div>
  )
}
