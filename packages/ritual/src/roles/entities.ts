import type { Instant, PersonId } from '../ids.ts'
import type { Rank, RoleId } from './ids.ts'

/**
 * A proposal to a person, without effect until they accept it [C6, §2.5-4]. `handover` takes the place of its giver at the moment of acceptance, so that nobody
 * and never two hold the role [§2.5-3]; `relay` that of a facilitator who has been offline for a minute, offered by the clock [§4.1].
 */
export interface RoleOffer {
  personId: PersonId
  rank: Rank
  as: 'offer' | 'handover' | 'relay'
  from?: PersonId
  /** When a relay was asked: unanswered, it passes to the next. */
  at?: Instant
}

/** The facilitation is looking for somebody, because `from` has been offline for a minute [§4.1]. Over as soon as they are back or somebody has taken it. */
export interface RelayCall {
  from: PersonId
  calledAt: Instant
  /** Who was offered it, or volunteered, and did not take it or was not wanted. */
  passed: readonly PersonId[]
  /** Who was asked and did not answer: not asked again, and free to volunteer. */
  lapsed?: readonly PersonId[]
  /** The first volunteer: facilitates 30 s after `at` unless somebody objects. */
  volunteer?: { personId: PersonId; at: Instant }
}

/** One role of this meeting and who holds it. Only the mood-watch may have several holders (at most three). */
export interface RoleSeat {
  role: RoleId
  holders: readonly PersonId[]
  pairs: readonly PersonId[]
  backups: readonly PersonId[]
  offers: readonly RoleOffer[]
  /** Somebody asked, aloud or here, that the role be handed over. Without name: it is no accusation. */
  handoverAsked: boolean
  relay?: RelayCall
}
