import type { PersonId } from '../ids.ts'
import type { Action } from './entities.ts'

/** An action of a former meeting names people; who is here under that name takes it up again and may answer for it [C7]. */
export const takenUpBy = (action: Action, people: readonly { id: PersonId; name: string }[]): Action => {
  const anew = people.filter(
    ({ id, name }) => action.carriedOver?.who.includes(name) === true && !action.takers.some((taker) => taker.personId === id),
  )
  return anew.length === 0 ? action : { ...action, takers: [...action.takers, ...anew.map(({ id }) => ({ personId: id, accepted: true }))] }
}
