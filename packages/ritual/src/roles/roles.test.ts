import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'
import type { RoleId } from './ids.ts'

const people = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const
const holders = (c: Circle, role: RoleId): readonly string[] => c.board.roles[role]?.holders ?? []
const spans = (c: Circle, role: RoleId): unknown[] =>
  c.board.record.roleSpans
    .filter((span) => span.role === role && span.rank === 'holder')
    .map(({ personId, from, to }) => [personId, from.slice(11, 16), to?.slice(11, 16)])

describe('[§2.5-4] [C6] a role is taken by accepting it', () => {
  test('an offer has no effect; it is declined without a reason', () => {
    const c = circle(...people)
    c.did('ada', { type: 'offer-role', role: 'scribe', personId: 'cleo' })
    expect(holders(c, 'scribe')).toEqual([])
    expect(c.refusal('cleo', { type: 'set-audience', audience: 'circle' })).toBe('not-permitted')
    c.did('cleo', { type: 'decline-role', role: 'scribe' })
    expect(c.board.roles['scribe']).toMatchObject({ offers: [], holders: [] })
    expect(c.refusal('cleo', { type: 'accept-role', role: 'scribe' })).toBe('not-offered')
  })
  test('an offer accepted too late, when somebody else holds the role, is refused', () => {
    const c = circle(...people)
    c.did('ada', { type: 'offer-role', role: 'scribe', personId: 'cleo' })
    c.did('dan', { type: 'claim-role', role: 'scribe' })
    expect(c.refusal('cleo', { type: 'accept-role', role: 'scribe' })).toBe('role-taken')
    expect(c.refusal('ada', { type: 'offer-role', role: 'scribe', personId: 'eve' })).toBe('role-taken')
  })
  test('nobody becomes host of somebody else’s meeting', () => {
    const c = circle(...people)
    expect(c.refusal('cleo', { type: 'claim-role', role: 'host' })).toBe('not-permitted')
  })
})

describe('[§4.3] [V4] two people take the same role', () => {
  test('the first holds it, the second is offered to be their pair and accepts', () => {
    const c = circle(...people)
    c.did('cleo', { type: 'claim-role', role: 'scribe' })
    expect(c.does('dan', { type: 'claim-role', role: 'scribe' })).toMatchObject({ ok: true, value: { result: { offered: 'pair' } } })
    expect(c.board.roles['scribe']).toMatchObject({ holders: ['cleo'], pairs: [], offers: [{ personId: 'dan', rank: 'pair' }] })
    c.did('dan', { type: 'accept-role', role: 'scribe' })
    expect(c.board.roles['scribe']).toMatchObject({ holders: ['cleo'], pairs: ['dan'], offers: [] })
  })
  test('for facilitation and time the second is offered the relay', () => {
    const c = circle(...people)
    expect(c.does('cleo', { type: 'claim-role', role: 'facilitator' })).toMatchObject({ value: { result: { offered: 'backup' } } })
  })
  test('the mood is kept by three at most', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve', 'fay')
    for (const name of ['cleo', 'dan']) c.did(name, { type: 'claim-role', role: 'moodWatcher', rank: 'pair' })
    expect(c.refusal('eve', { type: 'claim-role', role: 'moodWatcher', rank: 'pair' })).toBe('role-taken')
  })
})

