import { Suspense } from 'react'
import { useLink } from '../room/room.tsx'
import { useBegun } from '../room/use-begun.ts'
import { later } from '../ui/later.ts'

const RecoveryList = later(async () => (await import('./recovery-list.tsx')).RecoveryList)
const WaitingWords = later(async () => (await import('./waiting-words.tsx')).WaitingWords)

/** What had not arrived when the document was replaced, fetched when there is any; and what waits here while nothing passes, fetched before, since then nothing comes. */
export function RecoveryPlace() {
  const any = useLink((link) => link.recovery.pieces.length + link.outbox.refused.length > 0)
  const begun = useBegun()
  return (
    <Suspense fallback={null}>
      {any && <RecoveryList />}
      {begun && <WaitingWords />}
    </Suspense>
  )
}
