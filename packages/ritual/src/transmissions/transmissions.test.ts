import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import type { Item } from '../agenda/entities.ts'
import { Circle } from '../circle.ts'
import { authorityOver } from '../decisions/authority.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { previousOf } from '../previous.ts'
import type { NewMeetingInput } from '../seed.ts'
import { formerNews, heardOf } from './former-news.ts'
import { isWithoutNews } from './overdue.ts'

const adopted = () => {
  const d = new DecisionCircle().round().to('improvement')
  d.c.did('ada', d.adopt())
  const transmit: ActInput = { type: 'transmit', decisionId: d.id }
  const register: ActInput = { type: 'register', decisionId: d.id, structureRef: 'CA-2026-37', organ: 'gérance', date: '2026-12-05' }
  return { d, c: d.c, transmit, register, sci: () => Object.values(d.c.board.transmissions).find(({ to }) => to === 'org:sci') }
}

describe('[§2.4.7] the circuit', () => {
  test('sent with its copies by facilitation or the memory of decisions; its result names the circuits', () => {
    const { d, c, transmit } = adopted()
    expect(c.refusal('cleo', transmit)).toBe('not-permitted')
    expect(c.receives('org:sci', { type: 'receive', decisionId: d.id })).toMatchObject({ refused: 'too-early' })
    const answer = c.does('ada', transmit)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        result: {
          transmissions: [
            { to: 'org:sci', kind: 'register' },
            { to: 'org:coop', kind: 'inform' },
          ],
        },
      },
    })
    expect(Object.values(c.board.transmissions)).toMatchObject([{ status: 'sent', sentOn: '2026-12-03' }, { status: 'sent' }])
    expect(c.refusal('ada', transmit)).toBe('already-there')
  })

  test('[§2.5-12, AC-19] in force only once registered, under the structure’s own reference', () => {
    const { d, c, transmit, register, sci } = adopted()
    c.did('ada', transmit)
    expect(d.decision.legalEffect).toBe('pending')
    expect(c.refusal('ada', register)).toBe('not-permitted')
    expect(c.receives('org:tera', register)).toMatchObject({ refused: 'no-such-thing' })
    expect(c.receives('org:sci', { type: 'receive', decisionId: d.id }).ok).toBe(true)
    expect(sci()).toMatchObject({ status: 'received', receivedOn: '2026-12-03' })
    expect(d.decision.legalEffect).toBe('pending')
    expect(c.receives('org:sci', register).ok).toBe(true)
    expect(sci()).toMatchObject({ status: 'registered', registered: { structureRef: 'CA-2026-37', organ: 'gérance', date: '2026-12-05' } })
    expect(d.decision.legalEffect).toBe('in-force')
    expect(c.receives('org:sci', register)).toMatchObject({ refused: 'already-there' })
  })

  test('a copy for information stops at received and gives no effect', () => {
    const { d, c, transmit, register } = adopted()
    c.did('ada', transmit)
    expect(c.receives('org:coop', { type: 'receive', decisionId: d.id }).ok).toBe(true)
    expect(c.receives('org:coop', register)).toMatchObject({ refused: 'not-permitted' })
    expect(d.decision.legalEffect).toBe('pending')
  })

  test('[V5] returned with its reason, after the meeting: without effect, the adopted text unchanged', () => {
    const { d, c, transmit, sci } = adopted()
    c.did('ada', { type: 'close', postponeRest: true })
    c.at('2026-12-04T09:00:00Z').did('ada', transmit)
    expect(c.at('2026-12-15T09:00:00Z').receives('org:sci', { type: 'return', decisionId: d.id, reason: 'contraire au bail' }).ok).toBe(
      true,
    )
    expect(sci()).toMatchObject({ status: 'returned', sentOn: '2026-12-04', returned: { reason: 'contraire au bail', on: '2026-12-15' } })
    expect(d.decision).toMatchObject({ legalEffect: 'refused', status: 'adopted', versions: [{ text: 'La salle se réserve.' }] })
    expect(c.refolded()).toEqual(c.board)
  })

  const returns = () => {
    const { d, c, transmit } = adopted()
    c.did('ada', transmit)
    return { c, back: () => c.receives('org:sci', { type: 'return', decisionId: d.id, reason: 'contraire au bail' }) }
  }
  const follows = (former: Circle) => new Circle({ title: 'suite', purpose: 'suivre', previous: previousOf(former.board) })
  const prepared = (former: Circle) => {
    const c = follows(former)
    for (const name of ['ada', 'ben']) {
      c.joins(name, { host: name === 'ada' })
      c.arrives(name)
    }
    c.did('ada', { type: 'claim-role', role: 'facilitator' })
    return c
  }
  const opened = (former: Circle) => {
    const c = prepared(former)
    c.did('ada', { type: 'convene', scheduledStart: c.now, purpose: 'suivre' })
    c.did('ada', { type: 'open' })
    return c
  }
  const feedbacksOf = (c: Circle): readonly Item[] => Object.values(c.board.items).filter(({ kind }) => kind === 'feedback')
  const feedback = {
    title: 'Charte de la salle',
    kind: 'feedback',
    status: 'proposed',
    towards: 'org:sci',
    context: 'contraire au bail',
    carriers: [],
  }

  test.each([
    ['prepared', prepared],
    ['live', opened],
  ])('[V5] [§2.4.7] returned once the next meeting was made: while that one is %s it has the feedback, once', (_is, make) => {
    const { c, back } = returns()
    const next = make(c)
    back()
    next.hears(formerNews(c.board))
    expect(feedbacksOf(next)).toMatchObject([feedback])
    expect(Object.values(next.board.transmissions)).toMatchObject([{ status: 'returned', returned: { reason: 'contraire au bail' } }])
    expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
    expect(next.refolded()).toEqual(next.board)
    expect(previousOf(next.board).items, 'nobody took it up: it is proposed again').toMatchObject([
      { kind: 'feedback', status: 'proposed' },
    ])
    const itemId = feedbacksOf(next)[0]?.id ?? ''
    next.did('ada', { type: 'withdraw-item', itemId })
    expect(previousOf(next.board).items, 'it was dealt with').toEqual([])
    expect(feedbacksOf(follows(next))).toEqual([])
  })

  test('[§2.4.7] a meeting that is over has nothing more on its agenda: the one after it has the feedback, made before or after', () => {
    const { c, back } = returns()
    const next = opened(c)
    next.did('ada', { type: 'close', postponeRest: true })
    const made = follows(next)
    back()
    next.hears(formerNews(c.board))
    expect(feedbacksOf(next)).toEqual([])
    made.hears(formerNews(next.board))
    for (const after of [made, follows(next)]) {
      expect(feedbacksOf(after)).toMatchObject([feedback])
      expect(previousOf(after.board).items.map(({ status }) => status)).toEqual(['proposed'])
    }
  })

  test('[§2.4.7] made before the decision was even adopted, the next meeting follows it up all the same, and has the feedback', () => {
    const d = new DecisionCircle().round().to('improvement')
    const next = follows(d.c)
    const over = opened(d.c)
    over.did('ada', { type: 'close', postponeRest: true })
    expect(next.board.transmissions).toEqual({})
    d.c.did('ada', d.adopt())
    d.c.did('ada', { type: 'transmit', decisionId: d.id })
    next.hears(formerNews(d.c.board))
    const circuit = { decisionRef: d.decision.ref, to: 'org:sci', carriedOver: true, sentOn: '2026-12-03' }
    expect(Object.values(next.board.transmissions)).toMatchObject([{ ...circuit, status: 'sent' }])
    d.c.receives('org:sci', { type: 'return', decisionId: d.id, reason: 'contraire au bail' })
    for (const later of [next, over]) later.hears(formerNews(d.c.board))
    expect(feedbacksOf(next)).toMatchObject([feedback])
    expect(Object.values(next.board.transmissions)).toMatchObject([{ ...circuit, status: 'returned' }])
    expect(next.refolded()).toEqual(next.board)
    expect(previousOf(next.board).highest?.decision, 'its number is not given again').toBe(1)
    expect(previousOf(over.board).items, 'one that is over passes it on').toMatchObject([{ kind: 'feedback', status: 'returned' }])
    expect(feedbacksOf(over)).toEqual([])
  })

  test('[F11] a decision registered, which had left the follow-up, does not come back to it', () => {
    const { d, c, transmit, register } = adopted()
    c.did('ada', transmit)
    c.receives('org:sci', register)
    const third = follows(follows(c))
    expect(d.decision.legalEffect).toBe('in-force')
    expect(heardOf(third.board, formerNews(c.board))).toEqual([])
  })

  test('[§2.4.7] down a line of meetings made ahead, the first that is not over has the feedback and no other', () => {
    const { c, back } = returns()
    const next = follows(c)
    const third = follows(next)
    back()
    next.hears(formerNews(c.board))
    third.hears(formerNews(next.board))
    expect([feedbacksOf(next).length, feedbacksOf(third).length]).toEqual([1, 0])
    expect(Object.values(third.board.transmissions)).toMatchObject([{ status: 'returned' }])
    expect(previousOf(third.board).items).toEqual([])
  })

  test('[§2.4.7] [§2.5-12] what was returned stays so: no registration after it, no second return, and one feedback', () => {
    const { d, c, transmit, register } = adopted()
    c.did('ada', transmit)
    const next = follows(c)
    for (const reason of ['contraire au bail', 'vraiment contraire']) {
      c.receives('org:sci', { type: 'return', decisionId: d.id, reason })
      next.hears(formerNews(c.board))
    }
    expect(c.receives('org:sci', register)).toMatchObject({ refused: 'already-there' })
    next.hears(formerNews(c.board))
    expect(feedbacksOf(next)).toMatchObject([feedback])
  })

  test('only an adopted decision is transmitted', () => {
    const d = new DecisionCircle()
    expect(d.c.refusal('ada', { type: 'transmit', decisionId: d.id })).toBe('wrong-status')
  })

  test('sent for more than 30 days: without news, never registered by itself', () => {
    const { c, transmit, sci } = adopted()
    c.did('ada', transmit)
    const sent = sci()
    expect(sent && isWithoutNews(sent, '2027-01-02')).toBe(false)
    expect(sent && isWithoutNews(sent, '2027-01-03')).toBe(true)
  })
})

