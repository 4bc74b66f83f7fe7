import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Circle, circle } from './circle.ts'
import { addDays, dayOf, isTimezone } from './days.ts'
import { isUnsigned, recordFacts } from './facts.ts'
import { IdSchema, line, text, ulid, UlidSchema } from './ids.ts'
import { previousOf } from './previous.ts'
import { proposeForRole } from './rotation.ts'
import { sealedSeed } from './sealed-seed.ts'
import { NewMeetingSchema } from './seed.ts'
import { closeCodes, comesBack, parseAct, statusOf } from './wire.ts'
import { boardJson } from './board-json.ts'

describe('[contract § HTTP] a new meeting', () => {
  test('scheduled with its date and purpose, else a draft', () => {
    const when = { scheduledStart: '2026-12-03T18:00:00+01:00' }
    expect(new Circle({ title: 'x', purpose: 'y', ...when }).board.meeting).toMatchObject({
      status: 'scheduled',
      scheduledStart: '2026-12-03T17:00:00.000Z',
    })
    expect(new Circle({ title: 'x', ...when }).board.meeting.status).toBe('draft')
    expect(new Circle({ title: 'x', purpose: 'y' }).board.meeting.status).toBe('draft')
  })
  test('[E7] [E8] an ecosystem meeting offers six structures and six commissions, another type none', () => {
    const kinds = Object.values(new Circle({ title: 'x' }).board.organisations).map(({ kind, registers }) => [kind, registers])
    expect(kinds.filter(([kind, registers]) => kind === 'structure' && registers === true)).toHaveLength(6)
    expect(kinds.filter(([kind, registers]) => kind === 'commission' && registers === false)).toHaveLength(6)
    expect(new Circle({ title: 'x', type: 'workshop' }).board.organisations).toEqual({})
  })
  test('an agenda sent along is listed, without carriers, in its order', () => {
    const c = new Circle({
      title: 'x',
      agenda: [
        { kind: 'information', title: 'a' },
        { id: 'b', kind: 'decision', title: 'b', expectation: 'z', plannedMinutes: 20 },
      ],
    })
    expect(Object.values(c.board.items).map(({ id, position, carriers, status }) => [id, position, carriers, status])).toEqual([
      ['point-1', 0, [], 'listed'],
      ['b', 1, [], 'listed'],
    ])
  })
  test('refuses a time zone that does not exist, a title of two lines, an id that every object has', () => {
    expect(v.is(NewMeetingSchema, { title: 'x', timezone: 'Mars/Olympus' })).toBe(false)
    expect(v.is(NewMeetingSchema, { title: 'x\ny' })).toBe(false)
    expect(v.is(NewMeetingSchema, { title: 'x', organisations: [{ id: '__proto__', label: 'x', kind: 'group' }] })).toBe(false)
    expect(v.is(NewMeetingSchema, {})).toBe(false)
  })
  test('[AC-27] [F11] the next meeting starts from the former: follow-up, wishes, numbers', () => {
    const first = circle('ada', 'ben', 'cleo')
    first.did('cleo', { type: 'create-action', title: 'Peindre', takers: ['cleo'] })
    first.did('ben', { type: 'set-role-preference', role: 'scribe', preference: 'gladly' })
    first.did('ada', { type: 'give-closing', improvement: 'Finir à l’heure' })
    const itemId = first.did('cleo', { type: 'propose-item', kind: 'information', title: 'Le toit', expectation: 'x' })
    first.did('ada', { type: 'list-item', itemId })
    first.did('ada', { type: 'close' })
    const next = new Circle({ title: 'suite', previous: previousOf(first.board) })
    expect(next.board.previous).toMatchObject({
      improvements: ['Finir à l’heure'],
      items: [{ title: 'Le toit', kind: 'information' }],
      rolePreferences: { ben: { scribe: 'gladly' } },
    })
    expect(next.board.items['former-1']).toMatchObject({ title: 'Le toit', status: 'proposed', carriers: [] })
    next.joins('cleo')
    expect(Object.values(next.board.actions)[0]).toMatchObject({
      ref: 'A-001',
      carriedOver: { who: ['cleo'], seen: false },
      takers: [{ personId: 'cleo' }],
    })
    const third = new Circle({ title: 'fin', previous: previousOf(next.board) })
    expect(third.board.previous.highest).toEqual({ decision: 0, action: 1 })
  })
})

test('[V5] a decision returned by its structure comes back as a feedback to it, with its reason', () => {
  const previous = { items: [{ title: 'Charte', kind: 'feedback', status: 'returned', towards: 'org:sci', text: 'contraire au bail' }] }
  expect(new Circle({ title: 'suite', previous }).board.items['former-1']).toMatchObject({
    kind: 'feedback',
    towards: 'org:sci',
    context: 'contraire au bail',
    status: 'proposed',
  })
})

