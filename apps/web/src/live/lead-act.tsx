import { circleSize, isUntreated, SMALL_CIRCLE_MAX, type Id, type RoleId } from '@clairiere/ritual'
import { type ReactNode, Suspense, useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton, isNotMine } from '../room/act-button.tsx'
import { useRoom } from '../room/room.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { useMine } from '../room/use-roles.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Button } from '../ui/button.tsx'
import { later } from '../ui/later.ts'
import { Convene } from './convene.tsx'
import { textAwaitedOf } from './awaited.ts'
import { actOf, nextStep, type NextStep } from './next-step.ts'
import { NoLead, PassLead } from './no-lead.tsx'
import { PickTurn } from './pick-turn.tsx'
import { StepPast } from './step-past.tsx'
import { WaysAside } from './ways-aside.tsx'

const CloseMeeting = later(async () => (await import('./close-meeting.tsx')).CloseMeeting)

/** What to say above a step's button, and the verb on it. */
function useWording(): (step: NextStep) => { verb: string; text: string } {
  const t = useT('live').leads
  const names = useNames()
  const labels = useLabels().people.roles
  const here = useBoard((board) => Object.values(board.people).filter((person) => person.presence === 'present').length)
  const whispered = useBoard((board) => circleSize(board) > SMALL_CIRCLE_MAX)
  const agreed = useBoard((board) => board.meeting.frameAgreed.length)
  const roles = useBoard((board) => board.roles)
  /** What the welcome still waits for; it never holds anybody back. */
  const welcomeText = () => {
    const asked = [...new Set(Object.values(roles).flatMap((seat) => seat.offers.map(({ personId }) => personId)))]
    return asked.length > 0 ? t.awaitsAnswer(names.list(asked)) : t.frameAgreed(Math.min(agreed, here), here)
  }
  return (step) => {
    switch (step.kind) {
      case 'convene':
        return { verb: t.convene, text: t.conveneText }
      case 'open':
        return { verb: t.open, text: t.openText(here) }
      case 'resume':
        return { verb: t.resume, text: t.resumeText }
      case 'phase':
        return { verb: t.toPhase[step.to], text: step.from === 'welcome' || step.from === null ? welcomeText() : t.phaseDone[step.from] }
      case 'roles':
        return { verb: t.offerRoles, text: t.rolesText(step.missing.map((role) => labels[role].label)) }
      case 'pick-turn':
        return { verb: t.pickTurn, text: t.pickTurnText(step.left) }
      case 'start-round':
        if (step.mode === 'simultaneous') return { verb: t.startWritten, text: t.startWrittenText }
        return step.round === 'weather'
          ? { verb: t.startWeather, text: t.startWeatherText }
          : { verb: t.startClosing, text: t.startClosingText }
      case 'end-turn':
        return { verb: t.nextTurn, text: t.nextTurnText(names.first(step.personId), step.left) }
      case 'start-turn':
        return { verb: t.startTurn, text: t.startTurnText }
      case 'end-round':
        if (step.quiet) return { verb: t.endQuiet, text: t.endQuietText }
        return { verb: t.endRound, text: step.heard > 0 ? t.endRoundText(step.heard, step.of) : t.endWrittenText }
      case 'open-item':
        return { verb: t.openItem, text: `${t.openItemText} ${step.item.title}` }
      case 'resume-item':
        return { verb: t.resumeItem, text: step.item.title }
      // Said by the item's own foot.
      case 'close-item':
        return { verb: '', text: '' }
      case 'close':
        return { verb: t.close, text: t.closeText(whispered) }
    }
  }
}

type LeadActProps = {
  demoted?: boolean
  /** The whole foot of an open item, around the ways aside. */
  itemFoot: (itemId: Id, aside: ReactNode) => ReactNode
  /** The circle's own sheet, in which roles are proposed; or the card of one, to pass it on. */
  rolesSheet: (onClose: () => void, role?: RoleId) => ReactNode
}

/**
 * The one obvious next act of whoever leads [I9]: the facilitation, or the host until somebody has accepted it. `demoted` when the person's own act is the filled one;
 * an open item is led by the agenda's own foot, which knows what its kind owes.
 */
