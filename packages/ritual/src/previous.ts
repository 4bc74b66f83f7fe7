import { namedIn } from './actions/named-in.ts'
import type { Action } from './actions/entities.ts'
import type { Item } from './agenda/entities.ts'
import type { FormerPoint } from './agenda/former-points.ts'
import { goesOn, keptOf } from './agenda/kept.ts'
import { threadOf } from './agenda/thread-of.ts'
import type { Board } from './board.ts'
import { asksTheSame, knownObjections } from './circulation/objected-point.ts'
import { objectionsIn } from './circulation/objected-to.ts'
import type { Day } from './ids.ts'
import { noWords, type LeftWords, type Words } from './words.ts'
import { dayOf } from './days.ts'
import { given } from './fields.ts'
import { reviewDay } from './decisions/review.ts'
import { toldDecisions } from './decisions/told-decisions.ts'
import { isOver } from './meeting/is-over.ts'
import { measuresOf } from './measures.ts'
import { learntIn } from './feedback/learnt.ts'
import { CORRECTIONS_MAX, type Previous } from './meeting/handed-on.ts'
import { defaultTemplate } from './template.ts'
import { compareRefs } from './refs.ts'
import { broughtReviews, byReviewDay } from './reviews/brought.ts'
import type { Transmission } from './transmissions/entities.ts'
import { isOnAgenda, returnedItem } from './transmissions/returned.ts'

/** Past meetings remembered for the rotation of roles, and for counts. */
const HISTORY_MAX = 12
/** Earlier items remembered in a line of meetings: about ten meetings of ours. */
const THREADS_MAX = 80
/** Learnings brought along: some ten years of ours. */
const LEARNINGS_MAX = 300
/** Decisions brought along to be looked at again: some ten years of ours. */
const REVIEWS_MAX = 200

const dateOf = ({ status, sentOn, receivedOn, registered, returned }: Transmission): string | undefined => {
  if (status === 'registered') return registered?.date
  if (status === 'returned') return returned?.on
  return status === 'received' ? receivedOn : sentOn
}

/** The highest number among references such as `ECO-2026-013`; 0 when none has one. */
export const highestIn = (refs: Iterable<string>): number => {
  let best = 0
  for (const ref of refs) best = Math.max(best, Number(/(\d+)$/.exec(ref)?.[1] ?? 0))
  return best
}

/** Highest numbers known here and in the line of meetings before, from which the next ones are counted [contract § Acts]. */
export const highestNumbers = (
  board: Pick<Board, 'decisions' | 'actions' | 'transmissions' | 'previous'>,
): { decision: number; action: number } => {
  const decisions = [
    ...Object.values(board.decisions).flatMap((decision) => decision.ref ?? []),
    ...Object.values(board.transmissions).map((transmission) => transmission.decisionRef),
    ...board.previous.transmissions.map((transmission) => transmission.ref),
  ]
  const actions = [...Object.values(board.actions).map((action) => action.ref), ...board.previous.actions.map((action) => action.ref)]
  return {
    decision: Math.max(highestIn(decisions), board.previous.highest?.decision ?? 0),
    action: Math.max(highestIn(actions), board.previous.highest?.action ?? 0),
  }
}

const roleHistory = (board: Board): Previous['roleHistory'] => {
  const { openedAt, scheduledStart, timezone } = board.meeting
  const start = openedAt ?? scheduledStart
  if (start === undefined) return board.previous.roleHistory
  const held: Record<string, string> = {}
  for (const span of board.record.roleSpans) {
    const name = board.people[span.personId]?.name
    if (span.rank === 'holder' && span.role !== 'host' && name !== undefined) held[span.role] ??= name
  }
  return [...board.previous.roleHistory, { meeting: dayOf(start, timezone), ...held }].slice(-HISTORY_MAX)
}

/** What this meeting said on its subjects, after what those before it said [C8]. */
const threadsOf = (board: Board, learnings: Words['learnings'], on: string | undefined): NonNullable<Previous['threads']> => {
  const here = Object.values(board.items)
    .filter((item) => item.position >= 0 && (item.status === 'done' || item.status === 'postponed'))
    .toSorted((a, b) => a.position - b.position)
  const decided = Object.values(board.decisions).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const said = here.map((item) => ({
    threadId: threadOf(board, item),
    title: item.title,
    kind: item.kind,
    ...given({ on, outcome: item.nextStep }),
    decisions: decided.flatMap(({ itemId, ref, title }) => (itemId === item.id && ref !== undefined ? [{ ref, title }] : [])),
    learnings: learnings.flatMap(({ itemId, text }) => (itemId === item.id ? [text] : [])),
  }))
  return [...(board.previous.threads ?? []), ...said].slice(-THREADS_MAX)
}

/**
 * Decisions that stand, each with the day it is to be looked at again [D13], the earliest first. One that a decision of this meeting replaces is left out; one that the
 * group wanted to change or to stop comes back until that is decided.
 */
