import type { ActOf } from '../acts.ts'
import type { Item } from '../agenda/entities.ts'
import type { PublicBoard } from '../board.ts'
import { dayOf } from '../days.ts'
import type { Fact } from '../facts.ts'
import { given } from '../fields.ts'
import { refuse } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { facts } from '../verdict.ts'
import type { reviewActs } from './acts.ts'
import { isWithoutEffect } from './due.ts'
import type { DecisionReview } from './entities.ts'

const CONTEXT_MAX = 4000
const DEFAULT_MINUTES = 15

/** The point in which the meeting decides anew: what is said at a review is not itself a decision [D13, G5]. Nobody carries it until somebody takes it up. */
const proposedBy = ({ ref, title, text, election }: DecisionReview, itemId: string): Fact => ({
  type: 'item-proposed',
  itemId,
  kind: election ? 'election' : 'decision',
  format: 'free',
  title,
  carriers: [],
  onBehalfOf: null,
  expectation: '',
  context: (text === undefined ? ref : `${ref}\n${text}`).slice(0, CONTEXT_MAX).toWellFormed(),
  plannedMinutes: DEFAULT_MINUTES,
  urgency: 3,
  topics: [],
  buildsOn: [],
  structures: [],
  replaces: ref,
})

/** A point that leads to nothing more: withdrawn, or done without having decided. One postponed comes to the next meeting. */
const isVain = ({ decisions }: PublicBoard, { id, status }: Item): boolean =>
  status === 'withdrawn' ||
  (status === 'done' && !Object.values(decisions).some((decision) => decision.itemId === id && decision.status === 'adopted'))

/**
 * What the group said of a decision whose day has come. « Garder » names the next day to look at it; « modifier » and « arrêter » propose a point where it is
 * decided unless one stands on the agenda, and the decision stands until then: said again, they propose another once that one led to nothing. Refused before its day, once
 * its structure returned it, and once that point is under way.
 */
const reviewDecision: Judge<ActOf<'review-decision'>> = ({ board, now }, actor, { reviewId, nextOn, ...act }) => {
  const review = board.reviews[reviewId]
  if (!review) return refuse('no-such-thing')
  const today = dayOf(now, board.meeting.timezone)
  if (review.reviewOn > today) return refuse('too-early')
  if (isWithoutEffect(board, review)) return refuse('wrong-status')
  if (nextOn !== undefined && nextOn <= today) return refuse('review-date-missing')
  const verdict = act.verdict ?? review.verdict
  if (verdict === 'keep' && nextOn === undefined && review.nextOn === undefined) return refuse('review-date-missing')
  const said = given({ helped: act.helped, hindered: act.hindered, verdict: act.verdict })
  const point = review.itemId === undefined ? undefined : board.items[review.itemId]
  const asksPoint = verdict === 'change' || verdict === 'stop'
  const reviewed: Fact = { type: 'decision-reviewed', reviewId, said, ...given({ nextOn }) }
  const isOver = point !== undefined && isVain(board, point)
  const isAsked = Object.values(board.items).some((item) => item.replaces === review.ref && !isVain(board, item))
  if (asksPoint && !isAsked && (!point || act.verdict !== undefined))
    return facts(proposedBy(review, actor.actId), { ...reviewed, itemId: actor.actId })
  if (asksPoint || !point) return facts(reviewed)
  if (point.status !== 'proposed' && !isOver) return refuse('moved-on')
  const takenBack: readonly Fact[] = point.status === 'proposed' ? [{ type: 'item-withdrawn', itemId: point.id }] : []
  return facts(...takenBack, { ...reviewed, itemId: null })
}

export const reviewJudges: { [T in keyof typeof reviewActs]: Judge<ActOf<T>> } = { 'review-decision': reviewDecision }
