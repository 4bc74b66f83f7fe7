import { createHash } from 'node:crypto'
import type { Instant, PersonId } from '@clairiere/ritual'
import type { LateWords } from '../store/store.ts'

/** Words that came after sealing, as their author and the scribe read them. */
export interface Late {
  readonly id: string
  readonly personId: PersonId
  readonly at: Instant
  readonly text: string
}

interface Kept {
  readonly id: string
  readonly personId: PersonId
  readonly payload: string
}

/** The late words of one meeting. Each is read once, when it comes; what is asked of all of them afterwards (whose, how many, the same again) reads none. */
export class LateShelf {
  readonly #kept: Kept[] = []
  readonly #byDigest = new Map<string, string>()
  readonly #counts = new Map<PersonId, number>()
  #letters = 0

  /** Rows are our own, decrypted and authenticated. */
  constructor(rows: readonly LateWords[]) {
    for (const { id, payload } of rows) this.#take({ ...(JSON.parse(payload) as Omit<Late, 'id'>), id }, payload)
  }

  /** Of all texts, in UTF-16 units. */
  get letters(): number {
    return this.#letters
  }

  countOf(personId: PersonId): number {
    return this.#counts.get(personId) ?? 0
  }

  /** The id under which these words of theirs came the first time. */
  idOf(personId: PersonId, text: string): string | null {
    return this.#byDigest.get(digestOf(personId, text)) ?? null
  }

  /** `null`: everybody's. */
  read(personId: PersonId | null): readonly Late[] {
    const asked = personId === null ? this.#kept : this.#kept.filter((kept) => kept.personId === personId)
    return asked.map(({ id, payload }) => ({ id, ...(JSON.parse(payload) as Omit<Late, 'id'>) }))
  }

  /** Answers the row to be stored. */
  add({ id, ...words }: Late): LateWords {
    const payload = JSON.stringify(words)
    this.#take({ id, ...words }, payload)
    return { id, payload }
  }

  #take({ id, personId, text }: Late, payload: string): void {
    const digest = digestOf(personId, text)
    this.#kept.push({ id, personId, payload })
    if (!this.#byDigest.has(digest)) this.#byDigest.set(digest, id)
    this.#counts.set(personId, this.countOf(personId) + 1)
    this.#letters += text.length
  }
}

const digestOf = (personId: PersonId, text: string): string =>
  createHash('sha256').update(personId).update(' ').update(text).digest('base64')
