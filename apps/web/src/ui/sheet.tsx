import { Suspense, useState } from 'react'
import type { SheetProps } from './sheet-modal.tsx'
import { later } from './later.ts'

const load = () => import('./sheet-modal.tsx')
const SheetModal = later(async () => (await load()).SheetModal)

/** A bottom sheet on a phone, a dialog on a laptop. Its code comes with the first opening. Focus goes in and comes back. */
export function Sheet(props: SheetProps) {
  const [asked, setAsked] = useState(props.open)
  if (props.open && !asked) setAsked(true)
  if (!asked) return null
  return (
    <Suspense fallback={null}>
      <SheetModal {...props} />
    </Suspense>
  )
}
