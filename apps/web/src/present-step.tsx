import type { MeetingStatus, Phase } from '@clairiere/ritual'
import { type ReactNode, Suspense } from 'react'
import { useBoard } from './room/use-board.ts'
import { useMine } from './room/use-roles.ts'
import { Waiting } from './shell/waiting.tsx'
import { AgendaList } from './slots.tsx'
import { Weather } from './weather/weather.tsx'
import { later } from './ui/later.ts'

const ItemCentre = later(async () => (await import('./item-centre.tsx')).ItemCentre)
const LeadAct = later(async () => (await import('./lead.tsx')).Lead)
const Closing = later(async () => (await import('./closing/closing.tsx')).Closing)
const WrapUp = later(async () => (await import('./closing/wrap-up.tsx')).WrapUp)
const FollowUp = later(async () => (await import('./follow-up/follow-up.tsx')).FollowUp)
const MadeActions = later(async () => (await import('./agenda/item-actions.tsx')).MadeActions)
const WelcomeStep = later(async () => (await import('./welcome-step.tsx')).WelcomeStep)

/** The act of whoever leads, fetched by them alone, or by all where nobody does. */
function Lead({ demoted }: { demoted: boolean }) {
  const { facilitating, facilitators } = useMine()
  if (!facilitating && facilitators.length > 0) return null
  return (
    <Suspense fallback={null}>
      <LeadAct demoted={demoted} />
    </Suspense>
  )
}

const lead = (demoted = false): ReactNode => <Lead demoted={demoted} />

/**
 * « Now »: only the present step, by status and phase, with the act of whoever leads. Each step waits for its code by itself: were it to wait with the step
 * before, that one would stay, hidden, and a menu open in it would keep the whole page asleep.
 */
export function PresentStep() {
  const status = useBoard((board) => board.meeting.status)
  const phase = useBoard((board) => board.now.phase)
  return (
    <Suspense key={`${status} ${phase}`} fallback={<Waiting />}>
      <Step status={status} phase={phase} />
    </Suspense>
  )
}

function Step({ status, phase }: { status: MeetingStatus; phase: Phase | null }) {
  const itemId = useBoard((board) => board.now.itemId)
  if (status !== 'live') return <WelcomeStep lead={lead()} />
  switch (phase) {
    case 'weather':
      return <Weather lead={lead} />
    case 'follow-up':
      return <FollowUp lead={lead()} />
    case 'agenda':
      return (
        <>
          <Suspense key={itemId} fallback={<Waiting />}>
            {itemId === null ? <AgendaList /> : <ItemCentre itemId={itemId} led />}
          </Suspense>
          {lead()}
        </>
      )
    case 'closing':
      return <Closing lead={lead} />
    case 'wrap-up':
      return <WrapUp actionLines={<MadeActions />} lead={lead()} />
    default:
      return <WelcomeStep lead={lead()} />
  }
}
