import type { Fact, Id, Refusal, RefusalCode } from '@clairiere/ritual'
import type { Answer as AnswerRow } from '../store/store.ts'

/** What an act is answered, over HTTP and over the socket. */
export type ActAnswer =
  | { readonly ok: true; readonly seq?: number; readonly facts: readonly Fact[]; readonly result?: Readonly<Record<string, unknown>> }
  | Refusal

/** Answers that must not be written down are remembered for the latest acts only. */
const MAX_UNWRITTEN = 5_000
/** What only passes: an outbox sends its act again under the same id until it is taken. */
const PASSING: ReadonlySet<RefusalCode> = new Set(['too-many', 'not-saving'])
/** Refusals remembered of one person: an outbox repeats what it has just sent, and nobody pushes out what others were answered. */
const MAX_REFUSED = 64

interface Held {
  readonly actor: string
  readonly answer: ActAnswer
}

/**
 * The first answer to each act, given again when the act comes again. Acts whose author shall not be on a disk (whispers, unsigned things, everything
 * said in confidence) are remembered in memory alone. So are refusals of a rule: an act whose answer was lost shall not do in another phase what it was
 * refused in this one; whoever asks again sends another act. What only passes (the disk is full, too much at once) is never remembered.
 */
export class FirstAnswers {
  readonly #written = new Map<Id, Held>()
  readonly #unwritten = new Map<Id, Held>()
  readonly #refused = new Map<string, Map<Id, Refusal>>()

  constructor(rows: readonly AnswerRow[]) {
    for (const { actId, answer } of rows) this.#written.set(actId, JSON.parse(answer) as Held)
  }

  /** `other`: the id was used by somebody else, who alone may hear the answer. */
  find(actId: Id, actor: string): ActAnswer | 'other' | null {
    const held = this.#written.get(actId) ?? this.#unwritten.get(actId)
    if (held === undefined) return this.#refused.get(actor)?.get(actId) ?? null
    return held.actor === actor ? held.answer : 'other'
  }

  /** The row to store with the act's facts. */
  write(actId: Id, actor: string, answer: ActAnswer): AnswerRow {
    const held: Held = { actor, answer }
    this.#written.set(actId, held)
    return { actId, answer: JSON.stringify(held) }
  }

  remember(actId: Id, actor: string, answer: ActAnswer): void {
    this.#unwritten.set(actId, { actor, answer })
    for (const oldest of this.#unwritten.keys()) {
      if (this.#unwritten.size <= MAX_UNWRITTEN) break
      this.#unwritten.delete(oldest)
    }
  }

  /** A rule refused this act. Of others' ids it says nothing: what was refused made nothing. */
  rememberRefusal(actId: Id, actor: string, refusal: Refusal): void {
    if (PASSING.has(refusal.refused)) return
    const own = this.#refused.get(actor) ?? new Map<Id, Refusal>()
    this.#refused.set(actor, own.set(actId, refusal))
    for (const oldest of own.keys()) {
      if (own.size <= MAX_REFUSED) break
      own.delete(oldest)
    }
  }

  /** At sealing: the rows are gone, and what an answer said may have been meant for the circle alone. */
  forget(): void {
    this.#written.clear()
    this.#unwritten.clear()
    this.#refused.clear()
  }
}
