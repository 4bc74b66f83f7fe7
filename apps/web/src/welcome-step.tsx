import type { ReactNode } from 'react'
import { MyOffers } from './circle/my-offers.tsx'
import { RoleLines } from './circle/role-lines.tsx'
import { Welcome } from './welcome/welcome.tsx'

/** The welcome with the circle's roles in it. */
export function WelcomeStep({ lead }: { lead: ReactNode }) {
  return <Welcome offers={<MyOffers />} roles={<RoleLines />} lead={lead} />
}
