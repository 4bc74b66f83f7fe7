import { describe, expect, test } from 'vitest'
import type { Board } from '../board.ts'
import type { ActInput } from '../acts.ts'
import { circle, Circle } from '../circle.ts'
import { absenceFacts, arrivalFacts } from '../system.ts'

const minutesOf = (c: Circle, id: string): string[][] =>
  (c.board.record.presence[id] ?? []).map(({ joinedAt, leftAt }) => [joinedAt.slice(11, 16), leftAt?.slice(11, 16) ?? ''])

describe('[contract § Acts] arrival and departure', () => {
  test('a resting phone has not left: away and back is one presence', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.at(10).isAway('cleo')
    expect(c.board.people['cleo']?.presence).toBe('away')
    c.at(20).arrives('cleo')
    expect(c.board.people['cleo']?.presence).toBe('present')
    c.at(10).did('ada', { type: 'close' })
    expect(minutesOf(c, 'cleo')).toEqual([['17:00', '17:42']])
  })
  test('leaving ends it now, or at the last sign of who was away; coming back begins another', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.at(10).isAway('cleo')
    c.at(5).did('cleo', { type: 'leave' })
    expect(minutesOf(c, 'cleo')).toEqual([['17:00', '17:10']])
    c.at(3).arrives('cleo')
    expect(minutesOf(c, 'cleo')).toEqual([
      ['17:00', '17:10'],
      ['17:20', ''],
    ])
    c.at(5).did('cleo', { type: 'leave' })
    expect(minutesOf(c, 'cleo').at(-1)).toEqual(['17:20', '17:25'])
    expect(c.does('cleo', { type: 'leave' })).toMatchObject({ value: { facts: [] } })
  })
  test('past two thousand nobody comes in, by a link or beside somebody', () => {
    const c = circle('ada', 'ben')
    const people = Array.from({ length: 1_998 }, (_, index) => ({ ...c.board.people['ben'], id: `p${index}`, name: `p${index}` }))
    c.board = { ...c.board, people: { ...c.board.people, ...Object.fromEntries(people.map((person) => [person.id, person])) } } as Board
    expect(() => c.joins('zoe')).toThrow('too-many')
    expect(c.refusal('ada', { type: 'enter-person', name: 'Zoé' })).toBe('too-many')
  })
  test('after the close presence is history', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.isAway('cleo').did('ada', { type: 'close' })
    expect(arrivalFacts(c.board, 'cleo')).toEqual([])
    expect(absenceFacts(c.board, 'ben', c.now)).toEqual([])
  })
  test('a person without a device is never away', () => {
    const c = circle('ada', 'ben')
    const paul = c.did('ben', { type: 'enter-person', name: 'Paul' })
    expect(c.board.people[paul]).toMatchObject({ presence: 'present', device: 'none', enteredBy: 'ben', standing: 'decider' })
    expect(absenceFacts(c.board, paul, c.now)).toEqual([])
    expect(c.refusal('ada', { type: 'enter-person', name: 'Paul' })).toBe('already-there')
  })
})

test('[I7, §2.5-8] once whoever entered them is not here, facilitation writes what a person without a device says aloud, and says that they leave', () => {
  const c = circle('ada', 'ben', 'cleo')
  const paul = c.did('ben', { type: 'enter-person', name: 'Paul' })
  const all: readonly ActInput[] = [
    { type: 'give-weather', value: 'sun', personId: paul },
    { type: 'ask-floor', personId: paul },
    { type: 'pass-closing', personId: paul },
    { type: 'set-voices', voices: [{ org: 'org:sci' }], personId: paul },
    { type: 'leave', personId: paul },
  ]
  for (const act of all.filter(({ type }) => type !== 'set-voices')) expect(c.refusal('ada', act), act.type).toBe('not-your-entry')
  c.isAway('ben')
  for (const act of all) expect(c.refusal('cleo', act), act.type).toBeDefined()
  for (const act of all) c.did('ada', act)
  expect(c.board.people[paul]?.presence).toBe('left')
  expect(c.board.weather[paul]).toBeDefined()
})

test('[§2.5-8] once the meeting is over, only whoever entered them does: the entry of a person without a device is not facilitation’s', () => {
  const c = circle('ada', 'ben', 'cleo')
  const paul = c.did('ben', { type: 'enter-person', name: 'Paul' })
  c.did('ben', { type: 'give-weather', value: 'rain', personId: paul })
  c.isAway('ben')
  c.did('ada', { type: 'close', postponeRest: true })
  expect(c.refusal('ada', { type: 'withdraw-entry', kind: 'weather', id: paul })).toBe('not-your-entry')
  c.did('ben', { type: 'withdraw-entry', kind: 'weather', id: paul })
})

describe('[E1] voices', () => {
  test('one’s own, of known organisations; a neighbour’s for whom one entered', () => {
    const c = circle('ada', 'ben', 'cleo')
    const paul = c.did('ben', { type: 'enter-person', name: 'Paul' })
    const voices = [{ org: 'org:sci', quality: 'gérant' }]
    c.did('cleo', { type: 'set-voices', voices })
    expect(c.board.people['cleo']?.voices).toEqual([{ org: 'org:sci', quality: 'gérant', mandate: 'free' }])
    expect(c.refusal('cleo', { type: 'set-voices', voices: [{ org: 'org:none' }] })).toBe('no-such-thing')
    expect(c.refusal('cleo', { type: 'set-voices', voices, personId: 'ada' })).toBe('not-your-entry')
    expect(c.refusal('cleo', { type: 'set-voices', voices, personId: paul })).toBe('not-your-entry')
    c.did('ben', { type: 'set-voices', voices, personId: paul })
  })
})

