import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'
import type { Item, ItemKind } from './entities.ts'

const names = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const
const item = (c: Circle, id: string): Item => {
  const found = c.board.items[id]
  if (!found) throw new Error(id)
  return found
}
const proposed = (
  c: Circle,
  kind: ItemKind = 'information',
  more: { towards?: string; structures?: string[]; format?: 'workshop' } = {},
): string => c.did('cleo', { type: 'propose-item', kind, title: 'Le four', expectation: 'Écouter', plannedMinutes: 10, ...more })
const listed = (c: Circle, kind: ItemKind = 'information', more = {}): string => {
  const itemId = proposed(c, kind, more)
  c.did('ada', { type: 'list-item', itemId })
  return itemId
}
const opened = (c: Circle, kind: ItemKind = 'information', more = {}): string => {
  const itemId = listed(c, kind, more)
  c.did('ada', { type: 'open-item', itemId })
  return itemId
}

describe('[§2.4.3] proposed → listed', () => {
  test('who proposes carries, unless they name others; the act’s id is the item’s', () => {
    const c = circle(...names)
    const mine = proposed(c)
    expect(item(c, mine)).toMatchObject({ id: mine, carriers: ['cleo'], proposedBy: 'cleo', status: 'proposed', position: -1 })
    const theirs = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'x', carriers: ['dan'] })
    expect(item(c, theirs).carriers).toEqual(['dan'])
    expect(c.refusal('cleo', { type: 'propose-item', kind: 'information', title: 'x', carriers: ['nobody'] })).toBe('unknown-person')
    expect(c.refusal('cleo', { type: 'propose-item', kind: 'feedback', title: 'x', towards: 'org:none' })).toBe('no-such-thing')
  })
  test('[D17] not listed without carrier and expectation', () => {
    const c = circle(...names)
    const itemId = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'x' })
    expect(c.refusal('ada', { type: 'list-item', itemId })).toBe('expectation-missing')
    c.did('cleo', { type: 'set-item', itemId, expectation: 'Écouter' })
    expect(c.refusal('cleo', { type: 'list-item', itemId })).toBe('not-permitted')
    c.did('ada', { type: 'list-item', itemId })
    expect(c.refusal('ada', { type: 'list-item', itemId })).toBe('moved-on')
    const empty = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'x', carriers: [], expectation: 'y' })
    expect(c.refusal('ada', { type: 'list-item', itemId: empty })).toBe('carrier-missing')
  })
  test('[§2.6 note 1] an observer’s proposal is one, and does not list itself', () => {
    const c = circle(...names)
    c.joins('oli', { standing: 'observer' })
    const itemId = c.did('oli', { type: 'propose-item', kind: 'information', title: 'x', expectation: 'y' })
    expect(item(c, itemId).status).toBe('proposed')
    expect(c.refusal('oli', { type: 'list-item', itemId })).toBe('not-permitted')
  })
  test('the order is the one given; items not named keep theirs behind', () => {
    const c = circle(...names)
    const [a, b, d] = [listed(c), listed(c), listed(c)]
    c.did('ada', { type: 'order-items', ids: [d, a] })
    expect([a, b, d].map((id) => item(c, id).position)).toEqual([1, 2, 0])
    expect(c.refusal('ada', { type: 'order-items', ids: [a, a] })).toBe('moved-on')
    expect(c.refusal('ada', { type: 'order-items', ids: [proposed(c)] })).toBe('moved-on')
  })
})

describe('[§2.4.3] listed → open', () => {
  test('[§2.5-1] one open item at a time, also out of a pause', () => {
    const c = circle(...names)
    const first = opened(c)
    const second = listed(c)
    expect(c.does('ada', { type: 'open-item', itemId: second })).toMatchObject({ refused: 'item-open', detail: { items: [first] } })
    c.did('ada', { type: 'pause-item', itemId: first })
    c.did('ada', { type: 'open-item', itemId: second })
    expect(c.refusal('ada', { type: 'resume-item', itemId: first })).toBe('item-open')
  })
  test('its carrier is there, or somebody named in their place', () => {
    const c = circle(...names)
    const itemId = listed(c)
    c.isAway('cleo')
    expect(c.refusal('ada', { type: 'open-item', itemId })).toBe('carrier-absent')
    c.did('ada', { type: 'set-item', itemId, replacement: 'dan' })
    c.did('ada', { type: 'open-item', itemId })
    expect(item(c, itemId)).toMatchObject({ status: 'open', replacement: 'dan' })
    c.did('ada', { type: 'set-item', itemId, replacement: null })
    expect(item(c, itemId).replacement).toBeUndefined()
  })
  test('[D18] the kind, and so the way of deciding, does not change once open', () => {
    const c = circle(...names)
    const itemId = opened(c)
    expect(c.refusal('ada', { type: 'set-item', itemId, kind: 'decision' })).toBe('process-locked')
    c.did('ada', { type: 'set-item', itemId, title: 'Le four à pain' })
    expect(item(c, itemId).title).toBe('Le four à pain')
  })
  test('[A6] a feedback names its target', () => {
    const c = circle(...names)
    const itemId = listed(c, 'feedback')
    expect(c.refusal('ada', { type: 'open-item', itemId })).toBe('incomplete')
    c.did('cleo', { type: 'set-item', itemId, towards: 'org:coop' })
    expect(c.refusal('ada', { type: 'open-item', itemId })).toBeUndefined()
  })
})

