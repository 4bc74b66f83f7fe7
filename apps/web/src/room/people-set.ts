import type { PersonId } from '@clairiere/ritual'
import { Subscribers } from './subscribers.ts'

/**
 * People as a component reads them again and again, for `useSyncExternalStore`: those who listen are told when somebody comes in or leaves, and of nothing else.
 * A state of React that is set to what it was keeps each such setting, with all it names, until the component renders next: in a hall where nobody moves, never.
 */
export class PeopleSet {
  readonly #changes = new Subscribers()
  readonly subscribe = this.#changes.subscribe
  #now: ReadonlySet<PersonId> = new Set()

  /** The same set for as long as the same people are in it. */
  readonly get = (): ReadonlySet<PersonId> => this.#now

  /** Who they are from now on. */
  becomes(next: ReadonlySet<PersonId>): void {
    if (next.size === this.#now.size && [...next].every((id) => this.#now.has(id))) return
    this.#now = next
    this.#changes.notify()
  }
}
