import { currentRound, type Decision, type Id, type Item } from '@clairiere/ritual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Section } from '../ui/band.tsx'
import { Title } from '../ui/page.tsx'
import { Rail } from '../ui/rail.tsx'
import { AboutText } from './about-text.tsx'
import { Adopted } from './adopted.tsx'
import { BeforeProposal } from './before-proposal.tsx'
import { decisionOf, outcomeOf, railOf } from './course.ts'
import { Exits } from './exits.tsx'
import { FeelingsRound, useFeelings } from './feelings-round.tsx'
import { DecisionFoot } from './decision-foot.tsx'
import { Improvements } from './improvements.tsx'
import { Amending, Integration } from './integration.tsx'
import { LateObjection } from './late-objection.tsx'
import { Positions } from './positions.tsx'
import { ProposalText } from './proposal-text.tsx'
import { Revealed } from './revealed.tsx'
import { Summary } from './summary.tsx'

/** What this step is about, below the text. */
function Step({ decision }: { decision: Decision }) {
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
          <Summary decision={decision} step="feelings" />
        </>
      )
    case 'amendment':
      return (
        <>
          <Amending decision={decision} turn />
          <Summary decision={decision} step="clarification" />
          <Summary decision={decision} step="feelings" />
        </>
      )
    case 'objections':
      return round?.revealedAt ? <LateObjection decision={decision} /> : null
    case 'integration':
      return <Integration decision={decision} />
    case 'improvement':
      return (
        <>
          <Improvements decision={decision} />
          <LateObjection decision={decision} />
        </>
      )
    case 'adopted':
      return null
  }
}

/** The screen's title: the question while positions are given, the outcome in words once they are shown, else the decision's own. */
function useTitle(decision: Decision): { title: string; before?: string } {
  const t = useT('decisions')
  const round = currentRound(decision)
  if (decision.status !== 'open' || decision.step !== 'objections' || !round) return { title: decision.title }
  if (!round.revealedAt || !round.counts) return { title: t.position.ask, before: decision.title }
  const outcome = outcomeOf(round.counts)
  const title =
    outcome.kind === 'none'
      ? t.outcome.none
      : outcome.kind === 'objections'
        ? t.outcome.objections(outcome.count)
        : t.outcome.unclear(outcome.count)
  return { title, before: decision.title }
}

function Ended({ decision }: { decision: Decision }) {
  const t = useT('decisions').exits
  const names = useNames()
  if (decision.status === 'open' || decision.status === 'adopted') return null
  const said = decision.status === 'returned' ? t.ended.returned(names.org(decision.returnedTo ?? null)) : t.ended[decision.status]
  return (
    <div className="flex flex-col gap-1 border-y border-line py-3">
      <p className="font-strong">{said}</p>
      {decision.endedReason && <p className="text-ink2">{decision.endedReason}</p>}
    </div>
  )
}

/** The text alone and large, brought into view for who reads it aloud, with the adoption at its foot. */
function Reading({ decision, item, onRead }: { decision: Decision; item: Item; onRead: (reading: boolean) => void }) {
  const t = useT('decisions').adopt
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' })
    top.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={top} tabIndex={-1} className="flex flex-col gap-4">
      <Title before={t.slowly}>{decision.title}</Title>
      <p className="said-long text-title leading-10 whitespace-pre-wrap laptop:text-aloud">{decision.versions.at(-1)?.text}</p>
      <DecisionFoot decision={decision} item={item} reading onRead={onRead} />
    </div>
  )
}

function Course({ decision, item }: { decision: Decision; item: Item }) {
  const t = useT('decisions')
  const labels = useLabels()
  const names = useNames()
  const [reading, setReading] = useState(false)
  const steps = useMemo(() => railOf(decision, (step) => labels.deciding.steps[step].label), [decision, labels])
  const { title, before } = useTitle(decision)
  const round = currentRound(decision)
  const positions = decision.status === 'open' && decision.step === 'objections'
  const adopted = decision.status === 'adopted'
  const speaking = useFeelings(decision).running !== undefined
  const at = steps.findIndex(({ state }) => state === 'now') + 1
  if (reading && decision.status === 'open') return <Reading decision={decision} item={item} onRead={setReading} />
  return (
    <div className={positions ? 'flex flex-col gap-3 laptop:gap-5' : 'flex flex-col gap-5'}>
      <Title
        large
        before={adopted ? decision.title : before}
        after={
          positions
            ? undefined
            : adopted
              ? t.adopt.celebrate
              : t.carriedBy(
                  labels.deciding.processes[decision.process].label,
                  names.full(decision.carrier),
                  item.onBehalfOf === null ? '' : names.org(item.onBehalfOf),
                )
        }
      >
        {adopted ? t.adopt.adopted : title}
      </Title>
      {decision.status === 'open' && (
        <div className={positions ? 'hidden laptop:block' : undefined}>
          <Rail steps={steps} label={t.steps} summary={t.stepOf(at, steps.length)} />
        </div>
      )}
      {positions && !round?.revealedAt && <ProposalText key={`p${decision.versions.length}`} decision={decision} folded />}
      {positions && !round?.revealedAt && <Positions decision={decision} />}
      {positions && round?.revealedAt && (
        <>
          <Revealed decision={decision} round={round} />
          <ProposalText key={`r${decision.versions.length}`} decision={decision} folded />
        </>
      )}
      {adopted ? (
        <Adopted decision={decision} />
      ) : (
        !positions && !speaking && <ProposalText key={decision.versions.length} decision={decision} />
      )}
      <Ended decision={decision} />
      {decision.status === 'open' && item.status !== 'paused' && <Step decision={decision} />}
      {speaking && <ProposalText key={`f${decision.versions.length}`} decision={decision} folded />}
      <AboutText decision={decision} />
      {adopted && <Improvements decision={decision} />}
      {decision.status === 'open' && <Exits decision={decision} />}
      <DecisionFoot decision={decision} item={item} reading={reading} onRead={setReading} />
    </div>
  )
}

/** Title of an item that has no decision yet, and what is expected. */
function Waiting({ item }: { item: Item }) {
  const t = useT('decisions')
  const labels = useLabels()
  const names = useNames()
  return (
    <div className="flex flex-col gap-5">
      <Title
        large
        after={
          item.carriers[0] &&
          t.carriedBy(
            labels.deciding.processes.consent.label,
            names.full(item.carriers[0]),
            item.onBehalfOf === null ? '' : names.org(item.onBehalfOf),
          )
        }
      >
        {item.title}
      </Title>
      {item.expectation && <p>{item.expectation}</p>}
      <BeforeProposal item={item} />
    </div>
  )
}

/** The whole centre of an item of kind decision: from the first words of a proposal to its adoption. */
export function DecisionPanel({ itemId }: { itemId: Id }) {
  const t = useT('decisions')
  const item = useBoard((current) => current.items[itemId])
  const decisions = useBoard((current) => current.decisions)
  const decision = useMemo(() => decisionOf(decisions, itemId), [decisions, itemId])
  if (!item) return null
  const ended = decision !== undefined && decision.status !== 'open' && decision.status !== 'adopted'
  return (
    <div className="flex flex-col gap-8">
      {decision ? <Course key={decision.id} decision={decision} item={item} /> : <Waiting item={item} />}
      {ended && item.status === 'open' && (
        <Section title={t.exits.again}>
          <div className="pt-3">
            <BeforeProposal item={item} />
          </div>
        </Section>
      )}
    </div>
  )
}
