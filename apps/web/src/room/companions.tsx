import { useEffect } from 'react'
import { Companion } from './companion.ts'
import type { Identity } from './identity.ts'
import { usePersons } from './persons.tsx'
import { useRoom } from './room.tsx'
import { useBoard } from './use-board.ts'

/** The others of this device stay in the circle while one of them acts; whoever has left it is left alone. */
export function Companions() {
  const { identity } = useRoom()
  const { mine } = usePersons()
  return mine.filter(({ personId }) => personId !== identity.personId).map((other) => <Beside key={other.personId} identity={other} />)
}

function Beside({ identity }: { identity: Identity }) {
  const stays = useBoard(({ people, meeting }) => {
    const presence = people[identity.personId]?.presence
    return meeting.closedAt === undefined && presence !== undefined && presence !== 'left'
  })
  useEffect(() => {
    if (!stays) return
    const companion = new Companion(identity)
    return () => companion.end()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the same person under another object is no other companion
  }, [identity.personId, identity.generation, stays])
  return null
}
