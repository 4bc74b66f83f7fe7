import type { Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Band } from '../ui/band.tsx'
import { Fact, Facts, useSayDay } from './facts.tsx'

/** The role a decision makes: name, mission, limits, until when, and who holds it or is asked. In an election the mission is the text above. */
export function RoleCard({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.card
  const names = useNames()
  const day = useSayDay()
  const { card, process } = decision
  if (!card) return null
  const { name, mission, limits, until, holder, accepted } = card
  return (
    <Facts label={t.title}>
      {process !== 'election' && <Fact label={t.name}>{name}</Fact>}
      {process !== 'election' && mission && <Fact label={t.mission}>{mission}</Fact>}
      {limits && <Fact label={t.limits}>{limits}</Fact>}
      <Fact label={t.until}>{day(until)}</Fact>
      {holder !== undefined && <Fact label={accepted ? t.heldBy : t.holder}>{names.full(holder)}</Fact>}
    </Facts>
  )
}

/** Asked of the person alone, on their own screen: they accept, or decline without a reason [§2.5-4, C6]. Somebody without a device answers through who writes for them. */
export function NominationAsked({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.acceptance
  const { me, facilitating } = useMine()
  const people = useBoard((board) => board.people)
  const written = useWrittenFor()
  const { card, status, process, step } = decision
  const holder = card?.holder
  if (!card || holder === undefined || card.accepted || status !== 'open') return null
  if (process === 'election' && step !== 'acceptance') return null
  const forOther = written.some(({ id }) => id === holder)
  if (holder !== me && !forOther) return null
  const who = { decisionId: decision.id, ...(holder === me ? {} : { personId: holder }) }
  return (
    <Band title={forOther ? `${t.asked} : ${people[holder]?.name ?? ''}` : t.asked}>
      <p>{t.askedText(card.name)}</p>
      <div className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-2">
        <ActButton act={{ type: 'accept-nomination', ...who }} kind={facilitating ? 'plain' : 'act'}>
          {t.accept}
        </ActButton>
        <ActButton act={{ type: 'decline-nomination', ...who }} kind="quiet">
          {t.decline}
        </ActButton>
      </div>
    </Band>
  )
}
