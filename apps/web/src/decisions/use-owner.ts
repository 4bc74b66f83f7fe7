import type { Objection, PersonId } from '@clairiere/ritual'
import { useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'

/** Whose an objection is, where this device acts on it: its person's, that of somebody without a device for whom they write, or one it alone knows; else undefined. */
export const useOwner = (): ((objection: Objection | undefined) => PersonId | undefined) => {
  const { me } = useMine()
  const written = useWrittenFor()
  const kept = useConfidences('authorship')
  return (objection) => {
    if (objection === undefined) return undefined
    const { personId } = objection
    if (personId === undefined) return kept.find(({ subject }) => subject === `objection:${objection.id}`)?.personId
    return personId === me || written.some(({ id }) => id === personId) ? personId : undefined
  }
}
