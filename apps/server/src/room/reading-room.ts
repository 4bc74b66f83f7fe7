import { refuse, type ConfidenceView, type Outcome, type PersonId } from '@clairiere/ritual'
import { randomSecret } from '../keys/server-key.ts'
import type { RoomCore } from './core.ts'
import { readStateVector } from './protocol.ts'
import { Shown } from './shown.ts'

/** What a reader is answered. `complete`: everything they may read, in place of what they had; else only what changed since their cursor. */
export interface Reading {
  readonly cursor: string
  readonly complete: boolean
  readonly confidences: readonly ConfidenceView[]
}

/** Cursors a person may still come back with: two devices, and an answer that got lost. */
const CURSORS_PER_PERSON = 8

/**
 * Document and confidences over HTTP, for those without a socket. A cursor is a random word for what one person was shown; it opens nothing for anyone else, and one
 * that is too old is answered with everything.
 */
export class ReadingRoom {
  readonly #core: RoomCore
  readonly #shownByPerson = new Map<PersonId, Map<string, Shown>>()

  constructor(core: RoomCore) {
    this.#core = core
  }

  /** What a device of this state lacks of the document, as an update encoded once for all who ask; null when its document is over. Refuses whoever asks for too much of it. */
  rest(personId: PersonId, stateVector: Uint8Array | null): Outcome<Uint8Array | null> {
    const { state, budgets, means } = this.#core
    const clients = stateVector === null ? [] : (readStateVector(stateVector)?.keys() ?? [])
    if (state.isPast(clients)) return { ok: true, value: null }
    const [budget] = budgets.of(personId, null)
    if (budget?.mayAsk(means.now()) === false) return refuse('too-many')
    const before = state.answerWork
    const update = state.restUpdate(stateVector)
    budget?.answered(Math.max(update.length, state.answerWork - before), means.now())
    return { ok: true, value: update }
  }

  read(personId: PersonId, since: string | null): Reading {
    const shown = this.#shownByPerson.get(personId) ?? new Map<string, Shown>()
    this.#shownByPerson.set(personId, shown)
    const before = since === null ? undefined : shown.get(since)
    const { confidences, board, online } = this.#core
    const after = new Shown(before)
    const news = confidences.all(board, online, personId, after)
    const cursor = randomSecret()
    shown.set(cursor, after)
    for (const oldest of shown.keys()) {
      if (shown.size <= CURSORS_PER_PERSON) break
      shown.delete(oldest)
    }
    return { cursor, complete: before === undefined, confidences: news }
  }
}