describe('[§2.5-6] [§2.5-20] standing', () => {
  test('facilitation sets it, but not while deciders are frozen', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.joins('oli', { standing: 'observer' })
    c.did('ada', { type: 'set-standing', personId: 'oli', standing: 'decider' })
    expect(c.board.people['oli']?.standing).toBe('decider')
    const itemId = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'x', expectation: 'y' })
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'open-item', itemId })
    const decisionId = c.did('cleo', {
      type: 'propose',
      itemId,
      text: 'x',
      process: 'consent-express',
      responsible: 'org:sci',
      reviewOn: '2027-01-01',
    })
    c.did('ada', { type: 'next-step', decisionId, from: 'proposal' })
    expect(c.refusal('ada', { type: 'set-standing', personId: 'oli', standing: 'observer' })).toBe('decisions-open')
  })
})

describe('[contract § HTTP] joining', () => {
  test('people of former meetings are matched by name: wishes and actions', () => {
    const previous = {
      actions: [{ ref: 'A-033', title: 'Recenser', who: ['Inès Portalier'], state: 'in-progress' as const }],
      rolePreferences: { 'Inès Portalier': { facilitator: 'declines' as const } },
    }
    const c = new Circle({ title: 'x', purpose: 'y', scheduledStart: '2026-12-03T17:00:00Z', previous })
    c.joins('Inès Portalier', { personId: 'ines' })
    expect(c.board.people['ines']?.rolePreferences).toEqual({ facilitator: 'declines' })
    expect(Object.values(c.board.actions)[0]).toMatchObject({ ref: 'A-033', takers: [{ personId: 'ines', accepted: true }] })
  })
  test('[§2.5-3] the host’s link makes one host, and another only where the first is not present', () => {
    const c = new Circle({ title: 'x', purpose: 'y', scheduledStart: '2026-12-03T17:00:00Z' })
    c.joins('ada', { host: true })
    c.arrives('ada').joins('ben', { host: true })
    expect(c.board.roles['host']?.holders).toEqual(['ada'])
    c.isAway('ada').joins('ada2', { host: true })
    expect(c.board.roles['host']?.holders).toEqual(['ada2'])
  })
  test('a voice of an unknown organisation is refused, and so is a cancelled meeting', () => {
    const c = circle('ada', 'ben')
    expect(() => c.joins('eve', { voices: [{ org: 'org:none', quality: '', mandate: 'free' }] })).toThrow('no-such-thing')
    const cancelled = new Circle({ title: 'x', purpose: 'y', scheduledStart: '2026-12-03T17:00:00Z' })
    cancelled.joins('ada', { host: true })
    cancelled.did('ada', { type: 'cancel', reason: 'neige' })
    expect(() => cancelled.joins('ben')).toThrow('wrong-status')
  })
  test('nobody is entered over somebody who is there: an act’s id that is on the board already makes nothing', () => {
    const c = circle('ada', 'ben')
    const before = c.board.people['ben']
    expect(c.does('ada', { type: 'enter-person', name: 'Zoé' }, { actId: 'ben' })).toMatchObject({ ok: false, refused: 'already-there' })
    expect(c.board.people['ben']).toBe(before)
  })
  test('somebody who never joined does nothing', () => {
    expect(circle('ada', 'ben').refusal('ghost', { type: 'ask-floor' })).toBe('unknown-person')
  })
})

test('[E4] voices are changed until the weather round ends; a late comer has until their own weather', () => {
  const c = circle('ada', 'ben', 'cleo')
  const voices = [{ org: 'org:sci', quality: 'gérante', mandate: 'ad-referendum' as const }]
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  for (const who of ['ada', 'ben']) c.did(who, { type: 'give-weather', value: 'sun' })
  const round = c.did('ada', { type: 'start-round', kind: 'weather', mode: 'simultaneous' })
  c.did('ben', { type: 'set-voices', voices })
  expect(c.board.people['ben']?.voices).toEqual(voices)
  c.did('ada', { type: 'end-round', roundId: round })
  expect(c.refusal('ben', { type: 'set-voices', voices: [] })).toBe('voices-said')
  c.did('cleo', { type: 'set-voices', voices })
  c.did('cleo', { type: 'pass-weather' })
  expect(c.refusal('cleo', { type: 'set-voices', voices: [] })).toBe('voices-said')
})

test('[E1] a name typed wrongly is put right by its owner, or by whoever entered them, also once the voices are said', () => {
  const c = circle('ada', 'ben', 'cleo')
  const voices = [{ org: 'org:sci' }]
  c.did('ben', { type: 'set-voices', voices })
  const paul = c.did('cleo', { type: 'enter-person', name: 'Paull' })
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  for (const who of ['ada', 'ben', 'cleo']) c.did(who, { type: 'pass-weather' })
  const roundId = c.did('ada', { type: 'start-round', kind: 'weather', mode: 'circle', prompt: 'météo ?' })
  c.did('ada', { type: 'end-round', roundId })
  const kept = [...(c.board.people['ben']?.voices ?? [])]
  expect(c.refusal('ben', { type: 'set-voices', voices: [], name: 'Bénédicte' })).toBe('voices-said')
  c.did('ben', { type: 'set-voices', voices: kept, name: 'Bénédicte' })
  expect(c.board.people['ben']).toMatchObject({ name: 'Bénédicte', voices: kept })
  c.did('cleo', { type: 'set-voices', voices: [], name: 'Paul', personId: paul })
  expect(c.board.people[paul]?.name).toBe('Paul')
  expect(c.refusal('cleo', { type: 'set-voices', voices: [], name: 'Bénédicte', personId: paul })).toBe('already-there')
  expect(c.refusal('cleo', { type: 'set-voices', voices: kept, name: 'Quelqu’un', personId: 'ben' })).toBe('not-your-entry')
})
