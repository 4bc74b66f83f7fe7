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