/** A decision on wood, adopted by three people in a meeting of these settings. */
const adopts = (
  settings: Partial<NewMeetingInput>,
  responsible = 'org:sci',
  item: { topics?: Item['topics'][number][]; sovereign?: string } = {},
) => {
  const c = new Circle({ title: 'Réunion', purpose: 'Décider', scheduledStart: '2026-12-03T17:00:00Z', ...settings })
  for (const name of ['ada', 'ben', 'cleo']) {
    c.joins(name, { host: name === 'ada' })
    c.arrives(name)
  }
  c.did('ada', { type: 'claim-role', role: 'facilitator' })
  c.at('2026-12-03T17:00:00Z').did('ada', { type: 'open' })
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Le bois', expectation: 'Votre consentement', ...item })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  const propose = { text: 'Dix stères.', process: 'consent-express', responsible, reviewOn: '2027-06-01' } as const
  const decisionId = c.did('cleo', { type: 'propose', itemId, ...propose })
  c.did('ada', { type: 'next-step', decisionId, from: 'proposal' })
  for (const who of ['ada', 'ben', 'cleo']) c.did(who, { type: 'give-position', decisionId, round: 1, position: 'no-objection' })
  c.did('ada', { type: 'reveal', decisionId, round: 1 })
  c.did('ada', { type: 'adopt', decisionId, version: 1 })
  return { c, decisionId }
}

