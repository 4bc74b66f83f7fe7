import type { ConfidenceView, Reading } from '@clairiere/ritual'

/** Takes what the reader may see of one row now. */
type See = (key: string, view: ConfidenceView | undefined) => void
/** Takes how far the rounds under way are. */
type Count = (views: readonly ConfidenceView[]) => void

/** What one reader has been told of confidences: on one socket, or up to one cursor. */
export class Shown {
  /** As whom they were told it; undefined: they were told nothing yet. */
  reading: Reading | null | undefined
  #answered: readonly ConfidenceView[]
  readonly #views: Map<string, ConfidenceView>

  constructor(before?: Shown) {
    this.reading = before?.reading
    this.#answered = before === undefined ? [] : before.#answered
    this.#views = new Map(before === undefined ? [] : before.#views)
  }

  get keys(): Iterable<string> {
    return this.#views.keys()
  }

  /** Answers what the reader has to be told of all that `say` gives: what is new or another, and last `payload: null` for what is gone. */
  hear(say: (see: See, count: Count) => void): readonly ConfidenceView[] {
    const news: ConfidenceView[] = []
    const gone: ConfidenceView[] = []
    const compare = (before: ConfidenceView | undefined, view: ConfidenceView | undefined): void => {
      if (before !== undefined && (view === undefined || before.personId !== view.personId)) gone.push(goneOf(before))
      if (view !== undefined && (before === undefined || !isSame(before, view))) news.push(view)
    }
    const see: See = (key, view) => {
      const before = this.#views.get(key)
      if (before === view) return
      if (view === undefined) this.#views.delete(key)
      else this.#views.set(key, view)
      compare(before, view)
    }
    const count: Count = (views) => {
      if (this.#answered === views) return
      const before = new Map(this.#answered.map((view) => [view.subject, view]))
      this.#answered = views
      for (const view of views) compare(before.get(view.subject), view)
      const subjects = new Set(views.map(({ subject }) => subject))
      for (const [subject, view] of before) if (!subjects.has(subject)) compare(view, undefined)
    }
    say(see, count)
    return [...news, ...gone]
  }
}

const goneOf = ({ kind, subject, personId }: ConfidenceView): ConfidenceView => ({
  kind,
  subject,
  ...(personId !== undefined && { personId }),
  payload: null,
})

/** What has not been replaced is told by its parts' identity, not by writing it out. */
export function isSame(one: ConfidenceView, other: ConfidenceView): boolean {
  const [a, b] = [one.payload ?? {}, other.payload ?? {}]
  const names = Object.keys(a)
  if (one.at !== other.at || one.personId !== other.personId || names.length !== Object.keys(b).length) return false
  return names.every(
    (name) => Object.is(a[name], b[name]) || (typeof a[name] === 'object' && JSON.stringify(a[name]) === JSON.stringify(b[name])),
  )
}
