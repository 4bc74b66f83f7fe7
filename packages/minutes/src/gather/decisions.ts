import {
  redactionMarks,
  type Attributed,
  type Decision as BoardDecision,
  type Objection as BoardObjection,
  type Reaction as BoardReaction,
} from '@clairiere/ritual'
import type { Decision, Objection } from '../record/decision.ts'
import type { Reaction } from '../record/reaction.ts'
import { positions } from '../record/vocabulary.ts'
import { transmissionStatus } from './follow-up.ts'
import { aboveZero } from './mood.ts'
import type { Sources } from './sources.ts'

/** The decisions of one item, as the minutes show them [§2.9 Decision]. */
export const decisionsOf = (sources: Sources, itemId: string): Decision[] =>
  sources
    .inOrder(sources.board.decisions)
    .filter((decision) => decision.itemId === itemId)
    .map((decision) => decisionOf(sources, decision))

const decisionOf = (sources: Sources, decision: BoardDecision): Decision => {
  const told = wholeDecisionOf(sources, decision)
  if (decision.process !== 'election') return told
  // Only the role's card and the outcome are minuted [§2.4.6]: no positions, no objections, nothing that would weigh a person.
  const { clarifications: _asked, feelings: _felt, lastRound: _counted, ...rest } = told
  return { ...rest, amendments: [], objections: [], concerns: [], improvements: [], reactions: reactionsTo(sources, decision.id, false) }
}

/** The role card, the agreement and who takes on what; a person proposed who has not accepted is not named [§2.5-4]. */
const madeBy = ({ names }: Sources, { card, agreement, commitments = [] }: BoardDecision): Partial<Decision> => ({
  ...(card === undefined
    ? {}
    : {
        card: {
          name: card.name,
          ...(card.mission ? { mission: card.mission } : {}),
          ...(card.limits ? { limits: card.limits } : {}),
          until: card.until,
          ...(card.accepted && card.holder !== undefined && names.person(card.holder) !== '' ? { holder: names.person(card.holder) } : {}),
        },
      }),
  ...(agreement === undefined
    ? {}
    : {
        agreement: {
          until: agreement.until,
          parties: agreement.parties.map(({ org, expects, gives }) => ({ organisation: names.organisation(org), expects, gives })),
        },
      }),
  ...(commitments.length === 0
    ? {}
    : {
        commitments: commitments.map(({ personId, voice, text, toConfirm, confirmBy }) => ({
          by: names.author({ attribution: 'name-and-voice', personId, voice }, text),
          text,
          ...(toConfirm ? { toConfirm } : {}),
          ...(confirmBy === undefined ? {} : { confirmBy }),
        })),
      }),
})

const wholeDecisionOf = (sources: Sources, decision: BoardDecision): Decision => {
  const { board, names } = sources
  const last = decision.versions.at(-1)
  const { clarification, feelings } = decision.summaries
  const lastRound = lastRoundOf(sources, decision)
  const register = Object.values(board.transmissions).find((each) => each.decisionId === decision.id && each.kind === 'register')
  return {
    title: decision.title,
    process: decision.process,
    outcome: outcomeOf(sources, decision),
    version: last?.n ?? 0,
    text: last?.text ?? '',
    ...(clarification === undefined ? {} : { clarifications: clarification }),
    ...(feelings === undefined ? {} : { feelings }),
    amendments: decision.versions.flatMap(({ n, change }) => (n > 1 && change ? [{ version: n, change }] : [])),
    objections: decision.objections.map((objection) => ({
      by: names.author(objection, objection.text),
      text: objection.text,
      ...(objection.late ? { late: treatedOn(sources, objection.id) } : {}),
      outcome: objectionOutcome(objection),
    })),
    concerns: concernsOf(sources, decision),
    improvements: decision.improvements
      .filter((each) => each.kept === true)
      .map((each) => ({ by: names.author(each, each.text), text: each.text })),
    ...(lastRound === undefined ? {} : { lastRound }),
    ...(decision.financial ? { financial: decision.financial } : {}),
    // Whoever asked for its removal is not named as having declared one either.
    interests: decision.interests
      .map(({ personId, text }) =>
        text === redactionMarks[board.meeting.locale] ? { name: text, text: '' } : { name: names.person(personId), text },
      )
      .filter(({ name }) => name !== ''),
    efforts: decision.efforts.map(({ org, text }) => ({ organisation: names.organisation(org), text })),
    responsible: names.organisation(decision.responsible),
    copies: decision.cc.map(names.organisation),
    ...(register === undefined ? {} : { transmission: transmissionStatus(register) }),
    ...(decision.legalEffect === 'in-force' && register?.status !== 'registered' ? { decidedHere: true as const } : {}),
    reviewOn: decision.reviewOn,
    criteria: [...decision.criteria],
    reactions: reactionsTo(sources, decision.id, true),
    ...madeBy(sources, decision),
  }
}

