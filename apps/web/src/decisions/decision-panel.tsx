import { currentRound, objectionsLeft, type Decision, type Id, type Item } from '@clairiere/ritual'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Section } from '../ui/band.tsx'
import { Title } from '../ui/page.tsx'
import { Rail } from '../ui/rail.tsx'
import { AboutText } from './about-text.tsx'
import { Adopted } from './adopted.tsx'
import { Agreement } from './agreement.tsx'
import { BeforeProposal } from './before-proposal.tsx'
import { Commitments } from './commitments.tsx'
import { decisionOf, outcomeOf, railOf } from './course.ts'
import { Exits } from './exits.tsx'
import { useFeelings } from './feelings-round.tsx'
import { DecisionFoot } from './decision-foot.tsx'
import { DecisionStep } from './decision-step.tsx'
import { Improvements } from './improvements.tsx'
import { Interest } from './interest.tsx'
import { LateObjection } from './late-objection.tsx'
import { LateReactions } from './late-reactions.tsx'
import { MineToWrite } from './mine-to-write.tsx'
import { Positions } from './positions.tsx'
import { ProposalText } from './proposal-text.tsx'
import { Revealed } from './revealed.tsx'
import { NominationAsked, RoleCard } from './role-card.tsx'

/** The screen's title: the question while positions are given, the outcome in words once they are shown, else the decision's own. */
function useTitle(decision: Decision): { title: string; before?: string } {
  const t = useT('decisions')
  const names = useNames()
  const { me } = useMine()
  const round = currentRound(decision)
  const holder = decision.process === 'election' ? decision.card?.holder : undefined
  if (decision.status === 'open' && decision.step === 'ballots') return { title: t.election.ballot.ask, before: decision.title }
  if (decision.status === 'adopted' && decision.process === 'election')
    return {
      title: holder === undefined ? t.election.adopted.noBody : t.election.adopted.title(names.first(holder)),
      before: decision.title,
    }
  if (decision.status === 'adopted') return { title: t.adopt.adopted, before: decision.title }
  if (decision.status !== 'open' || decision.step !== 'objections' || !round) return { title: decision.title }
  const asked =
    holder === undefined ? t.position.ask : holder === me ? t.election.position.askSelf : t.election.position.ask(names.first(holder))
  if (!round.revealedAt || !round.counts) return { title: asked, before: decision.title }
  const outcome = outcomeOf(round.counts)
  const left = objectionsLeft(decision, round)
  const title =
    outcome.kind === 'none'
      ? t.outcome.none
      : outcome.kind === 'objections'
        ? left > 0
          ? t.outcome.objections(left)
          : t.outcome.takenBack(outcome.count)
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
      <RoleCard decision={decision} />
      <DecisionFoot decision={decision} item={item} reading onRead={onRead} />
    </div>
  )
}

function Course({ decision, item, floor }: { decision: Decision; item: Item; floor: ReactNode }) {
  const t = useT('decisions')
  const labels = useLabels()
  const names = useNames()
  const [reading, setReading] = useState(false)
  const elects = decision.process === 'election'
  const steps = useMemo(
    () =>
      railOf(decision, (step) =>
        elects && (step === 'proposal' || step === 'adopted') ? t.election.steps[step] : labels.deciding.steps[step].label,
      ),
    [decision, elects, labels, t],
  )
  const { title, before } = useTitle(decision)
  const round = currentRound(decision)
  const positions = decision.status === 'open' && decision.step === 'objections'
  const folds = decision.step === 'ballots' || decision.step === 'moves'
  const adopted = decision.status === 'adopted'
  const speaking = useFeelings(decision).running !== undefined
  const at = steps.findIndex(({ state }) => state === 'now') + 1
  if (reading && decision.status === 'open') return <Reading decision={decision} item={item} onRead={setReading} />
  return (
    <div className={positions ? 'flex flex-col gap-3 laptop:gap-5' : 'flex flex-col gap-5'}>
      <Title
        large
        before={before}
        after={
          positions
            ? undefined
            : adopted
              ? t.adopt.celebrate
              : elects
                ? t.election.by(names.full(decision.carrier), item.onBehalfOf === null ? '' : names.org(item.onBehalfOf))
                : t.carriedBy(
                    labels.deciding.processes[decision.process].label,
                    names.full(decision.carrier),
                    item.onBehalfOf === null ? '' : names.org(item.onBehalfOf),
                  )
        }
      >
        {title}
      </Title>
      <MineToWrite decision={decision} />
      {decision.status === 'open' && (
        <div className={positions ? 'hidden laptop:block' : undefined}>
          <Rail steps={steps} label={t.steps} summary={t.stepOf(at, steps.length)} />
        </div>
      )}
      {elects && decision.card && <p className="said text-title">{decision.card.name}</p>}
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
        !positions && !speaking && <ProposalText key={`${folds}${decision.versions.length}`} decision={decision} folded={folds} />
      )}
      {adopted && <LateReactions decision={decision} />}
      {adopted && <LateObjection decision={decision} />}
      <Ended decision={decision} />
      <NominationAsked decision={decision} />
      {decision.status === 'open' && item.status !== 'paused' && <DecisionStep decision={decision} />}
      {speaking && <ProposalText key={`f${decision.versions.length}`} decision={decision} folded />}
      <RoleCard decision={decision} />
      <Agreement decision={decision} />
      <AboutText decision={decision} />
      {floor}
      {decision.status === 'open' && (!positions || round?.revealedAt) && <Interest decision={decision} />}
      {!elects && <Commitments decision={decision} />}
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
          (item.kind === 'election'
            ? t.election.by(names.full(item.carriers[0]), item.onBehalfOf === null ? '' : names.org(item.onBehalfOf))
            : t.carriedBy(
                labels.deciding.processes.consent.label,
                names.full(item.carriers[0]),
                item.onBehalfOf === null ? '' : names.org(item.onBehalfOf),
              ))
        }
      >
        {item.title}
      </Title>
      {item.expectation && <p>{item.expectation}</p>}
      {item.context && <p className="whitespace-pre-wrap text-ink2">{item.context}</p>}
      <BeforeProposal item={item} />
    </div>
  )
}

/** The whole centre of an item of kind decision (`floor`: a phone's queue, after what the step asks): from the first words of a proposal to its adoption. */
export function DecisionPanel({ itemId, floor }: { itemId: Id; floor: ReactNode }) {
  const t = useT('decisions')
  const item = useBoard((current) => current.items[itemId])
  const decisions = useBoard((current) => current.decisions)
  const decision = useMemo(() => decisionOf(decisions, itemId), [decisions, itemId])
  if (!item) return null
  const ended = decision !== undefined && decision.status !== 'open' && decision.status !== 'adopted'
  return (
    <div className="flex flex-col gap-8">
      {decision ? (
        <Course key={decision.id} decision={decision} item={item} floor={floor} />
      ) : (
        <>
          <Waiting item={item} />
          {floor}
        </>
      )}
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
