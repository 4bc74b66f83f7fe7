import type { Attributed } from '../people/entities.ts'
import type { Day, Id, Instant, OrgId } from '../ids.ts'

export const reactionTypes = ['question', 'support', 'concern', 'objection'] as const

/** A typed reaction to a circulated decision or, within its window, to an adopted one [D2]. */
export interface Reaction extends Attributed {
  id: Id
  itemId?: Id
  decisionId?: Id
  type: (typeof reactionTypes)[number]
  text: string
  at: Instant
  answer?: string
  answeredAt?: Instant
  /** The late objection that opened it [§4.5]. */
  objectionId?: Id
}

/** A commission's decision circulated for reactions. Keyed by `itemId`. */
export interface Broadcast {
  itemId: Id
  org: OrgId | null
  decidedOn: Day
  text: string
  /** Until then reactions are open; the item cannot be closed without it [AC-07], and it is never shortened [§2.5-21]. */
  openUntil?: Day
}
