import {
  currentRound,
  currentVersion,
  decisionSteps,
  unresolved,
  type Concern,
  type Decision,
  type DecisionStep,
  type Id,
  type Objection,
  type PositionId,
  type PublicBoard,
} from '@clairiere/ritual'
import type { Step } from '../ui/rail.tsx'

/** The decision an item is about now: the open one, else the last that was made. */
export const decisionOf = (decisions: PublicBoard['decisions'], itemId: Id): Decision | undefined => {
  const all = Object.values(decisions)
    .filter((decision) => decision.itemId === itemId)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return all.find(({ status }) => status === 'open') ?? all.at(-1)
}

const ofElections: readonly DecisionStep[] = ['ballots', 'reasons', 'moves', 'acceptance']
const whole: readonly DecisionStep[] = decisionSteps.filter((step) => step !== 'listening' && !ofElections.includes(step))
const election: readonly DecisionStep[] = ['proposal', 'ballots', 'reasons', 'moves', 'objections', 'integration', 'acceptance', 'adopted']
const short: readonly DecisionStep[] = ['proposal', 'objections', 'integration', 'improvement', 'adopted']

/** The steps people see on the rail: eight for a whole consent and for an election, five for the short ways. */
export const railOf = (decision: Decision, label: (step: DecisionStep) => string): readonly Step[] => {
  const steps =
    decision.process === 'election' ? election : decision.process === 'consent' || decision.step === 'clarification' ? whole : short
  const at = Math.max(0, steps.indexOf(decision.step))
  return steps.map((id, index) => ({
    id,
    label: label(id),
    state: decision.status === 'adopted' || index < at ? 'done' : index === at && decision.status === 'open' ? 'now' : 'next',
  }))
}

/** Steps in which the carrier may write a new version [§2.5-9]. */
export const isAmendable = (decision: Decision): boolean =>
  decision.status === 'open' && ['listening', 'proposal', 'clarification', 'amendment', 'integration'].includes(decision.step)

/** Whether the text shows what changed since the version before: while it is being changed, and while people take position on the change. */
export const showsChanges = (decision: Decision): boolean =>
  decision.versions.length > 1 && ['amendment', 'objections', 'integration'].includes(decision.step)

export type PathStep = 'welcomed' | 'integrated' | 'lifted' | 'confirmed'

/** How far an objection has come on its way; null once it left it, as a reserve or withdrawn. */
export const pathOf = (objection: Objection): readonly { id: PathStep; state: Step['state'] }[] | null => {
  if (objection.tested === 'became-concern' || objection.tested === 'withdrawn') return null
  const done = {
    welcomed: objection.tested === 'accepted',
    integrated: objection.integratedIn !== undefined,
    lifted: objection.lifted,
    confirmed: objection.carrierConfirmed,
  }
  const order: readonly PathStep[] = ['welcomed', 'integrated', 'lifted', 'confirmed']
  const now = order.find((step) => !done[step])
  return order.map((id) => ({ id, state: done[id] ? 'done' : id === now ? 'now' : 'next' }))
}

/** Whose act is next on an objection: the group tests, the carrier writes, its author lifts, the carrier confirms. */
export type ObjectionTurn = 'reason' | 'test' | 'write' | 'lift' | 'confirm' | 'none'
export const turnOf = (objection: Objection): ObjectionTurn => {
  if (objection.tested === 'became-concern' || objection.tested === 'withdrawn') return 'none'
  if (objection.text === '') return 'reason'
  if (objection.tested === 'pending') return 'test'
  if (objection.integratedIn === undefined) return 'write'
  if (!objection.lifted) return 'lift'
  return objection.carrierConfirmed ? 'none' : 'confirm'
}

/** The objection the group is with: one at a time, the first that still binds [§2.4.6]. A late one waits to be taken in. */
export const objectionNow = (decision: Decision): Objection | undefined => unresolved(decision)[0]

/** What a revealed round says, for its title. */
export type RoundOutcome = { kind: 'none' } | { kind: 'objections'; count: number } | { kind: 'unclear'; count: number }
export const outcomeOf = (counts: Readonly<Record<PositionId, number>>): RoundOutcome => {
  if (counts.objection > 0) return { kind: 'objections', count: counts.objection }
  if (counts['not-clear'] > 0) return { kind: 'unclear', count: counts['not-clear'] }
  return { kind: 'none' }
}

/** The rows of a revealed round: the three everyone asks after, then the others if there are any. */
export const shownPositions = (counts: Readonly<Record<PositionId, number>>): readonly PositionId[] => [
  'no-objection',
  'concern',
  'objection',
  ...(['not-clear', 'aside'] as const).filter((id) => counts[id] > 0),
]

/** Reserves that stand with the text: those of the last round. */
export const standingConcerns = (decision: Decision): readonly Concern[] => {
  const round = currentRound(decision)?.round
  return decision.concerns.filter((concern) => concern.round === round)
}

/** Whether everything is there for adoption at this step: a revealed round on the present version in which nobody objects. */
export const isReadyToAdopt = (decision: Decision): boolean => {
  const round = currentRound(decision)
  return (
    decision.status === 'open' &&
    decision.step === 'improvement' &&
    round?.revealedAt !== undefined &&
    round.version === currentVersion(decision).n
  )
}
