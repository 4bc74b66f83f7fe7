import type { PersonId } from '@clairiere/ritual'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { PeopleSet } from './people-set.ts'
import { useLink, useRoom } from './room.tsx'

/** The public place a person looks at: the room or an item, never a private panel. */
export type Place = 'room' | `item:${string}`

/** A hall that comes in, or goes to an item, is read so often at most. Ms. */
const READ_EVERY_MS = 250

/** Who has a device here now; from presence, never stored. Identities are stamped by the server. Where each of them looks renders nothing [§4.8]. */
export const usePresent = (): ReadonlySet<PersonId> => {
  const replica = useLink((link) => link.replica)
  const [present] = useState(() => new PeopleSet())
  useEffect(() => {
    const { awareness } = replica.provider
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = (): void => {
      timer = undefined
      const next = new Set<PersonId>()
      for (const state of awareness.getStates().values()) {
        const { user } = state as { user?: { id?: string } }
        if (user?.id) next.add(user.id)
      }
      present.becomes(next)
    }
    const later = (): void => {
      timer ??= setTimeout(read, READ_EVERY_MS)
    }
    awareness.on('change', later)
    read()
    return () => {
      awareness.off('change', later)
      clearTimeout(timer)
    }
  }, [replica, present])
  return useSyncExternalStore(present.subscribe, present.get)
}

/** Says where this person looks, while the component is mounted. */
export const usePlace = (place: Place): void => {
  const { replica } = useRoom()
  useEffect(() => {
    replica.provider.awareness.setLocalStateField('place', place)
  }, [replica, place])
}
