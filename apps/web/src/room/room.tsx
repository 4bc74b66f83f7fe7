import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Identity } from './identity.ts'
import { RoomLink } from './room-link.ts'

const RoomContext = createContext<RoomLink | null>(null)

/** Opens the room of one person of this device for everything below it. `key` by meeting and person: no state leaks from one to the other. */
export const Room = ({ identity, children }: { identity: Identity; children: ReactNode }) => {
  const [link, setLink] = useState<RoomLink | null>(null)
  useEffect(() => {
    const opened = new RoomLink(identity)
    setLink(opened)
    void opened.start()
    return () => opened.end()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the identity object changes with the generation, which the link itself follows; `key` remounts for another person
  }, [])
  return link && <RoomContext value={link}>{children}</RoomContext>
}

/** The link of the room we are in. Throws outside of a `Room`. */
export const useRoom = (): RoomLink => {
  const link = useContext(RoomContext)
  if (link === null) throw new Error('useRoom outside of a Room')
  return link
}

/** Reads one thing of the link again whenever it changes; `select` must give the same identity for the same state. */
export const useLink = <T,>(select: (link: RoomLink) => T): T => {
  const link = useRoom()
  return useSyncExternalStore(link.changes.subscribe, () => select(link))
}
