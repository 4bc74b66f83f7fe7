import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Board } from '../board.ts'
import type { Day, Id, OrgId, PersonId } from '../ids.ts'
import type { Attributed } from '../people/entities.ts'
import type { Commitment, Concern, Decision, DecisionStatus, DecisionStep, Improvement, Objection, PositionId } from './entities.ts'
import type { Appliers } from '../stamp.ts'
import { roundsAfter } from './roll-call.ts'

/** The life of a decision. Positions appear only revealed: as counts, and as the objections and concerns said with them [§2.5-5]. */
export type DecisionFact =
  | ({ type: 'decision-proposed'; decisionId: Id; text: string } & Pick<
      Decision,
      | 'itemId'
      | 'title'
      | 'process'
      | 'scope'
      | 'carrier'
      | 'responsible'
      | 'cc'
      | 'efforts'
      | 'financial'
      | 'criteria'
      | 'reviewOn'
      | 'reactionUntil'
      | 'replaces'
      | 'card'
      | 'agreement'
    >)
  | {
      type: 'decision-amended'
      decisionId: Id
      n: number
      text: string
      change?: string
      integrates: readonly Id[]
      financial?: string
      criteria?: readonly string[]
      card?: Decision['card']
      agreement?: Decision['agreement']
    }
  | {
      type: 'decision-moved'
      decisionId: Id
      from: DecisionStep
      to: DecisionStep
      /** Set when an accord that was to be ascertained turns into a whole consent process. */
      process?: Decision['process']
      /** A new round of positions opens. */
      round?: { round: number; version: number }
      /** With the first round [§2.5-6]. */
      deciders?: readonly PersonId[]
    }
  | {
      type: 'positions-revealed'
      decisionId: Id
      round: number
      counts: Readonly<Record<PositionId, number>>
      away: number
      rollCall?: Readonly<Record<PersonId, PositionId>>
      objections: readonly Omit<Objection, 'at'>[]
      concerns: readonly Concern[]
    }
  | { type: 'objection-stated'; decisionId: Id; objection: Omit<Objection, 'at'> }
  | { type: 'objection-reasoned'; decisionId: Id; objectionId: Id; text: string; attributed: Attributed }
  | { type: 'objection-tested'; decisionId: Id; objectionId: Id; result: Exclude<Objection['tested'], 'pending'> }
  | { type: 'objection-lifted'; decisionId: Id; objectionId: Id }
  | { type: 'objection-confirmed'; decisionId: Id; objectionId: Id }
  | { type: 'improvement-proposed'; decisionId: Id; improvement: Improvement }
  | { type: 'improvement-kept'; decisionId: Id; improvementId: Id; kept: boolean }
  | { type: 'interest-declared'; decisionId: Id; id: Id; personId: PersonId; text: string }
  | { type: 'committed'; decisionId: Id; commitment: Commitment }
  /** Facilitation proposes somebody. After a round this is a new version: whoever objected did so to another person. */
  | { type: 'person-nominated'; decisionId: Id; personId: PersonId; version?: { n: number; integrates: readonly Id[] } }
  | { type: 'nomination-answered'; decisionId: Id; personId: PersonId; accepted: boolean }
  | { type: 'summary-set'; decisionId: Id; step: 'clarification' | 'feelings'; text: string }
  | { type: 'decision-adopted'; decisionId: Id; ref: string; legalEffect: Decision['legalEffect']; reactionUntil: Day }
  | { type: 'decision-ended'; decisionId: Id; status: Exclude<DecisionStatus, 'open' | 'adopted'>; to?: OrgId; reason?: string }

const change = (board: Board, decisionId: Id, how: (decision: Decision) => Decision): Board =>
  changeEntity(board, 'decisions', decisionId, how)
const changeObjection = (board: Board, decisionId: Id, objectionId: Id, how: (objection: Objection) => Objection): Board =>
  change(board, decisionId, (decision) => ({
    ...decision,
    objections: decision.objections.map((objection) => (objection.id === objectionId ? how(objection) : objection)),
  }))
const allInOrder = (board: Board, entries: readonly { id: Id }[]): Board =>
  entries.reduce((ordered, { id }) => noteOrder(ordered, id), board)

