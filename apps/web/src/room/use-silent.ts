import type { PersonId } from '@clairiere/ritual'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { PeopleSet } from './people-set.ts'
import { useLink } from './room.tsx'
import { useBoard } from './use-board.ts'
import { usePresent } from './use-people.ts'

/** After so long without a device a grey dot says so; shorter cuts are nobody's business [§4.1]. */
const SILENT_AFTER_MS = 20_000

/**
 * People who are still of the meeting and whose device has been silent for twenty seconds, as this device sees it; nobody while it is offline
 * itself, and never its owner: the server stamps one's presence for the others and does not send it back.
 */
export const useSilent = (): ReadonlySet<PersonId> => {
  const people = useBoard((board) => board.people)
  const me = useLink((link) => link.identity.personId)
  const online = useLink((link) => link.saved.kind !== 'offline' && link.saved.kind !== 'connecting')
  const present = usePresent()
  const since = useRef(new Map<PersonId, number>())
  const [silent] = useState(() => new PeopleSet())
  useEffect(() => {
    const look = (): void => {
      const now = Date.now()
      const next = new Set<PersonId>()
      for (const { id, presence, device, offlineSince } of Object.values(people)) {
        if (id === me) continue
        const missing = online && presence === 'present' && device !== 'none' && !present.has(id)
        if (!missing) since.current.delete(id)
        else if (!since.current.has(id)) since.current.set(id, now)
        // Of those who hold a role the board says it, in the record's time; of the others each device counts for itself.
        if (offlineSince !== undefined || now - (since.current.get(id) ?? now) >= SILENT_AFTER_MS) next.add(id)
      }
      silent.becomes(next)
    }
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [me, people, present, online, silent])
  return useSyncExternalStore(silent.subscribe, silent.get)
}
