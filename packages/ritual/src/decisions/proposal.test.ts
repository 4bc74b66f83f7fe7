import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { DecisionCircle } from './decision-circle.ts'
import { nextActionRef, nextDecisionRef } from './numbering.ts'

describe('proposing', () => {
  test('[§2.4.6] the carrier proposes once; title from the item, copies without the responsible structure', () => {
    const d = new DecisionCircle()
    expect(d.decision).toMatchObject({
      status: 'open',
      step: 'proposal',
      title: 'Charte de la salle',
      carrier: 'cleo',
      cc: ['org:coop'],
      legalEffect: 'none',
    })
    expect(d.decision.versions).toEqual([{ n: 1, text: 'La salle se réserve.', integrates: [], at: d.c.now }])
    const again: ActInput = { type: 'propose', itemId: d.item, text: 'Autre', responsible: 'org:sci', reviewOn: '2027-01-01' }
    expect(d.c.refusal('cleo', again)).toBe('already-there')
    expect(d.c.refusal('dan', again)).toBe('not-permitted')
  })

  test.each([
    ['[§2.4.6] at most 1 200 characters', { text: 'a'.repeat(1201) }, 'malformed'],
    ['[A14] a structure the meeting knows', { responsible: 'org:nowhere' }, 'responsible-missing'],
    ['[D13] a review still to come', { reviewOn: '2026-12-02' }, 'review-date-missing'],
    ['[§2.5-11] a reaction window', { reactionUntil: '2026-12-02' }, 'window-missing'],
    ['[D18] no election on an item announced as a decision', { process: 'election' }, 'process-locked'],
    ['[D7] no approval of each member yet', { process: 'approval' }, 'not-yet'],
  ] as const)('a proposal needs: %s', (_title, more, code) => {
    const d = new DecisionCircle()
    d.c.did('cleo', { type: 'withdraw-proposal', decisionId: d.id })
    const propose: ActInput = { type: 'propose', itemId: d.item, text: 'Autre', responsible: 'org:sci', reviewOn: '2027-01-01', ...more }
    expect(d.c.refusal('cleo', propose)).toBe(code)
    const repaired: ActInput = {
      ...propose,
      text: 'Autre',
      responsible: 'org:sci',
      reviewOn: '2027-01-01',
      reactionUntil: '2026-12-20',
      process: 'consent',
    }
    d.c.did('cleo', repaired)
  })

  test('[D18] a decision is proposed only on an open item announced as one', () => {
    const d = new DecisionCircle()
    const { c } = d
    const information = c.did('dan', { type: 'propose-item', kind: 'information', title: 'Le four', expectation: 'Écouter' })
    const propose: ActInput = { type: 'propose', itemId: information, text: 'Décidons.', responsible: 'org:sci', reviewOn: '2027-01-01' }
    expect(c.refusal('dan', propose)).toBe('process-locked')
    const later = c.did('dan', { type: 'propose-item', kind: 'decision', title: 'Le toit', expectation: 'Décider' })
    expect(c.refusal('dan', { ...propose, itemId: later })).toBe('wrong-status')
  })

  test('[§2.5-11] the reaction window is 14 days by default, counted in the meeting’s own days', () => {
    expect(new DecisionCircle().decision.reactionUntil).toBe('2026-12-17')
    expect(new DecisionCircle({ reactionUntil: '2027-01-15' }).decision.reactionUntil).toBe('2027-01-15')
  })
})