describe('[architecture § Forgetting] the seed of the sealed generation', () => {
  test('keeps no weather by person, no turn, no signal’s time, item or id', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    for (const name of ['ada', 'ben']) c.did(name, { type: 'give-weather', value: 'sun' })
    c.did('ben', { type: 'raise-signal', kind: 'tension', level: 3 })
    const signalId = Object.keys(c.board.signals)[0] ?? ''
    c.did('ada', { type: 'acknowledge-signal', signalId })
    c.did('ada', { type: 'care-signal', signalId, responses: ['silence', 'heard'] })
    c.at(3).did('ben', { type: 'settle-signal', signalId })
    c.did('ada', { type: 'give-floor', personId: 'dan' })
    c.at(1).did('ada', { type: 'close' })
    const seed = sealedSeed(c.board)
    expect(seed.weather).toEqual({})
    expect(seed.closing.heard).toEqual([])
    expect(seed.record).toMatchObject({ weatherCounts: { given: 2, byValue: { sun: 2 } }, turns: [], pauses: [] })
    expect(seed.record.responses).toEqual([
      { signalId: 'signal-1', response: 'silence', at: '' },
      { signalId: 'signal-1', response: 'heard', at: '' },
    ])
    expect(Object.values(seed.signals)).toEqual([
      { id: 'signal-1', kind: 'tension', level: 3, status: 'settled', responses: ['silence', 'heard'], at: '' },
    ])
    expect(sealedSeed(seed)).toEqual(seed)
  })
  test('[§2.7] nor what the minutes do not tell: a signal taken back, and whatever the circle chose to keep out of them', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    const tension = c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2 })
    c.did('ben', { type: 'withdraw-signal', signalId: tension })
    const fatigue = c.did('ben', { type: 'raise-signal', kind: 'fatigue', level: 2 })
    c.did('ada', { type: 'acknowledge-signal', signalId: fatigue })
    c.did('ada', { type: 'care-signal', signalId: fatigue, responses: ['pause'] })
    c.did('ben', { type: 'settle-signal', signalId: fatigue })
    for (const name of ['ada', 'ben', 'cleo', 'dan', 'eve'])
      c.did(name, { type: 'give-closing', roti: 2, words: 'Trop long.', publish: true })
    c.did('eve', { type: 'give-closing', improvement: 'Finir à l’heure' })
    c.did('ada', { type: 'close' })
    expect(Object.values(sealedSeed(c.board).signals)).toMatchObject([{ id: 'signal-1', kind: 'fatigue' }])
    expect(sealedSeed(c.board).closing.words).toHaveLength(5)

    c.did('cleo', { type: 'set-privacy', closing: 'roti-only' })
    expect(sealedSeed(c.board).closing).toMatchObject({ words: [], roti: { answers: 5 } })
    c.did('dan', { type: 'set-privacy', signals: 'none', closing: 'none' })
    const seed = sealedSeed(c.board)
    expect([seed.signals, seed.record.responses]).toEqual([{}, []])
    expect(seed.closing).toEqual({ heard: [], words: [], improvements: [expect.objectContaining({ text: 'Finir à l’heure' })] })
    for (const gone of [tension, fatigue]) expect(JSON.stringify(seed)).not.toContain(gone)
    expect(sealedSeed(seed)).toEqual(seed)
  })
})

describe('[C1] [AC-02] rotation', () => {
  const roleHistory = [
    { meeting: '2026-09-03', scribe: 'Capucine' },
    { meeting: '2026-10-01', scribe: 'Capucine' },
    { meeting: '2026-11-05', scribe: 'Capucine', timekeeper: 'Ben' },
  ]
  const c = new Circle({
    title: 'x',
    previous: { roleHistory, rolePreferences: { Dan: { scribe: 'declines' }, Eve: { scribe: 'gladly' } } },
  })
  for (const name of ['Capucine', 'Ben', 'Dan', 'Eve']) c.joins(name)
  test('never held before longest ago before last; who would gladly first; who declines not at all', () => {
    expect(proposeForRole(c.board, 'scribe').proposals.map(({ personId }) => personId)).toEqual(['Eve', 'Ben', 'Capucine'])
  })
  test('whom the meeting before foresaw comes first, as it said, unless they decline', () => {
    const rolesForeseen = { scribe: ['Capucine', 'Ben'], timekeeper: ['Dan'] }
    const next = new Circle({ title: 'x', previous: { roleHistory, rolesForeseen, rolePreferences: { Dan: { timekeeper: 'declines' } } } })
    for (const name of ['Capucine', 'Ben', 'Dan', 'Eve']) next.joins(name)
    expect(proposeForRole(next.board, 'scribe').proposals).toMatchObject([
      { personId: 'Capucine', foreseen: true },
      { personId: 'Ben', foreseen: true },
      { personId: 'Dan' },
      { personId: 'Eve' },
    ])
    expect(proposeForRole(next.board, 'timekeeper').proposals.map(({ personId }) => personId)).toEqual(['Capucine', 'Eve', 'Ben'])
  })
  test('three in a row are said, two are not', () => {
    expect(proposeForRole(c.board, 'scribe').streak).toEqual({ name: 'Capucine', personId: 'Capucine', inARow: 3 })
    expect(proposeForRole(c.board, 'timekeeper').streak).toBeUndefined()
  })
})

