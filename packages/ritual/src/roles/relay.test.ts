import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'
import { offlineOf } from '../permissions/matrix.ts'

const people = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const
const seat = (c: Circle) => c.board.roles['facilitator']
const holders = (c: Circle): readonly string[] => seat(c)?.holders ?? []
const seconds = (count: number): number => count / 60
const claim = { type: 'claim-role', role: 'facilitator' } as const
const spans = (c: Circle): unknown[] =>
  c.board.record.roleSpans
    .filter(({ role, rank }) => role === 'facilitator' && rank === 'holder')
    .map(({ personId, from, to }) => [personId, from.slice(11, 19), to?.slice(11, 19)])
const offered = (c: Circle): readonly string[] => (seat(c)?.offers ?? []).map(({ personId, as }) => `${as} ${personId}`)

/** Ada facilitates, Ben keeps the mood; Cléo is her relay. */
const withRelay = (): Circle => {
  const c = circle(...people)
  c.did('cleo', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
  return c
}
const withScribe = (): Circle => {
  const c = circle(...people)
  c.did('dan', { type: 'claim-role', role: 'scribe' })
  return c
}

describe('[§4.1] [V1] the facilitator loses the network', () => {
  test('after 20 s everyone may read it, and not before; back, nobody reads it any more', () => {
    const c = withRelay()
    c.loses('ada').at(seconds(19))
    expect(c.board.people['ada']).not.toHaveProperty('offlineSince')
    const lastSign = '2026-12-03T17:00:00.000Z'
    c.at(seconds(1))
    expect(c.board.people['ada']).toMatchObject({ offlineSince: lastSign, presence: 'present' })
    c.arrives('ada')
    expect(c.board.people['ada']).not.toHaveProperty('offlineSince')
    expect(c.board.record.presence['ada']).toEqual([{ joinedAt: lastSign }])
  })
  test('it is said of who holds a role alone: the others’ phones may rest', () => {
    const c = withRelay()
    c.loses('eve').loses('cleo').at(1)
    expect(c.board.people['eve']).not.toHaveProperty('offlineSince')
    expect(c.board.people['cleo']).toHaveProperty('offlineSince')
  })
  test('after 60 s the relay is offered it, and takes it by accepting; nobody takes it before', () => {
    const c = withRelay()
    c.at(52).loses('ada').at(seconds(59))
    expect(c.refusal('cleo', claim)).toBe('role-taken')
    expect(c.refusal('cleo', { type: 'accept-role', role: 'facilitator' })).toBe('not-offered')
    c.at(seconds(1))
    expect(offered(c)).toEqual(['relay cleo'])
    expect(holders(c)).toEqual(['ada'])
    c.did('cleo', { type: 'accept-role', role: 'facilitator' })
    expect(seat(c)).toMatchObject({ holders: ['cleo'], backups: ['ada'], offers: [] })
    expect(seat(c)).not.toHaveProperty('relay')
  })
  test('[§2.5-2] whoever has taken the mood-watch since they were asked does not take the facilitation too', () => {
    const c = withScribe()
    c.loses('ada').at(1)
    expect(offered(c)).toEqual(['relay dan'])
    c.did('ben', { type: 'hand-over-role', role: 'moodWatcher', personId: 'dan' })
    c.did('dan', { type: 'accept-role', role: 'moodWatcher' })
    expect(c.refusal('dan', { type: 'accept-role', role: 'facilitator' })).toBe('roles-incompatible')
    expect(holders(c)).toEqual(['ada'])
  })
  test('back, she asks, the relay hands the role back, she accepts; she never snatches it', () => {
    const c = withRelay()
    c.at(52).loses('ada').at(1).did('cleo', { type: 'accept-role', role: 'facilitator' })
    c.at(5).arrives('ada')
    expect(c.does('ada', claim)).toMatchObject({ refused: 'role-taken' })
    expect(c.refusal('ada', { type: 'set-frame', frame: ['x'] })).toBe('not-permitted')
    c.did('ada', { type: 'ask-handover', role: 'facilitator' })
    c.at(1).did('cleo', { type: 'hand-over-role', role: 'facilitator', personId: 'ada' })
    expect(holders(c)).toEqual(['cleo'])
    c.did('ada', { type: 'accept-role', role: 'facilitator' })
    expect(spans(c)).toEqual([
      ['ada', '17:00:00', '17:53:00'],
      ['cleo', '17:53:00', '17:59:00'],
      ['ada', '17:59:00', undefined],
    ])
    expect(seat(c)).toMatchObject({ holders: ['ada'], backups: ['cleo'] })
  })
  test('back before anybody took it, she keeps it, and the offer is gone', () => {
    const c = withRelay()
    c.loses('ada').at(2).arrives('ada')
    expect(seat(c)).toMatchObject({ holders: ['ada'], offers: [] })
    expect(seat(c)).not.toHaveProperty('relay')
    expect(c.refusal('cleo', { type: 'accept-role', role: 'facilitator' })).toBe('not-offered')
  })
  test('without relay, or when the relay declines or is gone too: the scribe', () => {
    const none = withScribe()
    none.loses('ada').at(1)
    expect(offered(none)).toEqual(['relay dan'])
    for (const silent of [(c: Circle) => c.loses('cleo'), (c: Circle) => c]) {
      const c = withScribe()
      c.did('cleo', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
      silent(c).loses('ada').at(1)
      if (c.online.has('cleo')) c.did('cleo', { type: 'decline-role', role: 'facilitator' })
      expect(offered(c)).toEqual(['relay dan'])
    }
  })
  test('a relay who does not answer lets the offer lapse after a minute; the scribe is asked, and the relay may still volunteer', () => {
    const c = withRelay()
    c.did('dan', { type: 'claim-role', role: 'scribe' })
    c.loses('ada').at(1)
    expect(offered(c)).toEqual(['relay cleo'])
    c.at(seconds(59))
    expect(offered(c)).toEqual(['relay cleo'])
    c.at(seconds(1))
    expect(offered(c)).toEqual(['relay dan'])
    expect(c.refusal('cleo', { type: 'accept-role', role: 'facilitator' })).toBe('not-offered')
    c.at(1)
    expect(offered(c)).toEqual([])
    c.did('cleo', claim)
    expect(seat(c)?.relay).toMatchObject({ volunteer: { personId: 'cleo' } })
    c.at(seconds(30))
    expect(holders(c)).toEqual(['cleo'])
    expect(c.refolded()).toEqual(c.board)
  })
  test('without either: the first volunteer, unless somebody objects within 30 s', () => {
    const c = circle(...people)
    c.loses('ada').at(1)
    expect([offered(c), seat(c)?.relay]).toEqual([[], { from: 'ada', calledAt: c.now, passed: [] }])
    c.did('eve', claim)
    expect(seat(c)?.relay?.volunteer).toEqual({ personId: 'eve', at: c.now })
    c.at(seconds(29))
    expect(holders(c)).toEqual(['ada'])
    c.at(seconds(1))
    expect(seat(c)).toMatchObject({ holders: ['eve'], backups: ['ada'] })
    expect(spans(c)[1]).toEqual(['eve', '17:01:30', undefined])
  })
  test('an objection carries no name; the volunteer is not asked again, another one may be', () => {
    const c = circle(...people)
    c.loses('ada').at(1).did('eve', claim)
    const second = c.does('dan', claim)
    expect(second).toMatchObject({ value: { result: { offered: 'backup' } } })
    c.did('dan', { type: 'decline-role', role: 'facilitator' })
    c.did('cleo', { type: 'object-to-relay', role: 'facilitator', personId: 'eve' })
    expect(c.events.at(-1)).toEqual({ fact: { type: 'relay-objected', role: 'facilitator', personId: 'eve' }, stamp: { at: c.now } })
    expect(c.refusal('cleo', { type: 'object-to-relay', role: 'facilitator', personId: 'eve' })).toBe('moved-on')
    expect(c.does('eve', claim)).toMatchObject({ value: { result: { offered: 'backup' } } })
    c.at(1)
    expect(holders(c)).toEqual(['ada'])
    c.did('dan', claim)
    c.at(seconds(30))
    expect(holders(c)).toEqual(['dan'])
  })
  test('a volunteer may think better of it, or be gone when the time is over', () => {
    const c = circle(...people)
    c.loses('ada').at(1).did('eve', claim)
    c.did('eve', { type: 'decline-role', role: 'facilitator' })
    expect(seat(c)?.relay).toMatchObject({ passed: ['eve'] })
    c.did('dan', claim)
    c.loses('dan').at(1)
    expect([holders(c), seat(c)?.relay?.passed, seat(c)?.relay?.volunteer]).toEqual([['ada'], ['eve', 'dan'], undefined])
  })
  test('[§2.5-2] the mood-watch relays nobody from five people on; an observer never', () => {
    const c = withRelay()
    c.joins('oli', { standing: 'observer' })
    c.arrives('oli')
    c.did('oli', { type: 'claim-role', role: 'scribe', rank: 'pair' })
    c.did('cleo', { type: 'decline-role', role: 'facilitator' })
    c.loses('ada').at(1)
    expect(offered(c)).toEqual([])
    expect(c.refusal('ben', claim)).toBe('roles-incompatible')
    expect(c.refusal('oli', claim)).toBe('observers-do-not')
  })
  test('who says goodbye while facilitating is relayed at once', () => {
    const c = withRelay()
    c.did('ada', { type: 'leave' })
    expect(offered(c)).toEqual(['relay cleo'])
  })
  test('her commands of the process typed offline are dropped, her own words wait for the network', () => {
    const commands = [
      'close',
      'set-phase',
      'open-item',
      'close-item',
      'pause-item',
      'start-round',
      'give-floor',
      'next-step',
      'reveal',
    ] as const
    expect(commands.map(offlineOf)).toEqual(commands.map(() => 'drop'))
    const own = ['give-weather', 'add-note', 'give-position', 'state-objection', 'give-closing', 'claim-role'] as const
    expect(own.map(offlineOf)).toEqual(own.map(() => 'queue'))
  })
  test('who leads and never came in is missed from the opening on', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    const fay = c.joins('fay')
    c.did('ada', { type: 'hand-over-role', role: 'facilitator', personId: fay })
    c.did(fay, { type: 'accept-role', role: 'facilitator' })
    c.did('cleo', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
    c.at(seconds(59))
    expect(offered(c)).toEqual([])
    c.at(seconds(1))
    expect(offered(c)).toEqual(['relay cleo'])
  })
})
