import type { PersonId } from '@clairiere/ritual'
import type { ActAnswer } from './first-answers.ts'

/** How a socket presents itself. */
export interface Visitor {
  readonly personId: PersonId
  /** The first person of the device, when several share one: what this one sends is counted for both. */
  readonly host: PersonId | null
  /** `v=1`: it understands message types 100 and 101. */
  readonly speaksMore: boolean
  /** `gen`, when the device says which generation its document is of. */
  readonly generation: number | null
  /** Puts an answer into the words of the wire, in this device's language. */
  readonly phrase: (id: string, answer: ActAnswer) => Promise<object>
}
