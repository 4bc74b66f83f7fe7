import type { PublicBoard } from '../board.ts'
import { given } from '../fields.ts'
import type { Previous } from '../meeting/handed-on.ts'
import type { Action } from './entities.ts'

type Named = Pick<Previous['actions'][number], 'who' | 'proposedTo' | 'helpers'>

/** Whom an action names for the meetings that follow, by full name: who carries it, who was asked and has not answered [§2.5-4], who helps [C7]. */
export const namedIn = ({ people }: Pick<PublicBoard, 'people'>, { takers, absent = [], helpers, carriedOver }: Action): Named => {
  const namesOf = (ids: readonly string[]): string[] => ids.flatMap((id) => people[id]?.name ?? [])
  const taken = (accepted: boolean): string[] =>
    namesOf(takers.filter((taker) => taker.accepted === accepted).map((taker) => taker.personId))
  const who = [...new Set([...taken(true), ...(carriedOver?.who ?? [])])]
  const others = (names: readonly string[]): string[] | undefined => {
    const left = [...new Set(names)].filter((name) => !who.includes(name))
    return left.length === 0 ? undefined : left
  }
  const proposedTo = others([...taken(false), ...absent])
  return { who, ...given({ proposedTo, helpers: others([...(carriedOver?.helpers ?? []), ...namesOf(helpers)]) }) }
}
