import type { PersonId } from '@clairiere/ritual'
import { useEffect, useState } from 'react'
import { useLink, useRoom } from './room.tsx'

/** The public place a person looks at: the room or an item, never a private panel. */
export type Place = 'room' | `item:${string}`

/** Who has a device here now, and where they look; from presence, never stored. Identities are stamped by the server. */
export const usePresent = (): ReadonlyMap<PersonId, Place> => {
  const replica = useLink((link) => link.replica)
  const [present, setPresent] = useState<ReadonlyMap<PersonId, Place>>(new Map())
  useEffect(() => {
    const { awareness } = replica.provider
    const read = (): void => {
      const next = new Map<PersonId, Place>()
      for (const state of awareness.getStates().values()) {
        const { user, place } = state as { user?: { id?: string }; place?: Place }
        if (user?.id) next.set(user.id, place ?? 'room')
      }
      setPresent(next)
    }
    awareness.on('change', read)
    read()
    return () => awareness.off('change', read)
  }, [replica])
  return present
}

/** Says where this person looks, while the component is mounted. */
export const usePlace = (place: Place): void => {
  const { replica } = useRoom()
  useEffect(() => {
    replica.provider.awareness.setLocalStateField('place', place)
  }, [replica, place])
}
