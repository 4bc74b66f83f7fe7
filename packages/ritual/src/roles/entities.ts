import type { PersonId } from '../ids.ts'
import type { Rank, RoleId } from './ids.ts'

/** A proposal to a person, without effect until they accept it [C6, §2.5-4]. `handover` takes the place of its giver at the moment of acceptance, so that nobody and never two hold the role [§2.5-3]. */
export interface RoleOffer {
  personId: PersonId
  rank: Rank
  as: 'offer' | 'handover'
  from?: PersonId
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
}
