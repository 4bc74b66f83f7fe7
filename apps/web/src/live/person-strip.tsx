import { Suspense } from 'react'
import { usePersons } from '../room/persons.tsx'
import { later } from '../ui/later.ts'

const WhoHolds = later(async () => (await import('./who-holds.tsx')).WhoHolds)

/** Who holds a phone that two people share; fetched by them alone. */
export function PersonStrip() {
  const { mine } = usePersons()
  if (mine.length < 2) return null
  return (
    <Suspense fallback={null}>
      <WhoHolds />
    </Suspense>
  )
}
