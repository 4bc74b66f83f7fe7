import { currentRound, type Decision } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useLabels } from '../room/use-labels.ts'
import { usePrompts } from '../room/use-prompts.ts'
import { useNames } from '../room/use-names.ts'
import { useAnswered } from './answered.tsx'
import { objectionNow, outcomeOf, turnOf } from './course.ts'
import { useFeelings } from './feelings-round.tsx'
import { ElectionFoot } from './election-foot.tsx'
import { Foot } from './foot.tsx'
import { Back, Next } from './step-buttons.tsx'

/** Facilitation around the round of feelings: start it, and lead on once it was held. */
function FeelingsLead({ decision }: { decision: Decision }) {
  const t = useT('decisions')
  const labels = useLabels()
  const promptOf = usePrompts()
  const { running, held } = useFeelings(decision)
  const back = <Back decision={decision} />
  // While it runs, the frame leads the turns as in any round.
  if (running) return null
  if (!held && decision.summaries.feelings === undefined) {
    return (
      <Foot title={labels.deciding.steps.feelings.hint} back={back}>
        <ActButton
          act={{
            type: 'start-round',
            kind: 'feelings',
            mode: 'circle',
            prompt: promptOf('feelings'),
            itemId: decision.itemId,
          }}
          kind="act"
        >
          {t.round.start}
        </ActButton>
      </Foot>
    )
  }
  return (
    <Foot title={t.foot.text.feelings} back={back}>
      <Next decision={decision}>{t.foot.to.amendment}</Next>
    </Foot>
  )
}

/** Facilitation while positions are given, then once they are shown. */
function PositionsLead({ decision }: { decision: Decision }) {
  const { foot: t, position, election, objection } = useT('decisions')
  const labels = useLabels()
  const names = useNames()
  const round = currentRound(decision)
  const { count, of, missing } = useAnswered(decision, round?.round ?? 0)
  const back = <Back decision={decision} />
  if (!round) return null
  if (!round.revealedAt) {
    const named = missing !== undefined && missing.length > 0
    const waits = named ? t.revealWait(names.list(missing)) : count < of ? t.revealCount(of - count) : t.revealText
    return (
      <Foot title={waits} text={named ? position.missingSeenBy : waits === t.revealText ? undefined : t.revealText} back={back}>
        <ActButton act={{ type: 'reveal', decisionId: decision.id, round: round.round }} kind="act">
          {t.reveal}
        </ActButton>
      </Foot>
    )
  }
  const outcome = round.counts ? outcomeOf(round.counts) : { kind: 'none' as const }
  const unresolved = objectionNow(decision) !== undefined
  // All who objected took it back since, and the round counts them still.
  if (!unresolved && outcome.kind === 'objections' && (round.counts?.['not-clear'] ?? 0) === 0)
    return (
      <Foot title={objection.takenBack} back={back}>
        <Next decision={decision}>{t.newRound}</Next>
      </Foot>
    )
  if (decision.process === 'election' && !unresolved && outcome.kind !== 'unclear')
    return (
      <Foot title={election.foot.acceptanceText} back={back}>
        <Next decision={decision}>{election.foot.acceptance}</Next>
      </Foot>
    )
  if (decision.process === 'election' && !unresolved)
    return (
      <Foot title={labels.deciding.steps.moves.hint} back={back}>
        <Next decision={decision}>{election.foot.moves}</Next>
      </Foot>
    )
  return (
    <RevealedLead
      decision={decision}
      back={back}
      to={unresolved ? 'integration' : outcome.kind === 'unclear' ? 'clarification' : 'improvement'}
    />
  )
}

function RevealedLead({
  decision,
  back,
  to,
}: {
  decision: Decision
  back: ReactNode
  to: 'integration' | 'clarification' | 'improvement'
}) {
  const t = useT('decisions').foot
  const labels = useLabels()
  return (
    <Foot title={labels.deciding.steps[to].hint} back={back}>
      <Next decision={decision}>{to === 'clarification' ? t.backToClarification : t.to[to]}</Next>
    </Foot>
  )
}

/** Facilitation in the integration: it can neither lift nor confirm; where the next act is somebody else's, the foot says whose, without a filled button. */
function IntegrationLead({ decision }: { decision: Decision }) {
  const t = useT('decisions')
  const names = useNames()
  const now = objectionNow(decision)
  const back = <Back decision={decision} />
  if (!now) {
    return (
      <Foot title={t.objection.done} back={back}>
        <Next decision={decision}>{t.foot.newRound}</Next>
      </Foot>
    )
  }
  const ids = { decisionId: decision.id, objectionId: now.id }
  switch (turnOf(now)) {
    case 'test':
      return (
        <Foot title={t.objection.testAsk} text={t.objection.testText} back={back}>
          <ActButton act={{ type: 'test-objection', ...ids, result: 'accepted' }} kind="act">
            {t.objection.accept}
          </ActButton>
        </Foot>
      )
    case 'lift':
      return (
        <Foot
          title={t.objection.liftQuestion}
          text={now.personId ? t.objection.liftWait(names.first(now.personId)) : t.objection.liftUnnamed}
          back={back}
        />
      )
    case 'confirm':
      return <Foot title={t.objection.confirmWait(names.first(decision.carrier))} back={back} />
    case 'reason':
      return <Foot title={t.objection.noReason} back={back} />
    default:
      return <Foot title={t.objection.writeWait(names.first(decision.carrier))} back={back} />
  }
}

/** What facilitation does next, step by step [§2.4.6]. */
export function FacilitationFoot({ decision }: { decision: Decision }) {
  const t = useT('decisions').foot
  const labels = useLabels()
  const back = <Back decision={decision} />
  const { step } = decision
  switch (step) {
    case 'feelings':
      return <FeelingsLead decision={decision} />
    case 'objections':
      return <PositionsLead decision={decision} />
    case 'integration':
      return <IntegrationLead decision={decision} />
    case 'improvement':
    case 'adopted':
      return null
    case 'ballots':
    case 'reasons':
    case 'moves':
    case 'acceptance':
      return <ElectionFoot decision={decision} />
    default: {
      if (decision.process === 'election') return <ElectionFoot decision={decision} />
      const after = {
        listening: 'proposal',
        proposal: decision.process === 'consent' ? 'clarification' : 'objections',
        clarification: decision.process === 'consent' ? 'feelings' : 'objections',
        amendment: 'objections',
      } as const
      return (
        <Foot title={t.text[step]} text={labels.deciding.steps[step].hint} back={back}>
          <Next decision={decision}>{t.to[after[step]]}</Next>
        </Foot>
      )
    }
  }
}
