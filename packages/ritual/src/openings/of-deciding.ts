import type { correctionActs } from '../corrections/acts.ts'
import { redactables } from '../corrections/redaction.ts'
import type { decisionActs } from '../decisions/acts.ts'
import type { Decision } from '../decisions/entities.ts'
import { given } from '../fields.ts'
import type { reviewActs } from '../reviews/acts.ts'
import { currentRound, currentVersion } from '../decisions/state.ts'
import type { transmissionActs } from '../transmissions/acts.ts'
import { decisions, items, nextMonth, SAMPLE, selves, voiceOf, type Ground, type Probes } from './probe.ts'

const all = ({ board }: Ground): readonly Decision[] => Object.values(board.decisions)
const elections = (ground: Ground): readonly Decision[] => all(ground).filter(({ process }) => process === 'election')
const round = (decision: Decision): number => currentRound(decision)?.round ?? 1
const objections = (ground: Ground) =>
  all(ground).flatMap((decision) => decision.objections.map(({ id }) => ({ decisionId: decision.id, objectionId: id })))
const steps = (ground: Ground) => all(ground).map(({ id, step }) => ({ decisionId: id, from: step }))

/** A structure that may register, and one to send back to. */
const competent = ({ board }: Ground): string => Object.values(board.organisations).find(({ registers }) => registers)?.id ?? ''

export const decisionProbes: Probes<keyof typeof decisionActs> = {
  propose: (ground) =>
    items(ground).map((about) => ({
      ...about,
      text: SAMPLE,
      responsible: competent(ground),
      reviewOn: nextMonth(ground),
      ...(ground.board.items[about.itemId]?.kind === 'election' ? { card: { name: SAMPLE, until: nextMonth(ground) } } : {}),
    })),
  amend: (ground) => all(ground).map((decision) => ({ decisionId: decision.id, from: currentVersion(decision).n, text: SAMPLE })),
  'next-step': steps,
  'previous-step': steps,
  'give-position': (ground) =>
    all(ground).flatMap((decision) =>
      selves(ground).map((who) => ({
        ...who,
        decisionId: decision.id,
        round: round(decision),
        position: 'no-objection' as const,
        voice: voiceOf(ground, who.personId ?? ground.self),
      })),
    ),
  reveal: (ground) => all(ground).map((decision) => ({ decisionId: decision.id, round: round(decision) })),
  'state-objection': (ground) =>
    decisions(ground).flatMap((about) =>
      selves(ground).map((who) => ({ ...who, ...about, text: SAMPLE, voice: voiceOf(ground, who.personId ?? ground.self) })),
    ),
  'test-objection': (ground) =>
    objections(ground).flatMap((about) => (['accepted', 'became-concern', 'withdrawn'] as const).map((result) => ({ ...about, result }))),
  'lift-objection': objections,
  'confirm-objection': objections,
  improve: (ground) => decisions(ground).map((about) => ({ ...about, text: SAMPLE, voice: voiceOf(ground, ground.self) })),
  'keep-improvement': (ground) =>
    all(ground).flatMap((decision) =>
      decision.improvements.map(({ id, kept }) => ({ decisionId: decision.id, improvementId: id, kept: kept !== true })),
    ),
  'declare-interest': (ground) => decisions(ground).map((about) => ({ ...about, text: SAMPLE })),
  'set-summary': (ground) => decisions(ground).map((about) => ({ ...about, step: 'feelings' as const, text: SAMPLE })),
  adopt: (ground) => all(ground).map((decision) => ({ decisionId: decision.id, version: currentVersion(decision).n })),
  'withdraw-proposal': decisions,
  'return-decision': (ground) => decisions(ground).map((about) => ({ ...about, to: competent(ground) })),
  'suspend-decision': decisions,
  'cast-ballot': (ground) =>
    elections(ground).flatMap(({ id }) =>
      selves(ground).flatMap(({ personId: voterId }) =>
        Object.keys(ground.board.people).map((personId) => ({ decisionId: id, personId, ...given({ voterId }) })),
      ),
    ),
  nominate: (ground) =>
    elections(ground).flatMap(({ id }) => Object.keys(ground.board.people).map((personId) => ({ decisionId: id, personId }))),
  'accept-nomination': (ground) => decisions(ground).flatMap((about) => selves(ground).map((who) => ({ ...who, ...about }))),
  'decline-nomination': (ground) => decisions(ground).flatMap((about) => selves(ground).map((who) => ({ ...who, ...about }))),
  commit: (ground) => decisions(ground).map((about) => ({ ...about, text: SAMPLE, voice: voiceOf(ground, ground.self) })),
}

export const reviewProbes: Probes<keyof typeof reviewActs> = {
  'review-decision': (ground) =>
    Object.keys(ground.board.reviews).map((reviewId) => ({ reviewId, verdict: 'keep' as const, nextOn: nextMonth(ground) })),
}

export const transmissionProbes: Probes<keyof typeof transmissionActs> = {
  transmit: decisions,
  receive: decisions,
  register: (ground) => decisions(ground).map((about) => ({ ...about, structureRef: SAMPLE })),
  return: (ground) => decisions(ground).map((about) => ({ ...about, reason: SAMPLE })),
}

export const correctionProbes: Probes<keyof typeof correctionActs> = {
  'ask-correction': () => [{ place: SAMPLE, after: SAMPLE }],
  'accept-correction': ({ board }) => Object.keys(board.corrections).map((correctionId) => ({ correctionId })),
  redact: ({ board }) => redactables(board).map(({ kind, id }) => ({ kind, id })),
}