const reviewsOf = (board: Board, on: Day | undefined): NonNullable<Previous['reviews']> => {
  const adopted = Object.values(board.decisions).filter(({ status }) => status === 'adopted')
  const replaced = new Set(adopted.map(({ replaces }) => replaces))
  const here = adopted.flatMap((decision) => {
    const { ref, title, responsible, process, criteria } = decision
    const election = process === 'election' ? (true as const) : undefined
    const text = decision.versions.at(-1)?.text
    const reviewOn = reviewDay(decision, board.meeting.timezone)
    return ref === undefined || replaced.has(ref)
      ? []
      : [{ ref, title, responsible, reviewOn, ...given({ text, election, criteria: criteria.length > 0 ? [...criteria] : undefined }) }]
  })
  return [...broughtReviews(board, on), ...here].toSorted(byReviewDay).slice(0, REVIEWS_MAX)
}

/** What this meeting counted of itself after those before [G4]; nothing while there is nothing to count. */
const measuresWith = (board: Board, on: Day | undefined): Pick<Previous, 'measures'> => {
  const { measures = [] } = board.previous
  const here = on === undefined ? undefined : measuresOf(board, on)
  const counts = here !== undefined && here.days.length + here.waiting + here.signals.length > 0
  const all = counts ? [...measures, here] : measures
  return all.length === 0 ? {} : { measures: all.slice(-HISTORY_MAX) }
}

/** In force without its registration: the meeting had the authority, or one before it had [A16]. */
export const inForceOf = ({ decisions }: Pick<Board, 'decisions'>, { decisionId, inForce, status }: Transmission): true | undefined =>
  inForce ?? (decisions[decisionId ?? '']?.legalEffect === 'in-force' && status !== 'registered' ? true : undefined)

/** The template that the group has made its own [A17]; nothing as long as it is the one proposed. */
const templateOf = ({ templateVersion: version, steps, stepMinutes, prompts }: Board['meeting']): Pick<Previous, 'template'> =>
  version === defaultTemplate.version
    ? {}
    : {
        template: {
          version,
          ...given({ steps: steps && [...steps], stepMinutes: stepMinutes && { ...stepMinutes }, prompts: prompts && { ...prompts } }),
        },
      }

/**
 * What became of this meeting’s points, for those that follow it: on to them (postponed, or never taken up before the end), or dealt with. One that an objection asked for
 * says so; dealt with, it is told with the objection [D2].
 */
export const pointsOf = (board: Board, from: Day | undefined, words: LeftWords): readonly FormerPoint[] => {
  const objections = knownObjections(board)
  return Object.values(board.items).flatMap((item): readonly FormerPoint[] => {
    const { id, status } = item
    const objected = objections.find((known) => asksTheSame(known.item, { ...item, threadId: threadOf(board, item) }))
    if (goesOn(board, item))
      return status === 'proposed' && !isOver(board.meeting)
        ? []
        : [{ id, goesOn: leftPoint(board, item, from, words), ...given({ objected }) }]
    return objected === undefined && (status === 'done' || status === 'withdrawn') ? [{ id }] : []
  })
}

/** A point that goes on, with all that the group had on it [§2.4.3]. */
const leftPoint = (board: Board, item: Item, from: Day | undefined, words: LeftWords): Previous['items'][number] => ({
  title: item.title,
  kind: item.kind,
  status: item.status === 'proposed' ? 'proposed' : 'postponed',
  ...given({ from, text: item.context, towards: item.towards, replaces: item.replaces }),
  threadId: threadOf(board, item),
  point: item.id,
  ...given({ expectation: item.expectation === '' ? undefined : item.expectation, kept: keptOf(board, item, words) }),
  minutes: item.plannedMinutes,
})

/** Roles foreseen for the next meeting, by name. */
const foreseenBy = ({ meeting, people }: Board): Pick<Previous, 'rolesForeseen'> => {
  const foreseen = Object.entries(meeting.next?.roles ?? {}).flatMap(([role, ids]) => {
    const names = ids.flatMap((id) => people[id]?.name ?? [])
    return names.length > 0 ? [[role, names] as const] : []
  })
  return foreseen.length > 0 ? { rolesForeseen: Object.fromEntries(foreseen) } : {}
}

const TITLE_MAX = 200
/** « À mettre à l’ordre du jour », each line as a point that somebody may take up; one that goes on anyway is not sent twice. */
export const askedFor = ({ meeting }: Board, goingOn: readonly Item[], from: Day | undefined): Previous['items'] =>
  [...new Set(meeting.next?.toInclude)]
    .map((asked) => asked.slice(0, TITLE_MAX).toWellFormed())
    .filter((title) => !goingOn.some((item) => item.title === title))
    .map((title) => ({ title, status: 'proposed', ...given({ from }) }))

/** An action as the meetings that follow are told of it. */
export const actionTold = (board: Board, action: Action): Previous['actions'][number] => ({
  ref: action.ref,
  title: action.title,
  ...namedIn(board, action),
  state: action.status,
  for: action.forOrg,
  ...given({ due: action.due, decision: action.decisionRef ?? board.decisions[action.decisionId ?? '']?.ref, spends: action.spends }),
})

