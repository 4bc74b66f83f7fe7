import type { Decision, Objection, PositionId } from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { decisionOf, isReadyToAdopt, objectionNow, outcomeOf, pathOf, railOf, shownPositions, turnOf } from './course.ts'

const objection = (more: Partial<Objection> = {}): Objection => ({
  id: 'o1',
  text: 'Trop cher',
  round: 1,
  attribution: 'name-and-voice',
  personId: 'dario',
  tested: 'pending',
  lifted: false,
  carrierConfirmed: false,
  late: false,
  at: '2026-12-03T18:00:00Z',
  ...more,
})
const decision = (more: Partial<Decision> = {}): Decision => ({
  id: 'd1',
  itemId: 'i1',
  title: 'Charte',
  process: 'consent',
  scope: 'operational',
  carrier: 'capucine',
  status: 'open',
  step: 'integration',
  deciders: ['dario', 'capucine'],
  versions: [{ n: 1, text: 'Un texte', integrates: [], at: '2026-12-03T18:00:00Z' }],
  rounds: [],
  objections: [],
  concerns: [],
  improvements: [],
  summaries: {},
  responsible: 'org:sci',
  cc: [],
  efforts: [],
  interests: [],
  reviewOn: '2027-06-30',
  criteria: [],
  reactionUntil: '2026-12-17',
  legalEffect: 'none',
  ...more,
})
const counts = (more: Partial<Record<PositionId, number>> = {}): Record<PositionId, number> => ({
  'no-objection': 0,
  concern: 0,
  objection: 0,
  'not-clear': 0,
  aside: 0,
  ...more,
})

describe('[§2.4.6] the way of a decision', () => {
  test('an item shows its open decision before one that was withdrawn', () => {
    const decisions = { a: decision({ id: 'a', status: 'withdrawn' }), b: decision({ id: 'b' }), c: decision({ id: 'c', itemId: 'other' }) }
    expect(decisionOf(decisions, 'i1')?.id).toBe('b')
    expect(decisionOf({ a: decisions.a }, 'i1')?.id).toBe('a')
    expect(decisionOf({}, 'i1')).toBeUndefined()
  })

  test('eight steps for consent, five for express; all done once adopted', () => {
    expect(railOf(decision(), (step) => step).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
      'now',
      'next',
      'next',
    ])
    expect(railOf(decision({ process: 'consent-express', step: 'objections' }), (step) => step).map(({ id }) => id)).toHaveLength(5)
    expect(railOf(decision({ status: 'adopted', step: 'adopted' }), (step) => step).every(({ state }) => state === 'done')).toBe(true)
  })

  test('ready to adopt only after a revealed round on the present version', () => {
    const round = { round: 1, version: 1, openedAt: '', revealedAt: '2026-12-03T18:10:00Z' }
    expect(isReadyToAdopt(decision({ step: 'improvement', rounds: [round] }))).toBe(true)
    expect(isReadyToAdopt(decision({ step: 'improvement', rounds: [{ ...round, version: 2 }] }))).toBe(false)
    expect(isReadyToAdopt(decision({ step: 'objections', rounds: [round] }))).toBe(false)
  })
})

describe('[B6] an objection on its way', () => {
  test('four steps, each the act of somebody else', () => {
    const way = [
      objection(),
      objection({ tested: 'accepted' }),
      objection({ tested: 'accepted', integratedIn: 2 }),
      objection({ tested: 'accepted', integratedIn: 2, lifted: true }),
    ]
    expect(way.map(turnOf)).toEqual(['test', 'write', 'lift', 'confirm'])
    expect(way.map((one) => pathOf(one)?.find(({ state }) => state === 'now')?.id)).toEqual([
      'welcomed',
      'integrated',
      'lifted',
      'confirmed',
    ])
    expect(turnOf(objection({ tested: 'accepted', integratedIn: 2, lifted: true, carrierConfirmed: true }))).toBe('none')
  })
  test('a reserve or a withdrawn one has left the way; one without a reason waits for it', () => {
    expect(pathOf(objection({ tested: 'became-concern' }))).toBeNull()
    expect(turnOf(objection({ tested: 'withdrawn' }))).toBe('none')
    expect(turnOf(objection({ text: '' }))).toBe('reason')
  })
  test('one at a time: the first that still binds, never a late one nobody took in', () => {
    const first = objection({ id: 'late', late: true })
    expect(
      objectionNow(decision({ objections: [first, objection({ id: 'o2', tested: 'became-concern' }), objection({ id: 'o3' })] }))?.id,
    ).toBe('o3')
    expect(objectionNow(decision({ objections: [first] }))).toBeUndefined()
  })
})

describe('[B7] a round in words, without a gauge', () => {
  test('objections first, then what is not clear, else nobody objects', () => {
    expect(outcomeOf(counts({ objection: 2, 'not-clear': 1 }))).toEqual({ kind: 'objections', count: 2 })
    expect(outcomeOf(counts({ 'not-clear': 1, 'no-objection': 9 }))).toEqual({ kind: 'unclear', count: 1 })
    expect(outcomeOf(counts({ concern: 1 }))).toEqual({ kind: 'none' })
    expect(shownPositions(counts({ aside: 1 }))).toEqual(['no-objection', 'concern', 'objection', 'aside'])
  })
})