export const decisionAppliers: Appliers<DecisionFact> = {
  'decision-proposed': (board, fact, { at }) => {
    const { type: _type, decisionId, text, ...fields } = fact
    const decision: Decision = {
      ...fields,
      id: decisionId,
      status: 'open',
      step: 'proposal',
      deciders: [],
      versions: [{ n: 1, text, integrates: [], at }],
      rounds: [],
      objections: [],
      concerns: [],
      improvements: [],
      summaries: {},
      interests: [],
      legalEffect: 'none',
    }
    return noteOrder(putEntity(board, 'decisions', decisionId, decision), decisionId)
  },
  'decision-amended': (board, fact, { at }) =>
    change(board, fact.decisionId, (decision) => ({
      ...decision,
      ...(fact.financial === undefined ? {} : { financial: fact.financial }),
      ...(fact.criteria === undefined ? {} : { criteria: fact.criteria }),
      ...(fact.card === undefined ? {} : { card: fact.card }),
      ...(fact.agreement === undefined ? {} : { agreement: fact.agreement }),
      versions: [
        ...decision.versions,
        { n: fact.n, text: fact.text, ...(fact.change === undefined ? {} : { change: fact.change }), integrates: fact.integrates, at },
      ],
      objections: decision.objections.map((objection) =>
        fact.integrates.includes(objection.id) ? { ...objection, integratedIn: fact.n, carrierConfirmed: false } : objection,
      ),
    })),
  'decision-moved': (board, fact, { at }) =>
    change(board, fact.decisionId, (decision) => ({
      ...decision,
      step: fact.to,
      ...(fact.process === undefined ? {} : { process: fact.process }),
      ...(fact.deciders === undefined ? {} : { deciders: fact.deciders }),
      rounds: fact.round ? [...decision.rounds, { ...fact.round, openedAt: at }] : decision.rounds,
    })),
  'positions-revealed': (board, fact, { at }) => {
    const { counts, away, rollCall } = fact
    const revealed = change(board, fact.decisionId, (decision) => ({
      ...decision,
      rounds: decision.rounds.map((round) =>
        round.round === fact.round ? { ...round, revealedAt: at, counts, away, ...(rollCall === undefined ? {} : { rollCall }) } : round,
      ),
      objections: [...decision.objections, ...fact.objections.map((objection) => ({ ...objection, at }))],
      concerns: [...decision.concerns, ...fact.concerns],
    }))
    return allInOrder(revealed, [...fact.objections, ...fact.concerns])
  },
  'objection-stated': (board, fact, { at }) =>
    noteOrder(
      change(board, fact.decisionId, (decision) => ({ ...decision, objections: [...decision.objections, { ...fact.objection, at }] })),
      fact.objection.id,
    ),
  'objection-reasoned': (board, { decisionId, objectionId, attributed, text }) => {
    const reasoned = changeObjection(board, decisionId, objectionId, ({ personId: _person, voice: _voice, ...objection }) => ({
      ...objection,
      ...attributed,
      text,
    }))
    return change(reasoned, decisionId, (decision) => {
      const objection = decision.objections.find(({ id }) => id === objectionId)
      return objection ? { ...decision, rounds: roundsAfter(decision.rounds, objection, attributed) } : decision
    })
  },
  'objection-tested': (board, fact) =>
    changeObjection(board, fact.decisionId, fact.objectionId, (objection) => ({ ...objection, tested: fact.result })),
  'objection-lifted': (board, fact) =>
    changeObjection(board, fact.decisionId, fact.objectionId, (objection) => ({ ...objection, lifted: true })),
  'objection-confirmed': (board, fact) =>
    changeObjection(board, fact.decisionId, fact.objectionId, (objection) => ({ ...objection, carrierConfirmed: true })),
  'improvement-proposed': (board, fact) =>
    noteOrder(
      change(board, fact.decisionId, (decision) => ({ ...decision, improvements: [...decision.improvements, fact.improvement] })),
      fact.improvement.id,
    ),
  'improvement-kept': (board, fact) =>
    change(board, fact.decisionId, (decision) => ({
      ...decision,
      improvements: decision.improvements.map((improvement) =>
        improvement.id === fact.improvementId ? { ...improvement, kept: fact.kept } : improvement,
      ),
    })),
  'interest-declared': (board, { decisionId, id, personId, text }) =>
    noteOrder(
      change(board, decisionId, (decision) => ({ ...decision, interests: [...decision.interests, { id, personId, text }] })),
      id,
    ),
  committed: (board, { decisionId, commitment }) =>
    noteOrder(
      change(board, decisionId, (decision) => ({ ...decision, commitments: [...(decision.commitments ?? []), commitment] })),
      commitment.id,
    ),
  'person-nominated': (board, { decisionId, personId, version }, { at }) =>
    change(board, decisionId, (decision) => {
      const card = decision.card && { ...decision.card, holder: personId, accepted: false }
      const text = decision.versions.at(-1)?.text ?? ''
      return {
        ...decision,
        ...(card === undefined ? {} : { card }),
        ...(version === undefined
          ? {}
          : {
              versions: [...decision.versions, { ...version, text, at }],
              objections: decision.objections.map((objection) =>
                version.integrates.includes(objection.id) ? { ...objection, integratedIn: version.n, carrierConfirmed: false } : objection,
              ),
            }),
      }
    }),
  'nomination-answered': (board, { decisionId, accepted }) =>
    change(board, decisionId, ({ card, ...decision }) => {
      if (card === undefined) return decision
      const { holder, ...open } = card
      return { ...decision, card: accepted ? { ...open, ...(holder === undefined ? {} : { holder }), accepted } : { ...open, accepted } }
    }),
  'summary-set': (board, fact) =>
    change(board, fact.decisionId, (decision) => ({ ...decision, summaries: { ...decision.summaries, [fact.step]: fact.text } })),
  'decision-adopted': (board, { decisionId, ref, legalEffect, reactionUntil }, { at }) =>
    change(board, decisionId, (decision) => ({
      ...decision,
      status: 'adopted',
      step: 'adopted',
      ref,
      legalEffect,
      reactionUntil,
      adoptedAt: at,
    })),
  'decision-ended': (board, fact) =>
    change(board, fact.decisionId, (decision) => ({
      ...decision,
      status: fact.status,
      ...(fact.to === undefined ? {} : { returnedTo: fact.to }),
      ...(fact.reason === undefined ? {} : { endedReason: fact.reason }),
    })),
}