describe('[§2.5-3] a hand-over leaves no gap and no overlap', () => {
  test('the giver holds until the receiver accepts', () => {
    const c = circle(...people)
    c.did('cleo', { type: 'claim-role', role: 'timekeeper' })
    c.at(24).did('cleo', { type: 'hand-over-role', role: 'timekeeper', personId: 'dan' })
    expect(holders(c, 'timekeeper')).toEqual(['cleo'])
    c.at(1).did('dan', { type: 'accept-role', role: 'timekeeper' })
    c.at(10).did('dan', { type: 'hand-over-role', role: 'timekeeper', personId: 'cleo' })
    c.did('cleo', { type: 'accept-role', role: 'timekeeper' })
    expect(spans(c, 'timekeeper')).toEqual([
      ['cleo', '17:00', '17:25'],
      ['dan', '17:25', '17:35'],
      ['cleo', '17:35', undefined],
    ])
  })
  test('what one does not hold one cannot give; an offer whose giver no longer holds has moved on', () => {
    const c = circle(...people)
    c.did('cleo', { type: 'claim-role', role: 'timekeeper' })
    expect(c.refusal('dan', { type: 'hand-over-role', role: 'timekeeper', personId: 'eve' })).toBe('not-permitted')
    c.did('cleo', { type: 'hand-over-role', role: 'timekeeper', personId: 'dan' })
    c.did('cleo', { type: 'hand-over-role', role: 'timekeeper', personId: 'eve' })
    c.did('eve', { type: 'accept-role', role: 'timekeeper' })
    expect(c.refusal('dan', { type: 'accept-role', role: 'timekeeper' })).toBe('moved-on')
    expect(holders(c, 'timekeeper')).toEqual(['eve'])
  })
  test('a holder does not simply stop; a pair does', () => {
    const c = circle(...people)
    c.did('cleo', { type: 'claim-role', role: 'scribe' })
    c.did('dan', { type: 'claim-role', role: 'scribe', rank: 'pair' })
    expect(c.refusal('cleo', { type: 'decline-role', role: 'scribe' })).toBe('not-offered')
    c.did('dan', { type: 'decline-role', role: 'scribe' })
    expect(c.board.roles['scribe']?.pairs).toEqual([])
  })
  test('[§4.2] asking for a hand-over carries no name, and ends with it', () => {
    const c = circle(...people)
    c.did('dan', { type: 'ask-handover', role: 'moodWatcher' })
    expect(c.board.roles['moodWatcher']?.handoverAsked).toBe(true)
    expect(c.events.at(-1)?.stamp).toEqual({ at: c.now })
    c.did('ben', { type: 'hand-over-role', role: 'moodWatcher', personId: 'eve' })
    c.did('eve', { type: 'accept-role', role: 'moodWatcher' })
    expect(c.board.roles['moodWatcher']).toMatchObject({ holders: ['eve'], handoverAsked: false })
  })
})

describe('[§2.5-2] facilitation and mood-watch', () => {
  test('are two people from five on, by claim, by offer, by hand-over, and as relay', () => {
    const c = circle(...people)
    expect(c.refusal('ada', { type: 'claim-role', role: 'moodWatcher' })).toBe('roles-incompatible')
    expect(c.refusal('cleo', { type: 'offer-role', role: 'facilitator', personId: 'ben', rank: 'backup' })).toBe('roles-incompatible')
    c.did('ada', { type: 'hand-over-role', role: 'facilitator', personId: 'ben' })
    expect(c.refusal('ben', { type: 'accept-role', role: 'facilitator' })).toBe('roles-incompatible')
  })
  test('[§4.7] may be one in a circle of four, until the fifth person arrives', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    c.did('ben', { type: 'hand-over-role', role: 'moodWatcher', personId: 'ada' })
    c.did('ada', { type: 'accept-role', role: 'moodWatcher' })
    expect(holders(c, 'moodWatcher')).toEqual(['ada'])
    c.joins('eve')
    c.arrives('eve')
    expect(holders(c, 'moodWatcher')).toEqual([])
    expect(holders(c, 'facilitator')).toEqual(['ada'])
  })
})

test('[C11] a preference is a wish, without reason, and goes as it came', () => {
  const c = circle(...people)
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: 'in-pair' })
  expect(c.board.people['cleo']?.rolePreferences).toEqual({ scribe: 'in-pair' })
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: null })
  expect(c.board.people['cleo']?.rolePreferences).toEqual({})
})

test('[C11] a reason for a wish is read by its author alone, and goes with the wish', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: 'declines', reason: 'Mes yeux fatiguent.' })
  const reasons = (reader: string) =>
    c
      .scene(reader)
      .secrets.all('role-reason')
      .map(({ payload }) => payload.reason)
  expect(reasons('cleo')).toEqual(['Mes yeux fatiguent.'])
  for (const reader of ['ada', 'ben']) expect(reasons(reader)).toEqual([])
  expect(JSON.stringify([c.board, c.events])).not.toContain('yeux')
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: 'in-pair' })
  expect(reasons('cleo')).toHaveLength(1)
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: 'in-pair', reason: '' })
  expect(reasons('cleo')).toEqual([])
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: 'gladly', reason: 'J’aime écrire.' })
  c.did('cleo', { type: 'set-role-preference', role: 'scribe', preference: null })
  expect(reasons('cleo')).toEqual([])
})
