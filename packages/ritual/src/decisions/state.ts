import type { PublicBoard } from '../board.ts'
import type { ConfidenceChange, Secrets } from '../confidences/entities.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { PersonId } from '../ids.ts'
import type { Scene } from '../scene.ts'
import type { Decision, DecisionVersion, Objection, PositionRound } from './entities.ts'

/** The decision an act names, still open; an adopted one answers `adopted`, since its text never changes [§2.5-10]. */
export const openDecision = (board: PublicBoard, decisionId: string): Outcome<Decision> => {
  const decision = board.decisions[decisionId]
  if (!decision) return refuse('no-such-thing')
  if (decision.status === 'open') return { ok: true, value: decision }
  return refuse(decision.status === 'adopted' ? 'adopted' : 'wrong-status')
}

export const currentVersion = (decision: Decision): DecisionVersion => {
  const version = decision.versions.at(-1)
  if (!version) throw new Error('a decision has at least the version it was proposed with')
  return version
}

/** The last round of positions, revealed or not. */
export const currentRound = (decision: Decision): PositionRound | undefined => decision.rounds.at(-1)

/** The round that is being answered now. */
export const roundUnderWay = (decision: Decision): PositionRound | undefined => {
  const round = currentRound(decision)
  return decision.status === 'open' && decision.step === 'objections' && round && !round.revealedAt ? round : undefined
}

export const roundSubject = (decision: Decision, round: number): string => `${decision.id}:${round}`

/** Forgets the positions of a round: revealed ones are counts from then on, those of a round broken off were never said. */
export const positionDrops = (secrets: Secrets, decision: Decision, round: number): readonly ConfidenceChange[] =>
  secrets.all('position', roundSubject(decision, round)).map(({ subject, personId }) => ({
    drop: { kind: 'position', subject, ...(personId === undefined ? {} : { personId }) },
  }))

/** Forgets the ballots of an election: they were said aloud, or never will be [§2.7, P3]. */
export const ballotDrops = (secrets: Secrets, decision: Decision): readonly ConfidenceChange[] =>
  secrets.all('ballot', decision.id).map(({ subject, personId }) => ({
    drop: { kind: 'ballot', subject, ...(personId === undefined ? {} : { personId }) },
  }))

/** Positions of a round that is left before its reveal. */
export const roundDrops = (secrets: Secrets, decision: Decision): readonly ConfidenceChange[] => {
  const round = roundUnderWay(decision)
  return round ? positionDrops(secrets, decision, round.round) : []
}

/** Drops for a decision that ends: positions never said, and the ballots of an election. */
export const underWayDrops = (secrets: Secrets, decision: Decision): readonly ConfidenceChange[] => [
  ...roundDrops(secrets, decision),
  ...ballotDrops(secrets, decision),
]

/** Deciders who are here and have not cast their ballot: named to facilitation alone. */
export const missingBallots = (board: PublicBoard, secrets: Secrets, decision: Decision): readonly PersonId[] =>
  decision.deciders.filter((personId) => isWaitedFor(board, personId) && !secrets.one('ballot', decision.id, personId))

/** An objection that still binds the group: tested or to be tested, not taken back, not lifted and confirmed. A late one binds once the group took it in. */
export const isUnresolved = (objection: Objection): boolean => {
  if (objection.tested === 'withdrawn' || objection.tested === 'became-concern') return false
  if (objection.late && objection.tested === 'pending') return false
  if (!objection.lifted) return true
  return objection.integratedIn !== undefined && !objection.carrierConfirmed
}
export const unresolved = (decision: Decision): readonly Objection[] => decision.objections.filter(isUnresolved)

/** Who is waited for in a round: deciders who are here. Someone away or gone is not [contract § Acts]. */
export const isWaitedFor = (board: PublicBoard, personId: PersonId): boolean => board.people[personId]?.presence === 'present'

/** Whose position counts: deciders who have not left the meeting [§2.9]. */
export const isCounted = (board: PublicBoard, personId: PersonId): boolean => board.people[personId]?.presence !== 'left'

/** Deciders who are here and have not answered: named to facilitation alone [§2.4.6]. */
export const missingIn = ({ board, secrets }: Pick<Scene, 'board' | 'secrets'>, decision: Decision, round: number): readonly PersonId[] =>
  decision.deciders.filter((personId) => isWaitedFor(board, personId) && !secrets.one('position', roundSubject(decision, round), personId))

/** How often the group went round integration and a new round of objections. */
export const integrationLoops = (decision: Decision): number => decision.rounds.filter((round) => (round.counts?.objection ?? 0) > 0).length

/** After three loops facilitation is offered « renvoyer à un groupe avec les objections », never a vote [§2.4.6]. */
export const offersReturn = (decision: Decision): boolean => decision.status === 'open' && integrationLoops(decision) >= 3

/** Objections of a revealed round that their authors have not taken back since: the counts stay as they were revealed. */
export const objectionsLeft = ({ objections }: Pick<Decision, 'objections'>, { round, counts }: PositionRound): number => {
  const gone = objections.filter((objection) => objection.round === round && !objection.late && objection.tested === 'withdrawn')
  return Math.max(0, (counts?.objection ?? 0) - gone.length)
}
