import { describe, expect, test } from 'vitest'
import { Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import type { Previous } from '../meeting/handed-on.ts'
import { previousOf } from '../previous.ts'
import { dueReviews } from './due.ts'

type Told = NonNullable<Previous['reviews']>[number]
const fourgon: Told = {
  ref: 'ECO-2026-002',
  title: 'Mutualiser le fourgon',
  responsible: 'org:coop',
  reviewOn: '2026-12-03',
  text: 'Le fourgon est à tous.',
  criteria: ['il sert chaque semaine'],
}
const jardin: Told = { ref: 'ECO-2026-001', title: 'Ouvrir le jardin', responsible: 'org:sci', reviewOn: '2027-03-01' }

const meeting = (previous: Partial<Previous>, start = '2026-12-03T17:00:00Z') => {
  const before = `${start.slice(0, 10)}T16:50:00.000Z`
  const c = new Circle({ title: 'Réunion', purpose: 'Se parler', scheduledStart: start, previous }, before)
  for (const name of ['ada', 'ben', 'cleo']) {
    c.joins(name, { host: name === 'ada' })
    c.arrives(name)
  }
  c.did('ada', { type: 'claim-role', role: 'facilitator' })
  c.did('cleo', { type: 'claim-role', role: 'scribe' })
  c.at(start).did('ada', { type: 'open' })
  return c
}
const idOf = (c: Circle, ref: string): string => Object.values(c.board.reviews).find((review) => review.ref === ref)?.id ?? ''

describe('[D13] a decision comes back on the day it named', () => {
  test('kept from meeting to meeting until then, however many there are', () => {
    const first = meeting({ reviews: [jardin, fourgon] })
    expect(dueReviews(first.board, '2026-12-03').map(({ ref }) => ref)).toEqual(['ECO-2026-002'])
    const second = meeting(previousOf(first.board), '2027-01-07T17:00:00Z')
    expect(dueReviews(second.board, '2027-01-07').map(({ ref }) => ref)).toEqual(['ECO-2026-002'])
    const third = meeting(previousOf(second.board), '2027-03-04T17:00:00Z')
    expect(dueReviews(third.board, '2027-03-04').map(({ ref }) => ref)).toEqual(['ECO-2026-001', 'ECO-2026-002'])
    expect(third.board.reviews[idOf(third, 'ECO-2026-002')]).toMatchObject({ text: fourgon.text, criteria: fourgon.criteria })
  })

  test('put off without a word, it keeps what was said of it at a meeting before', () => {
    const said = { on: '2026-06-04', helped: 'Les permanences', verdict: 'change' as const }
    const c = meeting({ reviews: [{ ...fourgon, said }] })
    c.did('ada', { type: 'review-decision', reviewId: idOf(c, 'ECO-2026-002'), helped: '', hindered: '', nextOn: '2027-01-07' })
    expect(previousOf(c.board).reviews).toMatchObject([{ reviewOn: '2027-01-07', said }])
  })

  test('one told with its transmission alone comes back too', () => {
    const c = meeting({
      transmissions: [
        { ref: 'ECO-2026-003', title: 'Charte', to: 'org:sci', state: 'registered', reviewOn: '2026-12-01', text: 'Une charte.' },
      ],
    })
    expect(dueReviews(c.board, '2026-12-03')).toMatchObject([{ ref: 'ECO-2026-003', responsible: 'org:sci', text: 'Une charte.' }])
  })

  test('[§2.4.7] [A16] one that its structure returned does not, unless it is in force all the same; what was said of it before stays said', () => {
    const circuit = {
      ref: 'ECO-2026-002',
      title: fourgon.title,
      to: 'org:coop',
      state: 'returned',
      date: '2026-11-20',
      reason: 'Trop cher',
    } as const
    const back = meeting(previousOf(meeting({ reviews: [fourgon], transmissions: [circuit] }).board), '2027-01-07T17:00:00Z')
    const reviewId = idOf(back, 'ECO-2026-002')
    expect(dueReviews(back.board, '2027-01-07')).toEqual([])
    expect(back.refusal('ada', { type: 'review-decision', reviewId, verdict: 'keep', nextOn: '2027-06-03' })).toBe('wrong-status')
    const ours = meeting({ reviews: [fourgon], transmissions: [{ ...circuit, inForce: true }] })
    expect(dueReviews(ours.board, '2026-12-03')).toMatchObject([{ ref: 'ECO-2026-002' }])
    const c = meeting({ reviews: [fourgon], transmissions: [{ ...circuit, state: 'sent' }] })
    c.did('ada', { type: 'review-decision', reviewId, helped: 'Les permanences' })
    const [sent] = Object.values(c.board.transmissions)
    c.hears({
      circuits: [{ ...sent!, status: 'returned', returned: { reason: 'Trop cher', on: '2026-12-04' } }],
      measures: [],
      objected: [],
      points: [],
      asked: [],
      actions: [],
      replaced: [],
      previous: c.board.previous,
    })
    expect(dueReviews(c.board, '2026-12-03')).toMatchObject([{ helped: 'Les permanences' }])
  })

  test('before its day nothing is said of it', () => {
    const c = meeting({ reviews: [jardin] })
    const reviewId = idOf(c, 'ECO-2026-001')
    expect(c.refusal('ada', { type: 'review-decision', reviewId, verdict: 'keep', nextOn: '2027-06-01' })).toBe('too-early')
    expect(c.refusal('ada', { type: 'review-decision', reviewId: 'nothing', verdict: 'keep' })).toBe('no-such-thing')
  })

  test('the point proposed quotes no half of a character, where the text is as long as one may be', () => {
    const c = meeting({ reviews: [{ ...fourgon, text: `${'x'.repeat(3986)}🌻` }] })
    c.did('ada', { type: 'review-decision', reviewId: idOf(c, 'ECO-2026-002'), verdict: 'change' })
    expect(Object.values(c.board.items).map(({ context }) => context?.isWellFormed())).toEqual([true])
  })

  test('a follow-up held as an item is not done before each due decision is looked at [F11]', () => {
    const c = meeting({ reviews: [fourgon, jardin] })
    const itemId = c.did('ben', { type: 'propose-item', kind: 'follow-up', title: 'Suivi', expectation: 'Regarder' })
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'open-item', itemId })
    expect(c.does('ada', { type: 'close-item', itemId })).toMatchObject({
      refused: 'output-missing',
      detail: { missing: ['ECO-2026-002'] },
    })
    c.did('ada', { type: 'review-decision', reviewId: idOf(c, 'ECO-2026-002'), nextOn: '2027-01-07' })
    c.did('ada', { type: 'close-item', itemId })
  })
})