describe('[§2.4.3] time', () => {
  test('[I3] [§2.5-24] the countdown informs: nothing closes by itself, minutes are agreed', () => {
    const c = circle(...names)
    const itemId = opened(c)
    c.at(600)
    expect(item(c, itemId).status).toBe('open')
    c.did('ada', { type: 'agree-overrun', itemId, minutes: 5 })
    c.did('ada', { type: 'agree-overrun', itemId, minutes: 3 })
    expect(item(c, itemId).overrunMinutes).toBe(8)
  })
  test('held minutes: whole ones from open to done, less the group’s breaks and pauses of the item', () => {
    const c = circle(...names)
    const itemId = opened(c)
    c.words = { [`note:${itemId}`]: 1 }
    c.at(5).did('ada', { type: 'pause', minutes: 3 })
    c.at(3).did('ada', { type: 'resume' })
    c.at(2).did('ada', { type: 'pause-item', itemId })
    c.at(10).did('ada', { type: 'resume-item', itemId })
    c.at(1.4)
    expect(c.board.now.timer).toMatchObject({ heldMs: 7 * 60_000 })
    c.did('ada', { type: 'close-item', itemId })
    expect(item(c, itemId)).toMatchObject({ status: 'done', heldMinutes: 8, closedAt: c.now })
    expect(c.board.now).toMatchObject({ itemId: null, timer: null })
  })
  test('opened during a break, its countdown starts with the end of it', () => {
    const c = circle(...names)
    const itemId = listed(c)
    c.did('ada', { type: 'pause' })
    c.did('ada', { type: 'open-item', itemId })
    expect(c.board.now.timer).toEqual({ heldMs: 0, runningSince: null })
    c.at(4).did('ada', { type: 'resume' })
    expect(c.board.now.timer).toEqual({ heldMs: 0, runningSince: c.now })
  })
})

