import { describe, expect, test } from 'vitest'
import { Circle, circle } from '../circle.ts'
import { plannedSteps } from './planned-steps.ts'
import { stepOrders } from './ritual-template.ts'

const frame = ['Écouter']
const minutes = (c: Circle) => plannedSteps(c.board.meeting).map(({ minutes: each }) => each)
const total = (c: Circle) => minutes(c).reduce((sum, each) => sum + each, 0)

describe('[A17] the minutes of the steps', () => {
  test('are the template’s shares, which make the planned time whatever it is', () => {
    expect(plannedSteps(circle('ada', 'ben').board.meeting)).toEqual([
      { phase: 'welcome', minutes: 5 },
      { phase: 'weather', minutes: 9 },
      { phase: 'follow-up', minutes: 5 },
      { phase: 'agenda', minutes: 58 },
      { phase: 'closing', minutes: 9 },
      { phase: 'wrap-up', minutes: 4 },
    ])
    for (const plannedMinutes of [5, 45, 61, 90, 137, 1440]) expect(total(new Circle({ title: 'a', plannedMinutes }))).toBe(plannedMinutes)
  })

  test('the group plans its own; the agenda takes what they leave, and none where they leave none', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'set-frame', frame, stepMinutes: { weather: 20, closing: 1 }, steps: [...(stepOrders[1] ?? [])] })
    expect(c.board.meeting.stepMinutes).toEqual({ weather: 20, closing: 1 })
    expect(plannedSteps(c.board.meeting).map(({ phase, minutes: each }) => `${phase} ${each}`)).toEqual([
      'welcome 5',
      'weather 20',
      'agenda 55',
      'follow-up 5',
      'closing 1',
      'wrap-up 4',
    ])
    c.did('ada', { type: 'set-frame', frame, stepMinutes: { weather: 80 } })
    expect(minutes(c)).toEqual([5, 80, 0, 5, 9, 4])
    c.did('ada', { type: 'set-frame', frame, stepMinutes: {} })
    expect(c.board.meeting).not.toHaveProperty('stepMinutes')
  })

  test('a part left out gives its minutes to the agenda, its own too', () => {
    const c = new Circle({ title: 'a', without: ['weather', 'follow-up'], stepMinutes: { weather: 30 } })
    expect(plannedSteps(c.board.meeting).map(({ phase, minutes: each }) => `${phase} ${each}`)).toEqual([
      'welcome 5',
      'agenda 72',
      'closing 9',
      'wrap-up 4',
    ])
  })

  test('anything but whole minutes of a step that may be planned is refused', () => {
    const c = circle('ada', 'ben')
    for (const stepMinutes of [{ weather: 0 }, { weather: -5 }, { closing: 7.5 }, { welcome: 1441 }, { weather: '20' }, { agenda: 60 }])
      expect(c.refusal('ada', { type: 'set-frame', frame, stepMinutes } as never)).toBe('malformed')
    expect(c.refusal('ada', { type: 'set-frame', frame, stepMinutes: { welcome: 1440 } })).toBeUndefined()
  })

  test('agreed with the frame: facilitation changes them until the weather begins, and everyone is asked again', () => {
    const c = circle('ada', 'ben')
    c.did('ben', { type: 'agree-frame' })
    expect(c.refusal('ben', { type: 'set-frame', frame, stepMinutes: { weather: 20 } })).toBe('not-permitted')
    c.did('ada', { type: 'set-frame', frame, stepMinutes: { weather: 20 } })
    expect(c.board.meeting).toMatchObject({ frameAgreed: [], templateVersion: 'ecosystem-1.1' })
    c.did('ada', { type: 'set-frame', frame: ['Écouter encore'] })
    expect(c.board.meeting.stepMinutes).toEqual({ weather: 20 })
    c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
    expect(c.refusal('ada', { type: 'set-frame', frame, stepMinutes: { weather: 30 } })).toBe('wrong-phase')
    expect(c.refusal('ada', { type: 'set-frame', frame, stepMinutes: { weather: 20 } })).toBeUndefined()
    expect(c.refolded()).toEqual(c.board)
  })
})

describe('[A17] the time held in a step', () => {
  const held = (c: Circle) => c.board.now.stepTimer

  test('runs from the opening, leaves pauses out, and goes on where it was when one comes back', () => {
    const c = circle('ada', 'ben')
    expect(held(c)).toEqual({ heldMs: {}, runningSince: '2026-12-03T17:00:00.000Z' })
    c.at(3).did('ada', { type: 'pause' })
    expect(held(c)).toEqual({ heldMs: { welcome: 180_000 }, runningSince: null })
    c.at(10).did('ada', { type: 'resume' })
    c.at(1).did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
    expect(held(c)).toEqual({ heldMs: { welcome: 240_000 }, runningSince: '2026-12-03T17:14:00.000Z' })
    c.at(2).did('ada', { type: 'set-phase', from: 'weather', to: 'welcome' })
    expect(held(c)).toEqual({ heldMs: { welcome: 240_000, weather: 120_000 }, runningSince: '2026-12-03T17:16:00.000Z' })
    expect(c.refolded()).toEqual(c.board)
  })

  test('stops for a signal that interrupts a break, and ends with the meeting', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.at(2).did('ada', { type: 'pause' })
    const signalId = c.at(5).did('ben', { type: 'raise-signal', kind: 'tension', level: 3 })
    expect(held(c)).toEqual({ heldMs: { welcome: 120_000 }, runningSince: null })
    c.did('ada', { type: 'acknowledge-signal', signalId })
    c.did('ada', { type: 'care-signal', signalId, responses: ['silence'] })
    c.did('ben', { type: 'settle-signal', signalId })
    expect(c.board.now.pause).toBeNull()
    expect(held(c)?.heldMs).toEqual({ welcome: 120_000 })
    c.did('ada', { type: 'interrupt', reason: 'La salle ferme' })
    expect(c.board.now).not.toHaveProperty('stepTimer')
  })
})
