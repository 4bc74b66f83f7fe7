import type { Id, Instant, OrgId, PersonId } from '../ids.ts'
import type { Kept } from '../meeting/handed-on.ts'

export const itemKinds = [
  'information',
  'broadcast',
  'feedback',
  'contribution',
  'advice',
  'concertation',
  'decision',
  'election',
  'rex',
  'tension',
  'follow-up',
] as const
export const itemFormats = ['free', 'workshop'] as const
export const itemTopics = ['funding', 'approval', 'investment', 'administrative', 'regulatory', 'shared-places'] as const
export type ItemKind = (typeof itemKinds)[number]
export type ItemStatus = 'proposed' | 'listed' | 'open' | 'paused' | 'done' | 'postponed' | 'withdrawn'

/** A point of the agenda. What people say on it (named notes, reactions, advice) stands beside, by `itemId`; its common text is words. */
export interface Item {
  id: Id
  kind: ItemKind
  format: (typeof itemFormats)[number]
  title: string
  carriers: readonly PersonId[]
  /** Present when the carrier is away and another person brings the point. */
  replacement?: PersonId
  onBehalfOf: OrgId | null
  towards?: OrgId
  /** « Ce que j’attends de vous » [D17]; empty until given, and then the item cannot open. */
  expectation: string
  context?: string
  plannedMinutes: number
  urgency: 1 | 2 | 3 | 4 | 5
  topics: readonly (typeof itemTopics)[number][]
  buildsOn: readonly Id[]
  /** Organisations linked by a concertation. */
  structures: readonly OrgId[]
  /** The subject it goes on with: the same in every meeting that came back to it [C8]. */
  threadId?: Id
  /** Reference of the decision that what is decided here would replace. */
  replaces?: string
  /** Whose domain it touches, which that structure or commission decides alone [D12]. */
  sovereign?: OrgId
  /** What the narrator of a REX tells [G1]; printed only when they publish it. */
  experience?: Experience
  /** What a former meeting had on it, which did not finish it [§2.4.3]. */
  kept?: Kept
  status: ItemStatus
  /** Place in the agenda, from 0; set when listed. */
  position: number
  proposedBy?: PersonId
  openedAt?: Instant
  closedAt?: Instant
  /** Whole minutes from open to done, less breaks [§2.4.3]; fixed when the item ends. */
  heldMinutes?: number
  /** A carrier asked that it be postponed; facilitation decides [§2.6 note 6]. */
  postponeAsked?: boolean
  /** Minutes the group agreed to add at an overrun. */
  overrunMinutes: number
  nextStep?: string
  /** People named under « Participants »; absent = everyone present. */
  participants?: readonly PersonId[]
  /** Support marks on ideas (words), by idea id. */
  support: Readonly<Record<Id, readonly PersonId[]>>
}

/** A REX, told by who lived it [G1]. `published` is theirs to say and to take back until sealing; what is not published leaves with the sealing. */
export interface Experience {
  situation: string
  did: string
  difficulties: string
  helped: string
  published: boolean
}
