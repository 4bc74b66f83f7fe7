import type { Connection } from './connection.ts'

/**
 * One thing of each person, then the next of each, until all are dealt: who sends much waits behind themselves alone. What one person sent keeps its
 * order; whose turn it just was (`served`) come after the others.
 */
export function inTurns<T extends { readonly connection: Pick<Connection, 'personId'> }>(
  things: readonly T[],
  served: ReadonlySet<string>,
): T[] {
  const byPerson = new Map<string, T[]>()
  for (const thing of things) {
    const own = byPerson.get(thing.connection.personId)
    if (own === undefined) byPerson.set(thing.connection.personId, [thing])
    else own.push(thing)
  }
  const order = [...byPerson].toSorted(([one], [other]) => Number(served.has(one)) - Number(served.has(other)))
  const dealt: T[] = []
  for (let turn = 0; dealt.length < things.length; turn++) {
    for (const [, own] of order) {
      const thing = own[turn]
      if (thing !== undefined) dealt.push(thing)
    }
  }
  return dealt
}
