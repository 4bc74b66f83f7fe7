import type { Decision } from '@clairiere/ritual'
import { fixture } from './fixture.ts'
import { at, named } from './fixture-clock.ts'

/** ECO-2026-013 as the board holds it after adoption. */
export const fixtureDecision = (): Decision => {
  const { decision } = fixture
  return {
    id: 'd',
    ref: decision.ref,
    itemId: '4',
    title: decision.title,
    process: 'consent',
    scope: 'operational',
    carrier: 'capucine',
    status: 'adopted',
    step: 'adopted',
    deciders: Object.keys(decision.rounds[0]!.positions),
    versions: decision.versions.map((version) => ({ integrates: [], at: at('18:50'), ...version })),
    rounds: decision.rounds.map(({ positions }, index) => {
      const count = (position: string) => Object.values(positions).filter((each) => each === position).length
      return {
        round: index + 1,
        version: index + 2,
        openedAt: at('19:00'),
        revealedAt: at(index === 0 ? '19:00' : '19:09'),
        counts: {
          'no-objection': count('no-objection'),
          concern: count('concern'),
          objection: count('objection'),
          'not-clear': 0,
          aside: 0,
        },
      }
    }),
    objections: decision.objections.map(({ person, voice, text, integratedIn }, index) => ({
      id: `o${index}`,
      text,
      round: 1,
      tested: 'accepted',
      integratedIn,
      lifted: true,
      carrierConfirmed: true,
      late: false,
      at: at('19:01'),
      ...named(person, voice),
    })),
    concerns: [1, 2].flatMap((round) =>
      decision.concerns.map(({ person, voice, text, positions }, index) => ({
        id: `c${round}${index}`,
        text,
        round,
        positions,
        ...named(person, voice),
      })),
    ),
    improvements: decision.improvements.map(({ person, text }, index) => ({ id: `i${index}`, text, kept: true, ...named(person, null) })),
    summaries: { clarification: decision.clarifications, feelings: decision.feelings },
    responsible: decision.responsible,
    cc: decision.cc,
    efforts: [],
    financial: decision.financial,
    interests: decision.interests.map(({ person, text }, index) => ({ id: `t${index}`, personId: person, text })),
    reviewOn: decision.reviewOn,
    criteria: decision.criteria,
    reactionUntil: decision.reactionUntil,
    legalEffect: 'pending',
  }
}
