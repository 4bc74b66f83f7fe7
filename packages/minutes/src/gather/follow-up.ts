import {
  broughtReviews,
  byReviewDay,
  compareRefs,
  dueReviews,
  isHeldBack,
  type Action as BoardAction,
  type DecisionReview,
  type Transmission,
} from '@clairiere/ritual'
import type { Action, FollowUp, Review, TransmissionStatus } from '../record/follow-up.ts'
import type { Sources } from './sources.ts'

export const transmissionStatus = (transmission: Transmission): TransmissionStatus => {
  switch (transmission.status) {
    case 'to-send':
      return { state: 'to-send' }
    case 'sent':
      return { state: 'sent', ...(transmission.sentOn === undefined ? {} : { on: transmission.sentOn }) }
    case 'received':
      return { state: 'received', ...(transmission.receivedOn === undefined ? {} : { on: transmission.receivedOn }) }
    case 'registered':
      return {
        state: 'registered',
        ...(transmission.registered === undefined ? {} : { on: transmission.registered.date }),
        ...(transmission.registered?.structureRef ? { reference: transmission.registered.structureRef } : {}),
      }
    case 'returned':
      return {
        state: 'returned',
        ...(transmission.returned === undefined ? {} : { on: transmission.returned.on, reason: transmission.returned.reason }),
      }
  }
}

const byRef = <T extends { ref: string }>(entries: readonly T[]): T[] => entries.toSorted((a, b) => compareRefs(a.ref, b.ref))

const reviewOf = ({ ref, title, helped, hindered, verdict, nextOn }: DecisionReview): Review => ({
  ref,
  title,
  ...(helped ? { helped } : {}),
  ...(hindered ? { hindered } : {}),
  ...(verdict === undefined ? {} : { verdict }),
  ...(nextOn === undefined ? {} : { nextOn }),
})

/** What earlier meetings left, as this one found it [C7, F11]; decisions whose day had come by its end, with what the group said of them [G5]. */
export const followUpOf = ({ board, names, inOrder, clock, openedAt, endedAt }: Sources): FollowUp => {
  const due = dueReviews(board, clock.day(endedAt))
  const standing = broughtReviews(board, clock.day(openedAt)).toSorted(byReviewDay)
  return {
    ...formerOf({ board, names, inOrder }),
    ...(due.length === 0 ? {} : { reviews: byRef(due.map(reviewOf)) }),
    ...(standing.length === 0
      ? {}
      : { standing: standing.map(({ responsible, ...each }) => ({ ...each, responsible: names.organisation(responsible) })) }),
  }
}

const formerOf = ({ board, names, inOrder }: Pick<Sources, 'board' | 'names' | 'inOrder'>): FollowUp => ({
  transmissions: byRef(
    inOrder(board.transmissions)
      .filter((each) => each.carriedOver !== undefined)
      .map((each) => ({ ref: each.decisionRef, title: each.title, to: names.organisation(each.to), status: transmissionStatus(each) })),
  ),
  actions: byRef(
    inOrder(board.actions).flatMap((action) =>
      action.carriedOver === undefined
        ? []
        : [
            {
              ref: action.ref,
              title: action.title,
              who: takersNow(action.carriedOver.who.map(names.written), names.people(acceptedBy(action))),
              ...othersOf({ names }, action),
              state: action.status,
              ...(action.due === undefined ? {} : { due: action.due }),
              ...(action.decisionRef === undefined ? {} : { decision: action.decisionRef }),
              ...spendsOf(board, action),
            },
          ],
    ),
  ),
})

const spendsOf = (board: Sources['board'], action: BoardAction): Pick<Action, 'spends'> =>
  action.spends ? { spends: isHeldBack(board, action) ? 'waits' : 'may' } : {}

/** Only of what spends: the others' place in the meeting is the point they came from. */
const decisionOf = ({ decisions }: Sources['board'], { spends, decisionId }: BoardAction): Pick<Action, 'decision'> => {
  const ref = spends ? decisions[decisionId ?? '']?.ref : undefined
  return ref === undefined ? {} : { decision: ref }
}

const acceptedBy = (action: BoardAction) => action.takers.filter((taker) => taker.accepted).map((taker) => taker.personId)

/** Who was asked and has not answered; nobody is a taker before accepting [§2.5-4]. */
const proposedTo = ({ names }: Pick<Sources, 'names'>, { takers, absent = [] }: BoardAction): string[] => [
  ...names.people(takers.filter((taker) => !taker.accepted).map((taker) => taker.personId)),
  ...absent.map(names.written).filter((name) => name !== ''),
]

/** Whom a former action names beside its takers. */
const othersOf = (sources: Pick<Sources, 'names'>, action: BoardAction): Pick<FollowUp['actions'][number], 'proposedTo' | 'helpers'> => {
  const asked = proposedTo(sources, action)
  const helpers = takersNow((action.carriedOver?.helpers ?? []).map(sources.names.written), sources.names.people(action.helpers))
  return { ...(asked.length === 0 ? {} : { proposedTo: asked }), ...(helpers.length === 0 ? {} : { helpers }) }
}

/** Those named before, then whoever took it up tonight. */
const takersNow = (before: readonly string[], now: readonly string[]) => [...new Set([...before, ...now])].filter((name) => name !== '')

/** Actions born here. */
export const actionsOf = ({ board, names, inOrder }: Sources, numberOf: (itemId: string) => string | undefined): Action[] =>
  byRef(
    inOrder(board.actions)
      .filter((action) => action.carriedOver === undefined)
      .map((action) => {
        const item = action.itemId === undefined ? undefined : numberOf(action.itemId)
        return {
          ref: action.ref,
          title: action.title,
          who: names.people(acceptedBy(action)),
          proposedTo: proposedTo({ names }, action),
          helpers: names.people(action.helpers),
          state: action.status,
          ...(action.forOrg === null ? {} : { for: names.organisation(action.forOrg) }),
          ...(action.due === undefined ? {} : { due: action.due }),
          ...(item === undefined ? {} : { item }),
          ...decisionOf(board, action),
          ...spendsOf(board, action),
        }
      }),
  )
