import { compareRefs, type Action, type PersonId, type PublicBoard, type RoleId } from '@clairiere/ritual'

/** What somebody gave to the circle, as facts and never as a number to compare: roles held, things done, things carried, help given [C3]. */
export interface Recognition {
  /** Roles of this meeting, and of those before by their day. */
  roles: readonly { role: RoleId; meeting?: string }[]
  done: readonly Action[]
  carried: readonly Action[]
  helped: readonly Action[]
}

export const recognitionOf = (board: PublicBoard, personId: PersonId): Recognition => {
  const name = board.people[personId]?.name ?? ''
  const here = Object.values(board.roles).flatMap(({ role, holders, pairs, backups }) =>
    role !== 'host' && [...holders, ...pairs, ...backups].includes(personId) ? [{ role }] : [],
  )
  const before = board.previous.roleHistory.flatMap(({ meeting, ...held }) =>
    Object.entries(held).flatMap(([role, holder]) => (holder === name ? [{ role: role as RoleId, meeting }] : [])),
  )
  const actions = Object.values(board.actions).toSorted((a, b) => compareRefs(a.ref, b.ref))
  const carries = ({ takers, carriedOver }: Action): boolean =>
    takers.some((taker) => taker.personId === personId && taker.accepted) || carriedOver?.who.includes(name) === true
  return {
    roles: [...here, ...before.toReversed()],
    done: actions.filter((action) => action.status === 'done' && carries(action)),
    carried: actions.filter((action) => action.status !== 'done' && action.status !== 'dropped' && carries(action)),
    helped: actions.filter(({ helpers, carriedOver }) => helpers.includes(personId) || carriedOver?.helpers?.includes(name) === true),
  }
}
