import { describe, expect, test } from 'vitest'
import { circle } from '../circle.ts'

const names = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const

describe('[§4.11] « point de cadre »', () => {
  test('one asks, unnamed; a second one stops the room; who asks alone takes it back', () => {
    const c = circle(...names)
    c.did('cleo', { type: 'call-frame-point' })
    c.did('cleo', { type: 'call-frame-point' })
    expect(c.board.now.frameCalledAt).toBe(c.now)
    expect(Object.keys(c.board.signals)).toEqual([])
    expect(JSON.stringify(c.events.slice(-1))).not.toContain('cleo')
    expect(c.refusal('dan', { type: 'call-frame-point', withdraw: true })).toBe('not-your-entry')
    c.did('cleo', { type: 'call-frame-point', withdraw: true })
    expect(c.board.now.frameCalledAt).toBeUndefined()
    c.did('cleo', { type: 'call-frame-point' })
    c.did('dan', { type: 'call-frame-point' })
    expect(c.board.now).toMatchObject({ pause: { signalId: expect.any(String) as string } })
    expect(c.board.now).not.toHaveProperty('frameCalledAt')
    expect(Object.values(c.board.signals)).toMatchObject([{ kind: 'frame', level: 3, status: 'raised' }])
    expect(c.refolded()).toEqual(c.board)
  })
  test('neither the facilitation nor the mood-watch welcomes, leads its round or settles it; another person does', () => {
    const c = circle(...names)
    c.did('eve', { type: 'claim-role', role: 'scribe' })
    c.did('cleo', { type: 'call-frame-point' })
    c.did('dan', { type: 'call-frame-point' })
    const signalId = Object.keys(c.board.signals)[0] ?? ''
    expect(c.refusal('ada', { type: 'acknowledge-signal', signalId })).toBe('role-concerned')
    expect(c.refusal('ben', { type: 'acknowledge-signal', signalId })).toBe('not-permitted')
    c.did('eve', { type: 'acknowledge-signal', signalId })
    c.did('eve', { type: 'care-signal', signalId, responses: ['feelings-round'] })
    expect(c.refusal('dan', { type: 'start-round', kind: 'feelings' })).toBe('not-permitted')
    const roundId = c.did('eve', { type: 'start-round', kind: 'feelings' })
    const { turn } = c.board.now
    c.did('eve', { type: 'end-turn', turnId: turn?.turnId ?? '' })
    c.did('eve', { type: 'end-round', roundId })
    expect(c.refusal('ben', { type: 'settle-signal', signalId })).toBe('role-concerned')
    c.did('eve', { type: 'settle-signal', signalId })
    expect(c.board.signals[signalId]).toMatchObject({ status: 'settled', responses: ['feelings-round'] })
    expect(c.board.now.pause).toBeNull()
  })
  test('[§2.4.5] whoever welcomes it in place of the facilitation may also take it up later; neither of the two concerned, nor another', () => {
    const c = circle(...names)
    c.did('eve', { type: 'claim-role', role: 'scribe' })
    c.did('cleo', { type: 'call-frame-point' })
    c.did('dan', { type: 'call-frame-point' })
    const signalId = Object.keys(c.board.signals)[0] ?? ''
    const carry = { type: 'carry-signal', signalId, as: 'item' } as const
    for (const who of ['ada', 'ben']) expect(c.refusal(who, carry)).toBe('role-concerned')
    expect(c.refusal('dan', carry)).toBe('not-permitted')
    c.did('eve', carry)
    expect(c.board.signals[signalId]).toMatchObject({ status: 'carried' })
    expect(c.board.now.pause).toBeNull()
  })
})

describe('[§2.4.5] a response under way', () => {
  test('the board holds since when it runs, how long, and its step; two who advance at once advance once', () => {
    const c = circle(...names)
    const signalId = c.did('ben', { type: 'raise-signal', kind: 'clash', level: 2 })
    c.did('ada', { type: 'acknowledge-signal', signalId })
    c.did('ada', { type: 'care-signal', signalId, responses: ['cross-restatement'] })
    const since = c.now
    expect(c.board.signals[signalId]?.care).toEqual({ response: 'cross-restatement', since, step: 0 })
    const next = { type: 'advance-care', signalId, response: 'cross-restatement', from: 0 } as const
    expect(c.refusal('cleo', next)).toBe('not-permitted')
    c.did('ada', next)
    expect(c.refusal('ada', next)).toBe('moved-on')
    c.at(2).did('ada', { type: 'care-signal', signalId, responses: ['pause'], minutes: 5 })
    expect(c.board.signals[signalId]?.care).toEqual({ response: 'pause', since: c.now, step: 0, minutes: 5 })
    expect(c.refusal('ada', { ...next, from: 1 })).toBe('moved-on')
    expect(c.board.now.pause).toEqual({ since: c.now, untilMinutes: 5 })
    c.did('ada', { type: 'resume' })
  })
  test('[B3] settled with a talk aside, where somebody would rather not have it handed over', () => {
    const c = circle(...names)
    const signalId = c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2 })
    c.did('ada', { type: 'acknowledge-signal', signalId })
    c.did('ada', { type: 'care-signal', signalId, responses: ['heard'] })
    c.did('ben', { type: 'settle-signal', signalId, aside: true })
    expect(c.board.signals[signalId]).toMatchObject({ status: 'settled', responses: ['heard', 'aside-talk'] })
  })
})
