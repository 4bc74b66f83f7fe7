import type { Action } from './actions/entities.ts'
import type { AdviceRequest } from './advice/entities.ts'
import type { Item } from './agenda/entities.ts'
import type { Broadcast, Reaction } from './circulation/entities.ts'
import type { Closing } from './closing/entities.ts'
import type { Correction } from './corrections/entities.ts'
import type { Decision } from './decisions/entities.ts'
import type { Feedback } from './feedback/entities.ts'
import type { Id, Instant, OrgId, PersonId } from './ids.ts'
import type { Meeting, Now, Phase } from './meeting/entities.ts'
import type { Previous } from './meeting/handed-on.ts'
import type { Note } from './notes/entities.ts'
import type { Organisation, Person } from './people/entities.ts'
import type { DecisionReview } from './reviews/entities.ts'
import type { Rank, RoleId } from './roles/ids.ts'
import type { RoleSeat } from './roles/entities.ts'
import type { Round } from './rounds/entities.ts'
import type { Signal } from './signals/entities.ts'
import type { Transmission } from './transmissions/entities.ts'
import type { WeatherCounts } from './weather/counts.ts'
import type { WeatherEntry } from './weather/entities.ts'

/**
 * The meeting as everyone may see it: plain JSON, immutable, folded from facts by `applyFact`. Each entity keeps its identity until a fact changes it,
 * so the document's projection and the screens compare by reference. Maps hold no order; sort by the entity's own field and then the id.
 */
export interface PublicBoard {
  meeting: Meeting
  previous: Previous
  now: Now
  closing: Closing
  organisations: Readonly<Record<OrgId, Organisation>>
  people: Readonly<Record<PersonId, Person>>
  roles: Readonly<Record<string, RoleSeat>>
  rounds: Readonly<Record<Id, Round>>
  weather: Readonly<Record<PersonId, WeatherEntry>>
  items: Readonly<Record<Id, Item>>
  notes: Readonly<Record<Id, Note>>
  broadcasts: Readonly<Record<Id, Broadcast>>
  reactions: Readonly<Record<Id, Reaction>>
  feedbacks: Readonly<Record<Id, Feedback>>
  advice: Readonly<Record<Id, AdviceRequest>>
  signals: Readonly<Record<Id, Signal>>
  decisions: Readonly<Record<Id, Decision>>
  reviews: Readonly<Record<Id, DecisionReview>>
  actions: Readonly<Record<Id, Action>>
  transmissions: Readonly<Record<Id, Transmission>>
  corrections: Readonly<Record<Id, Correction>>
}

/** Sections that hold one entity per id, and those that are one value. The document's keys are `<section prefix>:<id>` and the section's name. */
export const entitySections = [
  'organisations',
  'people',
  'roles',
  'rounds',
  'weather',
  'items',
  'notes',
  'broadcasts',
  'reactions',
  'feedbacks',
  'advice',
  'signals',
  'decisions',
  'reviews',
  'actions',
  'transmissions',
  'corrections',
] as const
export const valueSections = ['meeting', 'previous', 'now', 'closing'] as const
export type EntitySection = (typeof entitySections)[number]
export type ValueSection = (typeof valueSections)[number]

/**
 * What only the server's fold keeps, for the minutes: times and spans, which would make the shared document grow with every turn.
 * `judge` never reads it, so that both sides judge alike.
 */
export interface BoardRecord {
  presence: Readonly<Record<PersonId, readonly { joinedAt: Instant; leftAt?: Instant }[]>>
  /** Last sign of people away now: where their presence ends if they are not back by `close`. */
  awaySince: Readonly<Record<PersonId, Instant>>
  roleSpans: readonly { role: RoleId; rank: Rank; personId: PersonId; from: Instant; to?: Instant }[]
  phases: readonly { phase: Phase; at: Instant }[]
  pauses: readonly { from: Instant; to?: Instant; signalId?: Id }[]
  itemSpans: readonly { itemId: Id; from: Instant; to?: Instant }[]
  turns: readonly { turnId: Id; roundId: Id | null; personId: PersonId; from: Instant; to: Instant }[]
  /** Responses in the order chosen, for « Suites ». */
  responses: readonly { signalId: Id; response: string; at: Instant }[]
  /** Left by sealing, where weather values and signals themselves are forgotten (P2). */
  weatherCounts?: WeatherCounts
  weatherSkipped?: boolean
  closingSkipped?: boolean
  /** When nobody had sealed in time, and what was said in the circle was erased [§2.5-24]. */
  forgottenAt?: Instant
  order: Readonly<Record<Id, number>>
}

export interface Board extends PublicBoard {
  record: BoardRecord
}
