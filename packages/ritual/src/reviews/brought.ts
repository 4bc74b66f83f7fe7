import type { Board } from '../board.ts'
import { given } from '../fields.ts'
import type { Day } from '../ids.ts'
import type { Previous } from '../meeting/handed-on.ts'
import { compareRefs } from '../refs.ts'

type Told = NonNullable<Previous['reviews']>[number]

/**
 * Decisions of meetings before that stand, as the next meeting is told of them [D13]: to be looked at on the day the group named or at once, with what was said of them last.
 * One that a decision of this meeting replaces is left out. `on` is this meeting's day.
 */
export const broughtReviews = ({ reviews, decisions }: Pick<Board, 'reviews' | 'decisions'>, on: Day | undefined): readonly Told[] => {
  const replaced = new Set(Object.values(decisions).flatMap(({ status, replaces }) => (status === 'adopted' ? [replaces] : [])))
  return Object.values(reviews)
    .filter(({ ref }) => !replaced.has(ref))
    .map(({ ref, title, responsible, text, election, criteria, reviewOn, nextOn, ...review }) => {
      const { helped, hindered, verdict } = review
      // Put off without a word, nothing new was said.
      const isSaid = Boolean(helped) || Boolean(hindered) || verdict !== undefined
      const said = on !== undefined && isSaid ? { on, ...given({ helped, hindered, verdict }) } : review.before
      return {
        ref,
        title,
        responsible,
        reviewOn: nextOn ?? reviewOn,
        ...given({ text, election, criteria: criteria && [...criteria], said }),
      }
    })
}

/** The order in which they are looked at: the earliest day first. */
export const byReviewDay = (a: Pick<Told, 'reviewOn' | 'ref'>, b: Pick<Told, 'reviewOn' | 'ref'>): number =>
  a.reviewOn !== b.reviewOn ? (a.reviewOn < b.reviewOn ? -1 : 1) : compareRefs(a.ref, b.ref)
