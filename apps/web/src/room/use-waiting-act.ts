import type { ActInput, PersonId } from '@clairiere/ritual'
import { useLink, useRoom } from './room.tsx'

type Waiting<T extends ActInput['type']> = Extract<ActInput, { type: T }>

/** The last act of these types about this person that has not left this device yet: what they said stands in their form, and a second tap does not put less in its place. */
export const useWaitingAct = <T extends ActInput['type']>(types: readonly T[], about: PersonId): Waiting<T> | undefined => {
  const { identity } = useRoom()
  const isMeant = (act: ActInput): act is Waiting<T> =>
    types.some((type) => type === act.type) && (('personId' in act && act.personId) || identity.personId) === about
  return useLink(({ outbox }) => outbox.waiting.map(({ act }) => act).findLast(isMeant))
}
