import { Suspense } from 'react'
import { LeadAct } from './live/lead-act.tsx'
import { later } from './ui/later.ts'

const ItemFoot = later(async () => (await import('./agenda/item-foot.tsx')).ItemFoot)
const OfferRoles = later(async () => (await import('./circle/offer-roles.tsx')).OfferRoles)

/** The act of whoever leads, with what other features bring to it: the foot of an open item, and the sheet of roles. */
export function Lead({ demoted }: { demoted: boolean }) {
  return (
    <LeadAct
      demoted={demoted}
      itemFoot={(itemId, aside) => (
        <Suspense fallback={null}>
          <ItemFoot itemId={itemId} aside={aside} />
        </Suspense>
      )}
      rolesSheet={(onClose) => (
        <Suspense fallback={null}>
          <OfferRoles onClose={onClose} />
        </Suspense>
      )}
    />
  )
}