describe('[G5] what helped, what got in the way, and keep, change or end', () => {
  const brought = () => {
    const c = meeting({ reviews: [fourgon] })
    return { c, reviewId: idOf(c, 'ECO-2026-002') }
  }

  test('written by facilitation or scribe; kept until a day still to come', () => {
    const { c, reviewId } = brought()
    const keep = { type: 'review-decision', reviewId, helped: 'Les permanences', hindered: 'Le froid', verdict: 'keep' } as const
    expect(c.refusal('ben', { ...keep, nextOn: '2027-06-03' })).toBe('not-permitted')
    expect(c.refusal('cleo', keep)).toBe('review-date-missing')
    expect(c.refusal('cleo', { ...keep, nextOn: '2026-12-03' })).toBe('review-date-missing')
    c.did('cleo', { ...keep, nextOn: '2027-06-03' })
    expect(c.board.reviews[reviewId]).toMatchObject({
      helped: 'Les permanences',
      hindered: 'Le froid',
      verdict: 'keep',
      nextOn: '2027-06-03',
    })
    expect(previousOf(c.board).reviews).toMatchObject([
      { ref: 'ECO-2026-002', reviewOn: '2027-06-03', said: { on: '2026-12-03', helped: 'Les permanences', verdict: 'keep' } },
    ])
    expect(c.refolded()).toEqual(c.board)
  })

  test.each(['change', 'stop'] as const)('« %s » proposes a point, and the decision stands until one replaces it', (verdict) => {
    const { c, reviewId } = brought()
    const itemId = c.did('ada', { type: 'review-decision', reviewId, verdict })
    expect(c.board.items[itemId]).toMatchObject({ kind: 'decision', status: 'proposed', carriers: [], replaces: 'ECO-2026-002' })
    expect(c.board.reviews[reviewId]).toMatchObject({ verdict, itemId })
    expect(previousOf(c.board)).toMatchObject({
      reviews: [{ ref: 'ECO-2026-002', reviewOn: '2026-12-03', said: { verdict } }],
      items: [{ title: 'Mutualiser le fourgon', kind: 'decision', replaces: 'ECO-2026-002' }],
    })
    c.did('ada', { type: 'set-item', itemId, carriers: ['ben'], expectation: 'Décider' })
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'open-item', itemId })
    const decisionId = c.did('ben', {
      type: 'propose',
      itemId,
      text: 'Le fourgon est vendu.',
      responsible: 'org:coop',
      reviewOn: '2027-09-01',
      process: 'ascertained',
    })
    expect(c.board.decisions[decisionId]?.replaces).toBe('ECO-2026-002')
    expect(previousOf(c.board).reviews?.map(({ ref }) => ref)).toEqual(['ECO-2026-002'])
    const adopted = { ...c.board.decisions[decisionId]!, status: 'adopted' as const, ref: 'ECO-2026-004', adoptedAt: c.now }
    const after = { ...c.board, decisions: { [decisionId]: adopted } }
    expect(previousOf(after).reviews).toMatchObject([{ ref: 'ECO-2026-004', text: 'Le fourgon est vendu.', reviewOn: '2027-09-01' }])
    expect(c.refusal('ada', { type: 'review-decision', reviewId, verdict: 'keep', nextOn: '2027-06-03' })).toBe('moved-on')
  })

  test.each(['change', 'stop'] as const)(
    'a role that was given is given anew by an election: « %s » proposes one, in a later meeting too',
    (verdict) => {
      const d = new DecisionCircle()
      const adopted = {
        ...d.decision,
        status: 'adopted' as const,
        process: 'election' as const,
        ref: 'ECO-2026-004',
        reviewOn: '2027-01-07',
      }
      const between = meeting(previousOf({ ...d.c.board, decisions: { [d.id]: adopted } }))
      const c = meeting(previousOf(between.board), '2027-01-07T17:00:00Z')
      const itemId = c.did('ada', { type: 'review-decision', reviewId: idOf(c, 'ECO-2026-004'), verdict })
      expect(c.board.items[itemId]).toMatchObject({ kind: 'election', status: 'proposed', replaces: 'ECO-2026-004' })
    },
  )

  test('the group may think again: the point that nobody listed is taken back', () => {
    const { c, reviewId } = brought()
    const itemId = c.did('ada', { type: 'review-decision', reviewId, verdict: 'stop', helped: 'Rien' })
    c.did('ada', { type: 'review-decision', reviewId, verdict: 'change' })
    expect(Object.values(c.board.items)).toHaveLength(1)
    c.did('ada', { type: 'review-decision', reviewId, verdict: 'keep', nextOn: '2027-06-03', helped: '' })
    expect(c.board.items[itemId]?.status).toBe('withdrawn')
    expect(c.board.reviews[reviewId]).not.toHaveProperty('itemId')
    expect(c.board.reviews[reviewId]?.helped).toBe('')
  })

  const decides = (c: Circle, itemId: string): string => {
    c.did('ada', { type: 'set-item', itemId, carriers: ['ben'], expectation: 'Décider' })
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'open-item', itemId })
    return c.did('ben', {
      type: 'propose',
      itemId,
      text: 'Vendu.',
      responsible: 'org:coop',
      reviewOn: '2027-09-01',
      process: 'ascertained',
    })
  }
  test.each([
    ['withdrawn', (c: Circle, itemId: string) => void c.did('ada', { type: 'withdraw-item', itemId })],
    [
      'done, with nothing decided',
      (c: Circle, itemId: string) => {
        c.did('ben', { type: 'withdraw-proposal', decisionId: decides(c, itemId) })
        c.did('ada', { type: 'close-item', itemId })
      },
    ],
  ])('« modifier » said again proposes a new point once the former is %s; its words alone do not', (_is, ends) => {
    const { c, reviewId } = brought()
    const itemId = c.did('ada', { type: 'review-decision', reviewId, verdict: 'change' })
    ends(c, itemId)
    c.did('cleo', { type: 'review-decision', reviewId, helped: 'Les permanences' })
    expect(Object.keys(c.board.items)).toEqual([itemId])
    const again = c.did('cleo', { type: 'review-decision', reviewId, verdict: 'change' })
    expect(c.board.items[again]).toMatchObject({ kind: 'decision', status: 'proposed', replaces: 'ECO-2026-002' })
    expect(c.board.reviews[reviewId]).toMatchObject({ verdict: 'change', itemId: again })
    c.did('cleo', { type: 'review-decision', reviewId, verdict: 'stop' })
    expect(Object.keys(c.board.items)).toEqual([itemId, again])
    expect(c.refolded()).toEqual(c.board)
  })

  test('a point that is postponed comes to the next meeting: none is proposed beside it', () => {
    const { c, reviewId } = brought()
    const itemId = c.did('ada', { type: 'review-decision', reviewId, verdict: 'change' })
    decides(c, itemId)
    c.did('ada', { type: 'postpone-item', itemId })
    c.did('ada', { type: 'review-decision', reviewId, verdict: 'change' })
    expect(Object.keys(c.board.items)).toEqual([itemId])
    const next = meeting(previousOf(c.board), '2027-01-07T17:00:00Z')
    const [point] = Object.values(next.board.items)
    expect(point).toMatchObject({ status: 'proposed', replaces: 'ECO-2026-002' })
    next.did('ada', { type: 'review-decision', reviewId: idOf(next, 'ECO-2026-002'), verdict: 'change' })
    expect(Object.values(next.board.items)).toEqual([point])
    next.did('ada', { type: 'review-decision', reviewId: idOf(next, 'ECO-2026-002'), verdict: 'keep', nextOn: '2027-06-03' })
    expect(Object.values(next.board.items), 'it is not of this review: somebody else asked for it').toEqual([point])
  })
})
