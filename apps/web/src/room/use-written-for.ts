import { writesFor, type Person } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useBoard } from './use-board.ts'
import { useMine } from './use-roles.ts'

/** The people without a device for whom this person writes now: those they entered, and for whoever leads those whose neighbour is not here [§2.5-8]. */
export const useWrittenFor = (): readonly Person[] => {
  const { me, facilitating } = useMine()
  const meeting = useBoard((board) => board.meeting)
  const people = useBoard((board) => board.people)
  return useMemo(
    () => Object.values(people).filter((person) => person.id !== me && writesFor({ meeting, people }, me, person, facilitating)),
    [me, facilitating, meeting, people],
  )
}