test.each([
  ['structure', 'pending', true],
  ['meeting', 'in-force', false],
] as const)('[A16] [§2.5-12] where the %s decides formally, an adopted decision is %s', (formalAuthority, legalEffect, waits) => {
  const { c, decisionId } = adopts({ formalAuthority })
  expect(c.board.decisions[decisionId]?.legalEffect).toBe(legalEffect)
  const actionId = c.did('cleo', { type: 'create-action', title: 'Commander', takers: ['cleo'], decisionId, spends: true })
  expect(c.refusal('cleo', { type: 'update-action', actionId, status: 'done' })).toBe(waits ? 'awaiting-registration' : undefined)
})

test.each([
  [{ authorities: { 'org:sci': 'meeting' } }, 'org:sci', {}, 'in-force'],
  [{ authorities: { 'org:sci': 'meeting' } }, 'org:coop', {}, 'pending'],
  [{ authorities: { funding: 'meeting' } }, 'org:coop', { topics: ['funding'] }, 'in-force'],
  [{ authorities: { funding: 'meeting' } }, 'org:coop', { topics: ['approval'] }, 'pending'],
  [{ formalAuthority: 'meeting', authorities: { funding: 'structure' } }, 'org:coop', { topics: ['funding'] }, 'pending'],
  [{ formalAuthority: 'meeting', authorities: { funding: 'structure' } }, 'org:coop', {}, 'in-force'],
  [{ authorities: { funding: 'meeting', approval: 'structure' } }, 'org:coop', { topics: ['funding', 'approval'] }, 'pending'],
  [{ authorities: { nowhere: 'meeting' } }, 'org:sci', {}, 'pending'],
] as const)(
  '[A16] by domain: %j, decided for %s on %j, is %s',
  (settings, responsible, { topics = [], ...item }: { topics?: readonly Item['topics'][number][] }, effect) => {
    const { c, decisionId } = adopts(settings, responsible, { ...item, topics: [...topics] })
    expect(c.board.decisions[decisionId]?.legalEffect).toBe(effect)
  },
)

test('[A16] where two domains say otherwise the structure decides; a decision of the meeting stays in force whatever its structure answers', () => {
  const meeting = { formalAuthority: 'meeting', authorities: { 'org:sci': 'structure', funding: 'meeting' } } as const
  expect(authorityOver(meeting, { responsible: 'org:sci' }, { topics: ['funding'] })).toBe('structure')
  const { c, decisionId } = adopts({ authorities: { 'org:sci': 'meeting' } })
  c.did('ada', { type: 'transmit', decisionId })
  expect(previousOf(c.board).transmissions).toMatchObject([{ state: 'sent', inForce: true }])
  c.receives('org:sci', { type: 'return', decisionId, reason: 'Contraire au bail.' })
  expect(c.board.decisions[decisionId]?.legalEffect).toBe('in-force')
  expect(c.refolded()).toEqual(c.board)
})