/** Corrections of these minutes that wait for an answer, the newest kept [§4.12]: their words alone, as they are not yet agreed. */
const correctionsAsked = ({ corrections }: Board): Pick<Previous, 'corrections'> => {
  const asked = Object.values(corrections)
    .filter(({ status }) => status === 'asked')
    .toSorted((a, b) => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a.id < b.id ? -1 : 1))
    .slice(-CORRECTIONS_MAX)
    .map(({ place, after }) => ({ place, after }))
  return asked.length > 0 ? { corrections: asked } : {}
}

/** How the decisions that the next meeting follows, or those after it will look at again, came about [D5]. */
const decisionsTold = (
  board: Board,
  followed: Pick<Previous, 'transmissions' | 'reviews'>,
  words: LeftWords,
): Pick<Previous, 'decisions'> => {
  const refs = new Set([...followed.transmissions, ...(followed.reviews ?? [])].map(({ ref }) => ref))
  const decisions = toldDecisions(board, refs, words)
  return decisions.length > 0 ? { decisions } : {}
}

/**
 * What the next meeting takes over from this one [AC-27, F11, G3]: improvements, what is still on its way to a structure, actions not finished, roles
 * held and wished, postponed items. People by full name. What was already shown here and is finished does not come back.
 */
export const previousOf = (board: Board, words: LeftWords = noWords): Previous => {
  const learnings = learntIn(board, words.learnings)
  const transmissions = Object.values(board.transmissions)
    .filter((transmission) => transmission.kind === 'register' && !(transmission.carriedOver && transmission.status === 'registered'))
    .toSorted((a, b) => compareRefs(a.decisionRef, b.decisionRef) || (a.to < b.to ? -1 : 1))
  const before = new Map(board.previous.transmissions.map(({ ref, text }) => [ref, text]))
  const actions = Object.values(board.actions)
    .filter((action) => action.status !== 'dropped' && !(action.carriedOver && action.status === 'done'))
    .toSorted((a, b) => compareRefs(a.ref, b.ref))
  const postponed = Object.values(board.items)
    .filter((item) => goesOn(board, item))
    .toSorted((a, b) => a.position - b.position)
  // A point that goes on is still known for what asked for it, so that later words reach it.
  const objected = knownObjections(board).filter(({ item, onAgenda }) => onAgenda && postponed.some((point) => asksTheSame(point, item)))
  const preferences = { ...board.previous.rolePreferences }
  for (const person of Object.values(board.people))
    if (Object.keys(person.rolePreferences).length > 0) preferences[person.name] = person.rolePreferences
  const from = board.meeting.openedAt === undefined ? undefined : dayOf(board.meeting.openedAt, board.meeting.timezone)
  const told: Pick<Previous, 'transmissions' | 'reviews'> = {
    transmissions: transmissions.map((transmission) => {
      const date = dateOf(transmission)
      const decision = board.decisions[transmission.decisionId ?? '']
      const reviewOn = decision && reviewDay(decision, board.meeting.timezone)
      return {
        ref: transmission.decisionRef,
        title: transmission.title,
        to: transmission.to,
        state: transmission.status,
        ...(date !== undefined && { date }),
        ...(transmission.registered && { structureRef: transmission.registered.structureRef }),
        ...(transmission.returned && { reason: transmission.returned.reason }),
        ...(reviewOn !== undefined && { reviewOn }),
        ...given({ inForce: inForceOf(board, transmission) }),
        ...given({ text: decision?.versions.at(-1)?.text ?? before.get(transmission.decisionRef) }),
      }
    }),
    reviews: reviewsOf(board, from),
  }
  return {
    improvements: board.closing.improvements.map((improvement) => improvement.text),
    ...told,
    ...decisionsTold(board, told, words),
    ...correctionsAsked(board),
    actions: actions.map((action) => actionTold(board, action)),
    roleHistory: roleHistory(board),
    rolePreferences: preferences,
    ...foreseenBy(board),
    items: [
      ...postponed.map((item) => leftPoint(board, item, from, words)),
      ...askedFor(board, postponed, from),
      // A decision that came back asks for a feedback on the next agenda, unless that was this one's or one's before it [§2.4.7].
      ...transmissions.filter((each) => each.status === 'returned' && !isOnAgenda(board, each)).map(returnedItem),
      // So does one that somebody objects to, until it is taken up or left [D2].
      ...[...objectionsIn(board, from), ...(board.previous.objected ?? [])].flatMap(({ item, onAgenda, takenBack }) =>
        onAgenda || takenBack ? [] : [item],
      ),
    ],
    ...(objected.length > 0 && { objected }),
    threads: threadsOf(board, learnings, from),
    learnings: [...(board.previous.learnings ?? []), ...learnings.map(({ kind, text }) => ({ kind, text, ...given({ on: from }) }))].slice(
      -LEARNINGS_MAX,
    ),
    sovereignty: Object.values(board.organisations).flatMap(({ id, sovereignty }) => sovereignty.map(({ text }) => ({ org: id, text }))),
    highest: highestNumbers(board),
    ...measuresWith(board, from),
    ...templateOf(board.meeting),
  }
}