export function LeadAct({ demoted = false, itemFoot, rolesSheet }: LeadActProps) {
  const t = useT('live').leads
  const care = useT('signals').care
  const mine = useMine()
  const board = useBoard((whole) => whole)
  const step = useMemo(() => nextStep(board), [board])
  const promptOf = usePrompts()
  const wording = useWording()
  const claim = useAllowed({ type: 'claim-role', role: 'facilitator' })
  const names = useNames()
  const writers = useMemo(() => textAwaitedOf(board), [board])
  const [asking, setAsking] = useState<'close' | 'convene' | 'roles' | 'pass' | 'pick-turn' | null>(null)
  const leads = mine.facilitating || (mine.facilitators.length === 0 && mine.isHost)
  const leaderless = mine.facilitators.length === 0
  const mayLead = claim.allowed || !isNotMine(claim.code)
  if (!leads && step?.kind === 'open') return leaderless ? <OpenAlone /> : null
  if (!leads && !(leaderless && mayLead && board.meeting.status === 'live')) return null
  // Convening is no power in the meeting: once it is open, somebody must take the facilitation before anything moves [§2.6].
  if (leaderless && board.meeting.status === 'live')
    return (
      <ActOfMoment>
        <div className="order-last mx-auto flex w-full max-w-160 flex-wrap items-center justify-end gap-x-6 gap-y-2 laptop:max-w-none">
          <div className="min-w-50 flex-1">
            <Suspense fallback={null}>
              <NoLead />
            </Suspense>
          </div>
          <WaysAside step={null} />
          <ActButton
            act={{ type: 'claim-role', role: 'facilitator' }}
            kind={demoted || !mine.isHost ? 'plain' : 'act'}
            className="grow tablet:grow-0"
          >
            {t.takeLead}
          </ActButton>
        </div>
      </ActOfMoment>
    )
  // Somebody else's act comes first (a carrier's text, a signal): it is said whose, and the ways aside stay.
  if (!step)
    return (
      board.meeting.status === 'live' && (
        <ActOfMoment>
          {/* Before the filled button of the item; where nothing is said here, what the item says beside it has the width. */}
          <div className={`order-3 flex justify-end ${writers.length > 0 ? 'grow items-center gap-x-6 gap-y-2' : ''}`}>
            {writers.length > 0 && <p className="min-w-50 flex-1">{t.awaitsText(names.list(writers))}</p>}
            <WaysAside step={null} />
          </div>
        </ActOfMoment>
      )
    )
  // Until every signal is settled the item would not close: said here, and not once the closing sheet is filled in [§2.5-13].
  if (step.kind === 'close-item' && Object.values(board.signals).some(isUntreated))
    return (
      <ActOfMoment>
        <div className="order-last mx-auto flex w-full max-w-160 flex-wrap items-center justify-end gap-x-6 gap-y-2 laptop:max-w-none">
          <p className="min-w-50 flex-1">{care.itemWaits}</p>
          <WaysAside step={step} />
        </div>
      </ActOfMoment>
    )
  if (step.kind === 'close-item') return <ActOfMoment>{itemFoot(step.item.id, <WaysAside step={step} />)}</ActOfMoment>
  const { verb, text } = wording(step)
  const kind = demoted ? 'plain' : 'act'
  const act = actOf(step, step.kind === 'start-round' ? promptOf(step.round) : '')
  const asks = step.kind === 'close' || step.kind === 'convene' || step.kind === 'roles' || step.kind === 'pick-turn' ? step.kind : null
  return (
    <>
      <ActOfMoment>
        <div className="order-last mx-auto flex w-full max-w-160 flex-wrap items-center justify-end gap-x-6 gap-y-2 laptop:max-w-none">
          <div className={`min-w-50 flex-1 ${demoted ? 'max-tablet:hidden' : ''}`}>
            <p>{text}</p>
            <Suspense fallback={null}>
              <StepPast />
              {step.kind === 'open-item' && mine.facilitating && <PassLead onPass={() => setAsking('pass')} />}
            </Suspense>
          </div>
          <WaysAside step={step} />
          {step.kind === 'roles' && (
            <ActButton act={{ type: 'set-phase', from: board.now.phase, to: step.to }}>{t.toPhase[step.to]}</ActButton>
          )}
          {act ? (
            <ActButton act={act} kind={kind} className="grow tablet:grow-0">
              {verb}
            </ActButton>
          ) : (
            <Button kind={kind} onClick={() => setAsking(asks)} className="grow tablet:grow-0">
              {verb}
            </Button>
          )}
        </div>
      </ActOfMoment>
      {asking === 'close' && (
        <Suspense fallback={null}>
          <CloseMeeting onClose={() => setAsking(null)} />
        </Suspense>
      )}
      <Convene open={asking === 'convene'} onClose={() => setAsking(null)} />
      {asking === 'roles' && rolesSheet(() => setAsking(null))}
      {asking === 'pass' && rolesSheet(() => setAsking(null), 'facilitator')}
      {asking === 'pick-turn' && <PickTurn onClose={() => setAsking(null)} />}
    </>
  )
}

/** Five minutes after the announced start anyone may open, when nobody leads [§4.6]. Before, nothing is offered. */
function OpenAlone() {
  const t = useT('live').leads
  const link = useRoom()
  // Asked again each minute: what was too early is then allowed, though nothing on the board has changed.
  useRecordTime()
  if (link.foresee({ type: 'open' })?.ok !== true) return null
  return (
    <ActOfMoment>
      <div className="order-last mx-auto flex w-full max-w-160 flex-wrap items-center justify-end gap-x-6 gap-y-2 laptop:max-w-none">
        <p className="min-w-50 flex-1">{t.openAloneText}</p>
        <ActButton act={{ type: 'open' }}>{t.openAlone}</ActButton>
      </div>
    </ActOfMoment>
  )
}
