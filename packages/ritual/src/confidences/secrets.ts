import type { Confidence, ConfidenceChange, ConfidenceKind, Secrets } from './entities.ts'

/** Within a kind; ids hold no space. */
const keyOf = ({ subject, personId }: { subject: string; personId?: string }): string =>
  personId === undefined ? subject : `${subject} ${personId}`

/** Confidences in memory, one per kind, subject and person; a later one replaces the earlier and keeps its place. */
export class SecretBox implements Secrets {
  readonly #byKind = new Map<ConfidenceKind, Map<string, Confidence>>()

  constructor(confidences: Iterable<Confidence> = []) {
    for (const confidence of confidences) this.#of(confidence.kind).set(keyOf(confidence), confidence)
  }

  apply(changes: readonly ConfidenceChange[]): void {
    for (const change of changes) {
      if ('put' in change) this.#of(change.put.kind).set(keyOf(change.put), change.put)
      else this.#of(change.drop.kind).delete(keyOf(change.drop))
    }
  }

  all<K extends ConfidenceKind>(kind: K, subject?: string): readonly Extract<Confidence, { kind: K }>[] {
    const found = [...this.#of(kind).values()] as Extract<Confidence, { kind: K }>[]
    return subject === undefined ? found : found.filter((confidence) => confidence.subject === subject)
  }

  one<K extends ConfidenceKind>(kind: K, subject: string, personId?: string): Extract<Confidence, { kind: K }> | undefined {
    const key = keyOf(personId === undefined ? { subject } : { subject, personId })
    return this.#of(kind).get(key) as Extract<Confidence, { kind: K }> | undefined
  }

  /** Kind by kind. */
  *[Symbol.iterator](): IterableIterator<Confidence> {
    for (const ofKind of this.#byKind.values()) yield* ofKind.values()
  }

  #of(kind: ConfidenceKind): Map<string, Confidence> {
    const found = this.#byKind.get(kind) ?? new Map<string, Confidence>()
    this.#byKind.set(kind, found)
    return found
  }
}
