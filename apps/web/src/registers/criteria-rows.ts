import { compareRefs, type Day, type PublicBoard, type ReviewVerdict } from '@clairiere/ritual'

/** A decision that stands and says how one will know whether it works. */
export interface CriteriaRow {
  ref: string
  title: string
  criteria: readonly string[]
  reviewOn: Day
  /** What the group said the last time it looked. */
  verdict?: ReviewVerdict
}

/** Decisions with criteria, adopted here or before, the next to be looked at first. */
export const criteriaRows = ({ decisions, reviews }: Pick<PublicBoard, 'decisions' | 'reviews'>): readonly CriteriaRow[] => {
  const before = Object.values(reviews).flatMap(
    ({ ref, title, criteria = [], reviewOn, nextOn, verdict, before: former }): CriteriaRow[] => {
      const said = verdict ?? former?.verdict
      return criteria.length === 0 ? [] : [{ ref, title, criteria, reviewOn: nextOn ?? reviewOn, ...(said && { verdict: said }) }]
    },
  )
  const here = Object.values(decisions).flatMap(({ status, ref, title, criteria, reviewOn }): CriteriaRow[] =>
    status === 'adopted' && ref !== undefined && criteria.length > 0 ? [{ ref, title, criteria, reviewOn }] : [],
  )
  return [...before, ...here].toSorted((a, b) => (a.reviewOn === b.reviewOn ? compareRefs(a.ref, b.ref) : a.reviewOn < b.reviewOn ? -1 : 1))
}
