import type { Attributed } from '../people/entities.ts'
import type { Day, Id, Instant, OrgId, PersonId } from '../ids.ts'

export const decisionProcesses = ['consent', 'consent-express', 'advice', 'election', 'approval', 'ascertained'] as const
export const decisionScopes = ['operational', 'governance', 'strategic'] as const
/**
 * In order; `consent-express` goes proposal → objections → integration → adopted, an election proposal (the role's card) → ballots → reasons → moves →
 * objections → integration → acceptance → adopted.
 */
export const decisionSteps = [
  'listening',
  'proposal',
  'ballots',
  'reasons',
  'moves',
  'clarification',
  'feelings',
  'amendment',
  'objections',
  'integration',
  'improvement',
  'acceptance',
  'adopted',
] as const
export const positionIds = ['no-objection', 'concern', 'objection', 'not-clear', 'aside'] as const
export type PositionId = (typeof positionIds)[number]
export type DecisionStep = (typeof decisionSteps)[number]
export type DecisionStatus = 'open' | 'adopted' | 'withdrawn' | 'postponed' | 'returned' | 'suspended'

export interface DecisionVersion {
  n: number
  text: string
  change?: string
  integrates: readonly Id[]
  at: Instant
}

/** A round of positions. Until `revealedAt` it holds nothing: positions and who gave them are confidences [§2.5-5]. */
export interface PositionRound {
  round: number
  version: number
  openedAt: Instant
  revealedAt?: Instant
  /** Present once revealed. Stand-asides are counted; nobody is named but by a concern or an objection. */
  counts?: Readonly<Record<PositionId, number>>
  /** Deciders marked away at the reveal, who were not waited for. */
  away?: number
  /** Only when the circle chose a roll-call, and only while everyone in it is named with their words. */
  rollCall?: Readonly<Record<PersonId, PositionId>>
}

export interface Objection extends Attributed {
  id: Id
  text: string
  round: number
  tested: 'pending' | 'accepted' | 'became-concern' | 'withdrawn'
  integratedIn?: number
  lifted: boolean
  carrierConfirmed: boolean
  /** Arrived after the reveal: never counted, never silent [§4.5]. */
  late: boolean
  at: Instant
}

export interface Concern extends Attributed {
  id: Id
  text: string
  round: number
  /** By voice when a person speaks with several and they differ, e.g. `{ 'org:sci': 'concern', 'org:coop': 'no-objection' }`; « en son nom » is `''`. */
  positions?: Readonly<Record<string, PositionId>>
}

export interface Improvement extends Attributed {
  id: Id
  text: string
  kept: boolean | null
}

/**
 * A role as the group makes it, by election or by any consent [C9, §2.4.6]. In an election the mission is the decision's own text, so that objections change it
 * like any text. Who is to hold it is proposed aloud; it has effect once they accept [§2.5-4].
 */
export interface RoleCard {
  name: string
  mission?: string
  limits?: string
  /** Last day of the mandate. */
  until: Day
  holder?: PersonId
  accepted: boolean
}

/** « Accord de coopération » [D16]: what each party expects and gives, and until when. */
export interface Agreement {
  parties: readonly { org: OrgId; expects: string; gives: string }[]
  until: Day
}

/** What a person takes on with a decision, in their own name or for a structure of theirs; nobody commits another [D19]. */
export interface Commitment {
  id: Id
  personId: PersonId
  voice: OrgId | null
  text: string
  /** Given by a voice that its structure still has to confirm [E2], and the day by which it will. */
  toConfirm?: true
  confirmBy?: Day
}

/** A decision from its proposal on; the reference is given at adoption. An adopted text never changes [§2.5-10]. */
export interface Decision {
  id: Id
  ref?: string
  itemId: Id
  title: string
  process: (typeof decisionProcesses)[number]
  scope: (typeof decisionScopes)[number]
  carrier: PersonId
  status: DecisionStatus
  step: DecisionStep
  /** Frozen when the first objections round opens, in an election when the ballots do [§2.5-6]. */
  deciders: readonly PersonId[]
  versions: readonly DecisionVersion[]
  rounds: readonly PositionRound[]
  objections: readonly Objection[]
  concerns: readonly Concern[]
  improvements: readonly Improvement[]
  /** Summaries printed as Clarifications and Ressentis. */
  summaries: Partial<Record<'clarification' | 'feelings', string>>
  responsible: OrgId
  cc: readonly OrgId[]
  efforts: readonly { org: OrgId; text: string }[]
  financial?: string
  interests: readonly { id: Id; personId: PersonId; text: string }[]
  card?: RoleCard
  agreement?: Agreement
  /** Absent until somebody commits, and on boards from before they could. */
  commitments?: readonly Commitment[]
  reviewOn: Day
  criteria: readonly string[]
  reactionUntil: Day
  replaces?: string
  adoptedAt?: Instant
  returnedTo?: OrgId
  endedReason?: string
  legalEffect: 'none' | 'pending' | 'in-force' | 'refused'
}
