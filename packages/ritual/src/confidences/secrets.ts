import type { Confidence, ConfidenceChange, ConfidenceKind, Secrets } from './entities.ts'

const keyOf = (confidence: { kind: string; subject: string; personId?: string }): string =>
  JSON.stringify([confidence.kind, confidence.subject, confidence.personId ?? null])

/** Confidences in memory, one per kind, subject and person; a later one replaces the earlier and keeps its place. */
export class SecretBox implements Secrets {
  readonly #byKey = new Map<string, Confidence>()

  constructor(confidences: Iterable<Confidence> = []) {
    for (const confidence of confidences) this.#byKey.set(keyOf(confidence), confidence)
  }

  apply(changes: readonly ConfidenceChange[]): void {
    for (const change of changes) {
      if ('put' in change) this.#byKey.set(keyOf(change.put), change.put)
      else this.#byKey.delete(keyOf(change.drop))
    }
  }

  all<K extends ConfidenceKind>(kind: K, subject?: string): readonly Extract<Confidence, { kind: K }>[] {
    const found: Extract<Confidence, { kind: K }>[] = []
    for (const confidence of this.#byKey.values()) {
      if (confidence.kind === kind && (subject === undefined || confidence.subject === subject))
        found.push(confidence as Extract<Confidence, { kind: K }>)
    }
    return found
  }

  one<K extends ConfidenceKind>(kind: K, subject: string, personId?: string): Extract<Confidence, { kind: K }> | undefined {
    const key = keyOf(personId === undefined ? { kind, subject } : { kind, subject, personId })
    return this.#byKey.get(key) as Extract<Confidence, { kind: K }> | undefined
  }

  [Symbol.iterator](): IterableIterator<Confidence> {
    return this.#byKey.values()
  }
}
