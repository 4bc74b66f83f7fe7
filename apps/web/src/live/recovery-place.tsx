import { Suspense } from 'react'
import { useLink } from '../room/room.tsx'
import { later } from '../ui/later.ts'

const RecoveryList = later(async () => (await import('./recovery-list.tsx')).RecoveryList)

/** What had not arrived when the document was replaced, fetched when there is any. */
export function RecoveryPlace() {
  const any = useLink((link) => link.recovery.pieces.length + link.outbox.refused.length > 0)
  return (
    any && (
      <Suspense fallback={null}>
        <RecoveryList />
      </Suspense>
    )
  )
}
