import {
  SecretBox,
  answeredViews,
  confidenceView,
  isSameReading,
  memoryOnlyKinds,
  readingsOf,
  type Board,
  type Confidence,
  type ConfidenceChange,
  type ConfidenceKind,
  type ConfidenceView,
  type PersonId,
  type Reading,
} from '@clairiere/ritual'
import type { Confidence as Row, ConfidenceChange as RowChange } from '../store/store.ts'
import { isSame, type Shown } from './shown.ts'

type Named = Pick<Confidence, 'kind' | 'subject' | 'personId'>

/** Who may read what, with all that this depends on: made again when one of these is another. */
interface Readings {
  readonly on: readonly unknown[]
  readonly of: (reader: PersonId) => Reading | null
}

/** How far the rounds under way are, for all and for facilitation; the same lists until something in them changes. */
interface Counts {
  readonly on: readonly unknown[]
  readonly numbers: readonly ConfidenceView[]
  readonly names: readonly ConfidenceView[]
}

/** What one reader has to be told, given what they were shown: new and changed views, then `payload: null` for those that are gone. */
type Tidings = (reader: PersonId, shown: Shown) => readonly ConfidenceView[]

/**
 * What was said in confidence in one room. Whispers and level-1 signals stay in this object and are never handed to the store [§2.5-16]; the rest go
 * to it as rows of their own, without a seq. It never enters the document, a fact or a log [architecture, always 7].
 */
export class Confidences {
  #box: SecretBox
  readonly #looked: (views: number) => void
  /** Put or dropped since all were told. */
  readonly #changed = new Map<string, Named>()
  readonly #revisions = { signals: 0, answers: 0 }
  #readings: Readings | null = null
  #counts: Counts | null = null
  /** Those by which all were last told: one reader asking meanwhile is not the others being told. */
  #told: { readonly readings: Readings | null; readonly counts: Counts | null } = { readings: null, counts: null }

  /** `looked`: so many confidences were looked at for one reader. */
  constructor(rows: readonly Row[], looked: (views: number) => void = () => {}) {
    this.#box = new SecretBox(rows.map(fromRow))
    this.#looked = looked
  }

  get secrets(): SecretBox {
    return this.#box
  }

  /** True while something is here that would be lost with this object. */
  get holdsMemoryOnly(): boolean {
    return memoryOnlyKinds.some((kind) => this.#box.all(kind).length > 0)
  }

  dropMemoryOnly(): void {
    this.#keep(({ kind }) => !memoryOnlyKinds.includes(kind))
  }

  /** Takes the changes in; returns what the store has to keep of them. */
  apply(changes: readonly ConfidenceChange[]): readonly RowChange[] {
    this.#box.apply(changes)
    for (const change of changes) this.#note('put' in change ? change.put : change.drop)
    return changes.flatMap((change) => toRow(change) ?? [])
  }

  /** Sealing destroyed the rows; here too nothing remains. */
  forget(): void {
    this.#keep(() => false)
  }

  /** All that one reader may see, against what they were shown before. */
  all(board: Board, online: ReadonlySet<PersonId>, reader: PersonId, shown: Shown): readonly ConfidenceView[] {
    return this.#whole(this.#countsOf(board), this.#readingsOf(board, online).of(reader), shown)
  }

  /**
   * What has changed since the last call, to be asked for everyone who was told the rest: rows that were put or dropped, and all of it for those alone who read otherwise
   * than before. Null: nobody has to be told anything.
   */
  tidings(board: Board, online: ReadonlySet<PersonId>): Tidings | null {
    const changed = [...this.#changed]
    this.#changed.clear()
    const before = this.#told
    const [readings, counts] = [this.#readingsOf(board, online), this.#countsOf(board)]
    this.#told = { readings, counts }
    if (changed.length === 0 && before.readings === readings && before.counts === counts) return null
    return (reader, shown) => {
      const reading = readings.of(reader)
      const isAsBefore = reading !== null && shown.reading !== undefined && isSameReading(shown.reading, reading)
      return isAsBefore ? this.#since(changed, counts, reading, shown) : this.#whole(counts, reading, shown)
    }
  }

  #since(changed: readonly (readonly [string, Named])[], counts: Counts, reading: Reading, shown: Shown): readonly ConfidenceView[] {
    this.#looked(changed.length)
    return shown.hear((see, count) => {
      for (const [key, { kind, subject, personId }] of changed) {
        const confidence = this.#box.one(kind, subject, personId)
        see(key, confidence && confidenceView(confidence, reading))
      }
      count(answersFor(reading, counts))
    })
  }

  #whole(counts: Counts, reading: Reading | null, shown: Shown): readonly ConfidenceView[] {
    shown.reading = reading
    const rows = reading === null ? [] : [...this.#box]
    this.#looked(rows.length)
    return shown.hear((see, count) => {
      const left = new Set(shown.keys)
      for (const confidence of rows) {
        const key = keyOf(confidence)
        left.delete(key)
        see(key, reading === null ? undefined : confidenceView(confidence, reading))
      }
      for (const key of left) see(key, undefined)
      count(answersFor(reading, counts))
    })
  }

  #note(named: Named): void {
    const { kind, subject, personId } = named
    this.#changed.set(keyOf(named), { kind, subject, ...(personId !== undefined && { personId }) })
    if (kind === 'signal') this.#revisions.signals++
    if (kind === 'position' || kind === 'ballot') this.#revisions.answers++
  }

  #keep(isKept: (confidence: Confidence) => boolean): void {
    const rows = [...this.#box]
    this.#box = new SecretBox(rows.filter(isKept))
    for (const row of rows) if (!isKept(row)) this.#note(row)
  }

  #readingsOf(board: Board, online: ReadonlySet<PersonId>): Readings {
    const on = [board.meeting, board.people, board.roles, online, this.#revisions.signals]
    if (this.#readings === null || !isSameList(this.#readings.on, on)) this.#readings = { on, of: readingsOf(board, this.#box, online) }
    return this.#readings
  }

  #countsOf(board: Board): Counts {
    const on = [board.decisions, board.people, this.#revisions.answers]
    const before = this.#counts
    if (before !== null && isSameList(before.on, on)) return before
    const numbers = answeredViews(board, this.#box, { facilitates: false })
    const names = answeredViews(board, this.#box, { facilitates: true })
    const isAsBefore = before !== null && areSame(before.numbers, numbers) && areSame(before.names, names)
    this.#counts = isAsBefore ? { on, numbers: before.numbers, names: before.names } : { on, numbers, names }
    return this.#counts
  }
}

const answersFor = (reading: Reading | null, { numbers, names }: Counts): readonly ConfidenceView[] =>
  reading === null ? [] : reading.facilitates ? names : numbers

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean => one.every((item, at) => Object.is(item, other[at]))

const areSame = (one: readonly ConfidenceView[], other: readonly ConfidenceView[]): boolean =>
  one.length === other.length && one.every((view, at) => view.subject === other[at]?.subject && isSame(view, other[at]))

/** Ids hold no space. */
const keyOf = ({ kind, subject, personId = '' }: { kind: ConfidenceKind; subject: string; personId?: string }): string =>
  `${kind} ${subject} ${personId}`

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
