import { useMemo } from 'react'
import { useConfidences } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import type { Reader } from './awaited.ts'
import { useToday } from '../room/days.ts'

/** The person of this device as `awaitedOf` knows them: who, which unsigned entries are theirs, and what day it is. */
export const useReader = (): Reader => {
  const { me } = useMine()
  const today = useToday()
  const authorships = useConfidences('authorship')
  return useMemo(() => ({ me, today, own: new Set(authorships.map(({ subject }) => subject)) }), [me, today, authorships])
}
