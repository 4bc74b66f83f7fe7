import type { Attributed } from '../people/entities.ts'
import type { Day, Id, Instant, OrgId, PersonId } from '../ids.ts'

export const adviceTitles = ['impacted', 'competent', 'free'] as const
export const adviceAnswers = ['kept', 'partly', 'not-kept'] as const

export interface AdviceAsked {
  id: Id
  /** A person, or an organisation. */
  target: Id
  as: 'impacted' | 'competent'
  reason?: string
  askedAt: Instant
  expectedBy?: Day
}
export interface AdviceGiven extends Attributed {
  id: Id
  as: (typeof adviceTitles)[number]
  text: string
  at: Instant
  answer?: (typeof adviceAnswers)[number]
  why?: string
}

/** The advice process of one item: the decider decides after hearing; the meeting does not [A10, A11, D3]. Keyed by `itemId`. */
export interface AdviceRequest {
  itemId: Id
  question: string
  decider: PersonId
  forOrg: OrgId | null
  decideBy: Day
  asked: readonly AdviceAsked[]
  given: readonly AdviceGiven[]
  outcome?: { text: string; decidedAt: Instant }
  status: 'prepared' | 'open' | 'closed' | 'decided' | 'reported' | 'dropped'
}
