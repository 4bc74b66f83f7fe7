import type { ConfidenceView } from '@clairiere/ritual'

/** What this person may read of confidences, by what each is about. */
export type ConfidenceViews = ReadonlyMap<string, ConfidenceView>

/** The same with some changed; `payload: null` is gone. */
export const withViews = (before: ConfidenceViews, views: readonly ConfidenceView[]): ConfidenceViews => {
  const next = new Map(before)
  for (const view of views) {
    const key = `${view.kind} ${view.subject} ${view.personId ?? ''}`
    if (view.payload === null) next.delete(key)
    else next.set(key, view)
  }
  return next
}

/** What is confided to this person now. Each socket begins by telling all of it, and of what is not there any more says nothing: it goes then. */
export class Confided {
  views: ConfidenceViews = new Map()
  #isAnew = false

  /** A socket opened: what was shown before stays until it has spoken. */
  anew(): void {
    this.#isAnew = true
  }

  /** `isAll`: nothing else is confided. */
  take(views: readonly ConfidenceView[], isAll = this.#isAnew): void {
    this.views = withViews(isAll ? new Map() : this.views, views)
    if (isAll) this.#isAnew = false
  }

  /** The socket has brought the document: had anything been confided, it would have come before. */
  synced(): void {
    if (this.#isAnew) this.take([])
  }
}
