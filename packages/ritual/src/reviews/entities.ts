import type { Day, Id, Instant, OrgId } from '../ids.ts'

export const reviewVerdicts = ['keep', 'change', 'stop'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

/** What a group said when it looked at a decision again [G5]. */
export interface ReviewSaid {
  helped?: string
  hindered?: string
  verdict?: ReviewVerdict
}

/**
 * A decision of a former meeting, brought back on the day it named [D13]. What is said of it changes nothing in its text: until a decision of some meeting
 * replaces it, it stands, and comes back.
 */
export interface DecisionReview extends ReviewSaid {
  id: Id
  ref: string
  title: string
  responsible: OrgId
  text?: string
  /** It gives somebody a role: what replaces it is an election [§2.4.6]. */
  election?: true
  criteria?: readonly string[]
  /** The day from which it is to be looked at. */
  reviewOn: Day
  /** Said at a meeting before this one. */
  before?: ReviewSaid & { on: Day }
  /** The day it will be looked at next, once the group has said so here. */
  nextOn?: Day
  /** The point that « modifier » or « arrêter » proposed. */
  itemId?: Id
  at?: Instant
}
