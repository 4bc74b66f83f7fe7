import { Suspense } from 'react'
import { LeadAct } from './live/lead-act.tsx'
import { later } from './ui/later.ts'

const ItemFoot = later(async () => (await import('./agenda/item-foot.tsx')).ItemFoot)
const OfferRoles = later(async () => (await import('./circle/offer-roles.tsx')).OfferRoles)
const RoleSheet = later(async () => (await import('./circle/role-sheet.tsx')).RoleSheet)

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
      rolesSheet={(onClose, role) => (
        <Suspense fallback={null}>{role ? <RoleSheet role={role} onClose={onClose} /> : <OfferRoles onClose={onClose} />}</Suspense>
      )}
    />
  )
}