describe('amending', () => {
  test('[§2.5-9] a new version from the one seen, by the carrier, locked while positions are taken', () => {
    const d = new DecisionCircle()
    const amend = (from: number): ActInput => ({
      type: 'amend',
      decisionId: d.id,
      from,
      text: 'La salle et la cuisine.',
      change: 'la cuisine',
    })
    expect(d.c.refusal('dan', amend(1))).toBe('not-permitted')
    d.to('amendment').c.did('cleo', amend(1))
    expect(d.decision.versions.map(({ n, text }) => [n, text])).toEqual([
      [1, 'La salle se réserve.'],
      [2, 'La salle et la cuisine.'],
    ])
    expect(d.c.refusal('cleo', amend(1))).toBe('moved-on')
    d.to('objections')
    expect(d.c.refusal('cleo', amend(2))).toBe('text-locked')
    expect(d.decision.rounds).toMatchObject([{ round: 1, version: 2 }])
  })

  test('[§2.4.6] feelings are listened to: the text waits', () => {
    const d = new DecisionCircle().to('feelings')
    expect(d.c.refusal('cleo', { type: 'amend', decisionId: d.id, from: 1, text: 'Vite.' })).toBe('text-locked')
  })
})

describe('exits', () => {
  test('[§2.4.6] withdrawn by the carrier alone, returned and suspended by facilitation; positions not revealed are forgotten', () => {
    for (const [who, act, status] of [
      ['cleo', { type: 'withdraw-proposal' }, 'withdrawn'],
      ['ada', { type: 'return-decision', to: 'com:planif', reason: 'À reprendre.' }, 'returned'],
      ['ada', { type: 'suspend-decision' }, 'suspended'],
    ] as const) {
      const d = new DecisionCircle().to('objections').allSay()
      expect(d.c.secrets.all('position')).toHaveLength(5)
      expect(d.c.refusal(who === 'cleo' ? 'ada' : 'cleo', { ...act, decisionId: d.id })).toBe('not-permitted')
      d.c.did(who, { ...act, decisionId: d.id })
      expect(d.decision.status).toBe(status)
      expect(d.c.secrets.all('position')).toEqual([])
      expect(d.c.refusal('ada', d.next())).toBe('wrong-status')
    }
  })

  test('[V7] closing with the rest suspends it, erases the positions and keeps the text', () => {
    const d = new DecisionCircle().to('objections').allSay({ dan: { position: 'objection', text: 'Non.' } })
    d.c.did('ada', { type: 'close', postponeRest: true })
    expect(d.decision).toMatchObject({ status: 'suspended', versions: [{ text: 'La salle se réserve.' }], objections: [] })
    expect(d.c.secrets.all('position')).toEqual([])
  })

  test('[§2.4.3] postponing or withdrawing the item ends the decision and erases the positions', () => {
    const postponed = new DecisionCircle().to('objections').allSay()
    postponed.c.did('ada', { type: 'postpone-item', itemId: postponed.item })
    expect(postponed.decision.status).toBe('postponed')
    expect(postponed.c.secrets.all('position')).toEqual([])
    const withdrawn = new DecisionCircle().to('objections').allSay()
    withdrawn.c.did('cleo', { type: 'withdraw-item', itemId: withdrawn.item })
    expect(withdrawn.decision.status).toBe('withdrawn')
    expect(withdrawn.c.secrets.all('position')).toEqual([])
  })
})

test('[contract § Acts] numbers go on from the highest known in the meeting and those before it', () => {
  const { board } = new DecisionCircle().c
  expect(nextDecisionRef(board, '2026-12-03T18:11:00Z')).toBe('ECO-2026-001')
  expect(nextActionRef(board)).toBe('A-001')
  const previous = {
    ...board.previous,
    transmissions: [{ ref: 'ECO-2026-012', title: 'Fourgon', to: 'org:coop', state: 'received' as const }],
    actions: [{ ref: 'A-033', title: 'Bras', who: ['Inès'], state: 'in-progress' as const }],
  }
  expect(nextDecisionRef({ ...board, previous }, '2026-12-03T18:11:00Z')).toBe('ECO-2026-013')
  expect(nextDecisionRef({ ...board, previous }, '2026-12-31T23:30:00Z')).toBe('ECO-2027-013')
  expect(nextActionRef({ ...board, previous })).toBe('A-034')
})