describe('[§2.3] the output of each kind before « traité »', () => {
  const close = (c: Circle, itemId: string, nextStep?: string) =>
    c.refusal('ada', { type: 'close-item', itemId, ...(nextStep && { nextStep }) })

  test('information: a note, common or named', () => {
    const c = circle(...names)
    const itemId = opened(c)
    expect(close(c, itemId)).toBe('output-missing')
    c.did('dan', { type: 'add-note', itemId, text: 'Le four chauffe.' })
    expect(close(c, itemId)).toBeUndefined()
  })
  test('[AC-07] broadcast: its text and the end of its window', () => {
    const c = circle(...names)
    const itemId = opened(c, 'broadcast')
    expect(close(c, itemId)).toBe('output-missing')
    c.did('cleo', { type: 'set-broadcast', itemId, text: 'x', decidedOn: '2026-11-26' })
    expect(close(c, itemId)).toBe('window-missing')
    c.did('cleo', { type: 'set-broadcast', itemId, text: 'x', decidedOn: '2026-11-26', openUntil: '2026-12-17' })
    expect(close(c, itemId)).toBeUndefined()
  })
  test('[AC-08] feedback: observation and request, then the answer or « sans réponse »', () => {
    const c = circle(...names)
    const itemId = opened(c, 'feedback', { towards: 'org:coop' })
    expect(c.does('ada', { type: 'close-item', itemId })).toMatchObject({
      refused: 'output-missing',
      detail: { missing: ['observation', 'request'] },
    })
    c.did('cleo', { type: 'state-feedback', itemId, observation: 'x', request: 'y' })
    expect(close(c, itemId)).toBe('answer-missing')
    c.did('cleo', { type: 'close-feedback', itemId, noAnswerOn: '2026-12-03' })
    expect(close(c, itemId)).toBeUndefined()
  })
  test('contribution: a line of synthesis; free format takes any note', () => {
    const c = circle(...names)
    const workshop = opened(c, 'contribution', { format: 'workshop' })
    c.did('dan', { type: 'add-note', itemId: workshop, text: 'x' })
    expect(close(c, workshop)).toBe('output-missing')
    c.did('dan', { type: 'add-note', itemId: workshop, text: 'x', heading: 'synthesis' })
    expect(close(c, workshop)).toBeUndefined()
    const free = opened(c, 'contribution')
    c.words = { [`note:${free}`]: 1 }
    expect(close(c, free)).toBeUndefined()
  })
  test('[A11] advice: decider, date, and the impacted parties asked', () => {
    const c = circle(...names)
    const itemId = opened(c, 'advice', { structures: ['org:sci'] })
    expect(close(c, itemId)).toBe('output-missing')
    c.did('cleo', { type: 'set-advice', itemId, question: 'x', decider: 'cleo', decideBy: '2026-12-17' })
    expect(c.does('ada', { type: 'close-item', itemId })).toMatchObject({
      refused: 'impacted-not-asked',
      detail: { organisations: ['org:sci'] },
    })
    c.did('cleo', { type: 'ask-advice', itemId, target: 'org:sci', as: 'impacted', expectedBy: '2026-12-14' })
    expect(close(c, itemId)).toBeUndefined()
  })
  test('[A12] concertation: two structures and a next step', () => {
    const c = circle(...names)
    const itemId = opened(c, 'concertation', { structures: ['org:sci'] })
    expect(close(c, itemId, 'On se revoit')).toBe('output-missing')
    c.did('cleo', { type: 'set-item', itemId, structures: ['org:sci', 'org:coop'] })
    expect(close(c, itemId)).toBe('next-step-missing')
    expect(close(c, itemId, 'On se revoit')).toBeUndefined()
    expect(item(c, itemId).nextStep).toBe('On se revoit')
  })
  test('decision: one that has ended', () => {
    const c = circle(...names)
    const itemId = opened(c, 'decision')
    expect(close(c, itemId)).toBe('output-missing')
    const decisionId = c.did('cleo', { type: 'propose', itemId, text: 'x', responsible: 'org:sci', reviewOn: '2027-01-01' })
    expect(close(c, itemId)).toBe('decisions-open')
    c.did('cleo', { type: 'withdraw-proposal', decisionId })
    expect(close(c, itemId)).toBeUndefined()
  })
  test('[G1] rex: a learning; tension: a response; election: its outcome', () => {
    const c = circle(...names)
    const rex = opened(c, 'rex')
    expect(close(c, rex)).toBe('output-missing')
    c.words = { learnings: 1, 'learnings:another': 1 }
    expect(close(c, rex), 'a learning of another item').toBe('output-missing')
    c.words = { learnings: 1, [`learnings:${rex}`]: 1 }
    expect(close(c, rex)).toBeUndefined()
    const tension = opened(c, 'tension')
    expect(close(c, tension)).toBe('output-missing')
    expect(close(c, tension, 'On en parle après')).toBeUndefined()
    const election = opened(c, 'election')
    expect(close(c, election)).toBe('output-missing')
    const decisionId = c.did('cleo', {
      type: 'propose',
      itemId: election,
      text: 'Tenir les clés',
      responsible: 'org:sci',
      reviewOn: '2027-01-01',
      card: { name: 'Clés', until: '2027-06-30' },
    })
    expect(close(c, election)).toBe('decisions-open')
    c.did('cleo', { type: 'withdraw-proposal', decisionId })
    expect(close(c, election)).toBeUndefined()
  })
})

describe('[§2.4.3] other ends', () => {
  test('[§2.6 note 6] the carrier asks to postpone, facilitation does; a decision under way goes with it', () => {
    const c = circle(...names)
    const itemId = opened(c, 'decision')
    const decisionId = c.did('cleo', { type: 'propose', itemId, text: 'x', responsible: 'org:sci', reviewOn: '2027-01-01' })
    c.did('cleo', { type: 'postpone-item', itemId })
    expect(item(c, itemId)).toMatchObject({ status: 'open', postponeAsked: true })
    c.at(4).did('ada', { type: 'postpone-item', itemId })
    expect(item(c, itemId)).toMatchObject({ status: 'postponed', heldMinutes: 4 })
    expect(c.board.decisions[decisionId]?.status).toBe('postponed')
  })
  test('the carrier withdraws; nobody closes what is not open', () => {
    const c = circle(...names)
    const itemId = listed(c)
    expect(c.refusal('dan', { type: 'withdraw-item', itemId })).toBe('not-permitted')
    c.did('cleo', { type: 'withdraw-item', itemId })
    expect(c.refusal('ada', { type: 'open-item', itemId })).toBe('moved-on')
    expect(c.refusal('ada', { type: 'close-item', itemId })).toBe('moved-on')
    expect(c.refusal('ada', { type: 'set-item', itemId, title: 'x' })).toBe('wrong-status')
  })
  test('[§2.6 note 2] the timekeeper adds minutes', () => {
    const c = circle(...names)
    c.did('dan', { type: 'claim-role', role: 'timekeeper' })
    const itemId = listed(c)
    expect(c.refusal('dan', { type: 'plan-minutes', itemId, minutes: 5 })).toBe('not-permitted')
    c.did('dan', { type: 'plan-minutes', itemId, minutes: 15 })
    expect(item(c, itemId).plannedMinutes).toBe(15)
  })
})
