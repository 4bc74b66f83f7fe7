import {
  SecretBox,
  confidenceViews,
  memoryOnlyKinds,
  type Board,
  type Confidence,
  type ConfidenceChange,
  type ConfidenceView,
  type PersonId,
} from '@clairiere/ritual'
import type { Confidence as Row, ConfidenceChange as RowChange } from '../store/store.ts'

/** What changed for one reader: the wire's array, and what the reader has seen after it. */
export interface Disclosure {
  readonly news: readonly ConfidenceView[]
  readonly shown: ReadonlyMap<string, ConfidenceView>
}

/**
 * What was said in confidence in one room. Whispers and level-1 signals stay in this object and are never handed to the store [§2.5-16]; the rest go
 * to it as rows of their own, without a seq. It never enters the document, a fact or a log [architecture, always 7].
 */
export class Confidences {
  #box: SecretBox

  constructor(rows: readonly Row[]) {
    this.#box = new SecretBox(rows.map(fromRow))
  }

  get secrets(): SecretBox {
    return this.#box
  }

  /** True while something is here that would be lost with this object. */
  get holdsMemoryOnly(): boolean {
    return memoryOnlyKinds.some((kind) => this.#box.all(kind).length > 0)
  }

  dropMemoryOnly(): void {
    this.#box = new SecretBox([...this.#box].filter(({ kind }) => !memoryOnlyKinds.includes(kind)))
  }

  /** Takes the changes in; returns what the store has to keep of them. */
  apply(changes: readonly ConfidenceChange[]): readonly RowChange[] {
    this.#box.apply(changes)
    return changes.flatMap((change) => toRow(change) ?? [])
  }

  /** Sealing destroyed the rows; here too nothing remains. */
  forget(): void {
    this.#box = new SecretBox()
  }

  /** What a reader has to be told, given what they were shown before: new and changed views, and `payload: null` for those that are gone. */
  disclose(board: Board, reader: PersonId, online: ReadonlySet<PersonId>, shown: ReadonlyMap<string, ConfidenceView>): Disclosure {
    const views = new Map(confidenceViews(board, this.#box, reader, online).map((view) => [keyOf(view), view]))
    const news: ConfidenceView[] = []
    for (const [key, view] of views) {
      const before = shown.get(key)
      if (before === undefined || !isSame(before, view)) news.push(view)
    }
    for (const [key, { kind, subject, personId }] of shown) {
      if (!views.has(key)) news.push({ kind, subject, ...(personId !== undefined && { personId }), payload: null })
    }
    return { news, shown: views }
  }
}

/** Ids hold no space. */
const keyOf = ({ kind, subject, personId = '' }: ConfidenceView): string => `${kind} ${subject} ${personId}`

/** Every device is asked about every confidence at every change: what has not been replaced is told by its parts' identity, not by writing it out. */
function isSame(one: ConfidenceView, other: ConfidenceView): boolean {
  const [a, b] = [one.payload ?? {}, other.payload ?? {}]
  const names = Object.keys(a)
  if (one.at !== other.at || names.length !== Object.keys(b).length) return false
  return names.every(
    (name) => Object.is(a[name], b[name]) || (typeof a[name] === 'object' && JSON.stringify(a[name]) === JSON.stringify(b[name])),
  )
}

function toRow(change: ConfidenceChange): RowChange | null {
  const { kind, subject, personId } = 'put' in change ? change.put : change.drop
  if (memoryOnlyKinds.includes(kind)) return null
  const payload = 'put' in change ? JSON.stringify({ at: change.put.at, payload: change.put.payload }) : null
  return { kind, subject, person: personId ?? '', payload }
}

/** Rows are our own, decrypted and authenticated: what stands in them was put there by `toRow`. */
function fromRow(row: Row): Confidence {
  const { at, payload } = JSON.parse(row.payload) as Pick<Confidence, 'at' | 'payload'>
  return { kind: row.kind, subject: row.subject, ...(row.person !== '' && { personId: row.person }), at, payload } as Confidence
}