/** What was said of it afterwards, with or without what a late objection opened. */
const reactionsTo = (sources: Sources, decisionId: string, withLate: boolean): Reaction[] =>
  sources
    .inOrder(sources.board.reactions)
    .filter((reaction) => reaction.decisionId === decisionId && (withLate || reaction.objectionId === undefined))
    .map((reaction) => reactionOf(sources, reaction))

export const reactionOf = ({ names }: Sources, reaction: BoardReaction): Reaction => ({
  by: names.author(reaction, reaction.text),
  type: reaction.type,
  text: reaction.text,
  ...(reaction.answer === undefined ? {} : { answer: reaction.answer }),
})

const outcomeOf = ({ names }: Sources, { status, ref, returnedTo }: BoardDecision): Decision['outcome'] => {
  if (status === 'adopted') return { is: 'adopted', ref: ref ?? '' }
  if (status === 'returned') return { is: 'returned', ...(returnedTo === undefined ? {} : { to: names.organisation(returnedTo) }) }
  return { is: status }
}

const objectionOutcome = (objection: BoardObjection): Objection['outcome'] => {
  if (objection.tested === 'became-concern') return { is: 'became-concern' }
  if (objection.tested === 'withdrawn') return { is: 'withdrawn' }
  if (!objection.lifted) return { is: 'not-lifted' }
  const isWhole = objection.integratedIn !== undefined && objection.carrierConfirmed
  return isWhole ? { is: 'integrated', version: objection.integratedIn ?? 0 } : { is: 'withdrawn' }
}

const revealedRounds = (decision: BoardDecision) =>
  decision.rounds.filter((round) => round.revealedAt !== undefined && round.counts !== undefined)

/** Reserves are those of the last round; the other voice of an author is told only of one who is named. */
const concernsOf = ({ names }: Sources, decision: BoardDecision): Decision['concerns'] => {
  const last = revealedRounds(decision).at(-1)?.round
  return decision.concerns
    .filter((concern) => concern.round === last)
    .map((concern) => ({
      by: names.author(concern, concern.text),
      text: concern.text,
      otherVoices: isNamed(concern)
        ? Object.entries(concern.positions ?? {})
            .filter(([org]) => org !== (concern.voice ?? ''))
            .map(([org, position]) => ({ voice: org === '' ? null : names.organisation(org), position }))
        : [],
    }))
}

const isNamed = ({ attribution, personId }: Attributed) => attribution === 'name-and-voice' && personId !== undefined

const lastRoundOf = (sources: Sources, decision: BoardDecision): Decision['lastRound'] => {
  const round = revealedRounds(decision).at(-1)
  if (round?.counts === undefined || round.revealedAt === undefined) return undefined
  const { board, names } = sources
  const roll = board.meeting.privacy.positions === 'roll-call' ? round.rollCall : undefined
  return {
    counts: aboveZero(positions, round.counts),
    observers: observersAt(sources, round.revealedAt),
    ...(roll === undefined
      ? {}
      : {
          rollCall: decision.deciders.flatMap((id) => {
            const position = roll[id]
            return position === undefined || names.person(id) === '' ? [] : [{ name: names.person(id), position }]
          }),
        }),
  }
}

const observersAt = ({ board }: Sources, at: string) =>
  Object.values(board.people).filter(
    (person) =>
      person.standing === 'observer' &&
      (board.record.presence[person.id] ?? []).some(({ joinedAt, leftAt }) => joinedAt <= at && (leftAt === undefined || leftAt >= at)),
  ).length

/** The day on which the reaction that a late objection opened was answered [§4.5]. */
const treatedOn = ({ board, clock }: Sources, objectionId: string): { treatedOn?: string } => {
  const at = Object.values(board.reactions).find((reaction) => reaction.objectionId === objectionId)?.answeredAt
  return at === undefined ? {} : { treatedOn: clock.day(at) }
}
