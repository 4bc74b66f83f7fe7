import type { RoleOffer } from '@clairiere/ritual'
import type { fr } from './fr.ts'

type Names = { first: (id: string) => string }

/** How a proposal of a role is said to whom it is made: handed on, in place of who is offline, as a pair or relay beside who holds it, or simply proposed. Nobody reads « conflit » [§4.3]. */
export const offerTitle = (offer: RoleOffer, role: string, names: Names, t: typeof fr): string => {
  if (offer.as === 'handover' && offer.from !== undefined) return t.handover(names.first(offer.from), role)
  if (offer.as === 'relay' && offer.from !== undefined) return t.relayAsked(names.first(offer.from))
  if (offer.rank === 'pair') return t.offersPair(role)
  if (offer.rank === 'backup') return t.offersBackup(role)
  return t.offersTitle(role)
}
