import type { PersonId } from '@clairiere/ritual'
import { inTurns } from './turns.ts'
import type { Piece } from './words-tick.ts'

/** So many bytes may wait for their ticks; what comes on top stays on its device, which is asked again when half of it has gone. */
const MAX_BYTES = 16 * 1024 * 1024

/** Words that wait for a tick: as they came, or person by person once a tick had to leave some. */
export class WaitingWords {
  #pieces: readonly Piece[] = []
  #new: Piece[] = []
  #bytes = 0
  #hasRest = false
  #isCrowded = false
  /** Whose words the last tick took. */
  #served: ReadonlySet<PersonId> = new Set()

  get isEmpty(): boolean {
    return this.#pieces.length + this.#new.length === 0
  }

  /** The last tick left some of them. */
  get hasRest(): boolean {
    return this.#hasRest
  }

  /** False: too much waits already. */
  get hasRoom(): boolean {
    const hasRoom = this.#bytes < MAX_BYTES
    this.#isCrowded ||= !hasRoom
    return hasRoom
  }

  add(piece: Piece): void {
    this.#new.push(piece)
    this.#bytes += piece.update.length
  }

  /** Whether words of this person wait. */
  holds(personId: PersonId): boolean {
    const isTheirs = ({ connection }: Piece): boolean => connection.personId === personId
    return this.#pieces.some(isTheirs) || this.#new.some(isTheirs)
  }

  /** All of them, in the order in which a tick takes them; `took` says how many it did. */
  inOrder(): readonly Piece[] {
    const all = this.#hasRest ? inTurns([...this.#pieces, ...this.#new], this.#served) : this.#new
    this.#pieces = all
    this.#new = []
    return all
  }

  /** The tick took the first so many. True: there is room again for what was left on devices. */
  took(count: number): boolean {
    const taken = this.#pieces.slice(0, count)
    for (const { update } of taken) this.#bytes -= update.length
    this.#pieces = this.#pieces.slice(count)
    this.#hasRest = this.#pieces.length > 0
    if (this.#hasRest) this.#served = new Set(taken.map(({ connection }) => connection.personId))
    const hasRoomAgain = this.#isCrowded && this.#bytes <= MAX_BYTES / 2
    if (hasRoomAgain) this.#isCrowded = false
    return hasRoomAgain
  }

  clear(): void {
    this.#pieces = []
    this.#new = []
    this.#bytes = 0
    this.#hasRest = false
  }
}
