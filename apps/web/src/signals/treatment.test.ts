import { responseIds, signalKinds, type Signal } from '@clairiere/ritual'
import { describe, expect, test } from 'vitest'
import { silencePart } from '../room/care-moment.ts'
import { bannerSignal, handoverStands, toolbox, treatedIn, untreatedIn } from './treatment.ts'

const signal = (id: string, more: Partial<Signal> = {}): Signal => ({
  id,
  kind: 'tension',
  level: 2,
  at: `2026-12-03T18:0${id.length}:00Z`,
  status: 'raised',
  responses: [],
  ...more,
})
const byId = (...signals: Signal[]) => Object.fromEntries(signals.map((one) => [one.id, one]))

describe('[§2.4.5] what still needs the group', () => {
  test('an alert stands before a later vigilance; what is settled, carried or withdrawn is not there', () => {
    const signals = byId(
      signal('a', { level: 3, status: 'in-care' }),
      signal('bb'),
      signal('ccc', { status: 'settled' }),
      signal('dddd', { status: 'withdrawn' }),
      signal('eeeee', { status: 'carried' }),
    )
    expect(untreatedIn(signals).map(({ id }) => id)).toEqual(['a', 'bb'])
    expect(treatedIn(signals).map(({ id }) => id)).toEqual(['eeeee', 'ccc'])
  })

  test('the banner leaves out the signal that fills the screen and those put away', () => {
    const signals = byId(signal('a', { level: 3 }), signal('bb'), signal('ccc'))
    const pause = { since: '2026-12-03T18:01:00Z', signalId: 'a' }
    expect(bannerSignal(signals, pause, new Set())?.id).toBe('ccc')
    expect(bannerSignal(signals, pause, new Set(['ccc']))?.id).toBe('bb')
    expect(bannerSignal(signals, pause, new Set(['bb', 'ccc']))).toBeNull()
    expect(bannerSignal(signals, null, new Set())?.id).toBe('a')
  })
})

test('[B14] the toolbox holds every response once, whatever the kind, but handing over', () => {
  for (const kind of signalKinds) {
    const { first, rest } = toolbox(kind)
    expect([...first, ...rest].toSorted()).toEqual(responseIds.filter((id) => id !== 'handed-over').toSorted())
  }
})

test('[§4.11] a frame point, which two people called for a round, offers the round first; the rest once', () => {
  const { first, rest } = toolbox('frame', true)
  expect(first[0]).toBe('feelings-round')
  expect([...first, ...rest].toSorted()).toEqual(responseIds.filter((id) => id !== 'handed-over').toSorted())
})

test('[§2.5-15] handing over is ready once each person concerned has agreed; one refusal ends it, whoever else is still asked', () => {
  expect(handoverStands([])).toBeNull()
  expect(handoverStands(['consented', 'asked'])).toBe('waits')
  expect(handoverStands(['consented', 'asked', 'refused'])).toBe('refused')
  expect(handoverStands(['consented', 'consented'])).toBe('ready')
})

test('the minute of silence advances by its step, and stays whole once over', () => {
  expect(silencePart(0, 37_900, 1000)).toBeCloseTo(37 / 60)
  expect(silencePart(0, 37_900, 10_000)).toBe(0.5)
  expect(silencePart(0, 90_000, 1000)).toBe(1)
  expect(silencePart(5000, 0, 1000)).toBe(0)
})
