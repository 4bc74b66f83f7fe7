import { currentRound, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Section } from '../ui/band.tsx'
import { Ballots, MyBallot } from './ballots.tsx'
import { FeelingsRound } from './feelings-round.tsx'
import { Improvements } from './improvements.tsx'
import { Amending, Integration } from './integration.tsx'
import { LateObjection } from './late-objection.tsx'
import { ProposedPerson } from './proposed-person.tsx'
import { ResponsibleAbsent } from './responsible-absent.tsx'
import { Summaries, Summary } from './summary.tsx'
import { useOwner } from './use-owner.ts'

/** What this step is about, below the text. */
export function DecisionStep({ decision }: { decision: Decision }) {
  const t = useT('decisions')
  const labels = useLabels()
  const round = currentRound(decision)
  switch (decision.step) {
    case 'listening':
    case 'proposal':
      return <Amending decision={decision} turn={false} />
    case 'clarification':
      return (
        <>
          <p className="text-ink2">{labels.deciding.steps.clarification.hint}</p>
          <ActButton act={{ type: 'ask-floor', kind: 'clarification' }} className="self-start">
            {t.askClarification}
          </ActButton>
          <Summary decision={decision} step="clarification" />
          <Amending decision={decision} turn={false} />
        </>
      )
    case 'feelings':
      return (
        <>
          <FeelingsRound decision={decision} />
          <Summaries decision={decision} />
        </>
      )
    case 'amendment':
      return (
        <>
          <Amending decision={decision} turn />
          <Summaries decision={decision} />
        </>
      )
    case 'objections':
      return (
        <>
          {round?.revealedAt && <LateObjection decision={decision} />}
          <Summaries decision={decision} />
        </>
      )
    case 'integration':
      return (
        <>
          <Integration decision={decision} />
          <AnotherObjection decision={decision} />
          {decision.process === 'election' && <ProposedPerson decision={decision} />}
          <Summaries decision={decision} />
        </>
      )
    case 'improvement':
      return (
        <>
          <ResponsibleAbsent decision={decision} />
          <Improvements decision={decision} />
          <LateObjection decision={decision} />
          <Summaries decision={decision} />
        </>
      )
    case 'ballots':
      return <Ballots decision={decision} />
    case 'reasons':
      return (
        <>
          <FeelingsRound decision={decision} />
          <MyBallot decision={decision} />
        </>
      )
    case 'moves':
      return (
        <>
          <ProposedPerson decision={decision} />
          <Section title={t.election.moves.lead}>
            <div className="pt-4">
              <Ballots decision={decision} />
            </div>
          </Section>
        </>
      )
    case 'acceptance':
      return <Acceptance decision={decision} />
    case 'adopted':
      return null
  }
}

/** While one objection is worked on somebody may find another; whoever still owes the reason of theirs has its field on the card. */
function AnotherObjection({ decision }: { decision: Decision }) {
  const { me } = useMine()
  const owner = useOwner()
  const owes = decision.objections.some((objection) => objection.text === '' && owner(objection) === me)
  return owes ? null : <LateObjection decision={decision} />
}

function Acceptance({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.acceptance
  const names = useNames()
  const { me } = useMine()
  const { holder, accepted } = decision.card ?? {}
  if (holder === undefined || (holder === me && !accepted)) return null
  return <p className="said text-head">{accepted ? t.accepted(names.first(holder)) : t.waits(names.first(holder))}</p>
}