describe('[contract § HTTP] parsing at the door', () => {
  test('an act is parsed with its defaults; what does not fit is named by its field, never by its content', () => {
    expect(parseAct({ type: 'claim-role', role: 'scribe' })).toEqual({
      ok: true,
      value: { type: 'claim-role', role: 'scribe', rank: 'holder' },
    })
    expect(parseAct({ type: 'give-weather', value: 'tornado' })).toMatchObject({ refused: 'malformed', detail: { field: 'value' } })
    for (const input of [null, 7, {}, { type: 'constructor' }, { type: '__proto__' }, []])
      expect(parseAct(input)).toMatchObject({ refused: 'malformed' })
  })
  test('statuses and close codes', () => {
    expect(
      ['malformed', 'unknown-person', 'not-permitted', 'moved-on', 'not-saving', 'too-many'].map((code) => statusOf(code as never)),
    ).toEqual([400, 401, 403, 409, 503, 429])
    expect(comesBack(closeCodes.olderGeneration)).toBe(false)
    expect([closeCodes.restart, closeCodes.notSaving, closeCodes.tooMany].map(comesBack)).toEqual([true, true, true])
  })
  test('ids: ULIDs sort by time; nothing inherited is an id; texts hold no control characters', () => {
    const random = (count: number): Uint8Array => new Uint8Array(count).fill(255)
    const early = ulid(1_000, random)
    expect(v.is(UlidSchema, early)).toBe(true)
    expect(early < ulid(2_000, random)).toBe(true)
    for (const bad of ['constructor', '__proto__', 'a b', '', 'x'.repeat(65)]) expect(v.is(IdSchema, bad)).toBe(false)
    expect(v.is(text(10), 'a\u0000b')).toBe(false)
    expect(v.is(text(10), '\ud800')).toBe(false)
    expect(v.is(line(10), 'a\tb')).toBe(false)
  })
})

describe('[§2.2] days in the meeting’s own time zone', () => {
  test.each([
    ['2026-12-03T22:59:59Z', 'Europe/Paris', '2026-12-03'],
    ['2026-12-03T23:00:00Z', 'Europe/Paris', '2026-12-04'],
    ['2026-12-03T12:00:00Z', 'Pacific/Auckland', '2026-12-04'],
  ])('%s in %s is the %s', (instant, zone, day) => expect(dayOf(instant, zone)).toBe(day))
  test('a day more is a day more over a clock change', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(isTimezone('Europe/Nowhere')).toBe(false)
  })
})

describe('[contract § HTTP] events of unsigned things carry no actor', () => {
  const actor = { by: 'ada', act: 'A' }
  test('signals, improvements, requests to hand over, and whatever chose not to be named', () => {
    const reaction = { id: 'r', type: 'support' as const, text: 'x' }
    expect(isUnsigned({ type: 'handover-asked', role: 'scribe' })).toBe(true)
    expect(isUnsigned({ type: 'reaction-given', reaction: { ...reaction, attribution: 'unnamed' } })).toBe(true)
    expect(
      isUnsigned({ type: 'reaction-given', reaction: { ...reaction, attribution: 'name-and-voice', personId: 'ada', voice: null } }),
    ).toBe(false)
    expect(
      recordFacts(
        [
          { type: 'closing-heard', personId: 'ada' },
          { type: 'closing-improvement-given', id: 'i', text: 'x' },
        ],
        'now',
        actor,
      ).map(({ stamp }) => stamp),
    ).toEqual([{ at: 'now' }, { at: 'now' }])
    expect(recordFacts([{ type: 'meeting-opened' }], 'now', actor)[0]?.stamp).toEqual({ at: 'now', ...actor })
  })
  test('[§2.5-23] the public JSON holds no secret and stands in a stable order', () => {
    const c = circle('ada', 'ben', 'cleo')
    const itemId = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'x', expectation: 'y' })
    c.did('cleo', { type: 'add-note', itemId, text: 'dit', channel: 'chat' })
    c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2, phrase: 'ça se tend', itemId })
    const json = boardJson(c.board, 7)
    expect(json).toMatchObject({ seq: 7, agenda: [{ id: itemId, notes: [{ text: 'dit', personId: 'cleo' }] }], roles: { history: [] } })
    expect(JSON.stringify(json)).not.toMatch(/ça se tend|"aboutRole"|inboxToken/)
    expect(json.people.map(({ id }) => id)).toEqual(['ada', 'ben', 'cleo'])
  })
})
