import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'
import type { ConfidenceKind } from './entities.ts'
import { confidenceViews } from './views.ts'

const five = () => circle('ada', 'ben', 'cleo', 'dan', 'eli')
const seen = (c: Circle, reader: string, kind?: ConfidenceKind | 'answered') =>
  confidenceViews(c.board, c.secrets, reader, c.online).filter((view) => kind === undefined || view.kind === kind)

test('[§2.7] words of the weather and closing: the circle, not who came after it was closed', () => {
  const c = five()
  c.did('dan', { type: 'give-weather', value: 'storm', words: 'Nuit courte.' })
  c.did('dan', { type: 'give-closing', roti: 3, words: 'Un peu lourd.' })
  for (const reader of ['ada', 'dan', 'eli']) {
    expect(seen(c, reader, 'weather')).toMatchObject([{ personId: 'dan', payload: { words: 'Nuit courte.' } }])
    expect(seen(c, reader, 'closing')).toMatchObject([{ payload: { words: 'Un peu lourd.' } }])
  }
  expect(seen(c, 'dan', 'roti')).toMatchObject([{ payload: { roti: 3 } }])
  expect(seen(c, 'ada', 'roti')).toEqual([])
  c.did('ada', { type: 'close' })
  c.at(5).joins('late')
  expect(seen(c, 'late')).toEqual([])
  expect(seen(c, 'nobody')).toEqual([])
})

test('[§2.5-16, AC-10] a whisper: the mood-watch, without time and without sender unless signed; its signed author', () => {
  const c = five()
  c.did('cleo', { type: 'whisper', text: 'Ça monte.' })
  c.did('dan', { type: 'whisper', text: 'Les sigles.', signed: true })
  const [unsigned, signed] = seen(c, 'ben', 'whisper')
  expect(unsigned).toEqual({ kind: 'whisper', subject: expect.any(String), payload: { text: 'Ça monte.', status: 'sent' } })
  expect(signed).toMatchObject({ personId: 'dan', payload: { text: 'Les sigles.' } })
  expect(signed).not.toHaveProperty('at')
  expect(seen(c, 'dan', 'whisper')).toHaveLength(1)
  for (const reader of ['ada', 'cleo', 'eli']) expect(seen(c, reader)).toEqual([])
})

test('[B22] a ripple: facilitation and mood-watch, its author unnamed to the other', () => {
  const c = five()
  c.did('ben', { type: 'raise-signal', kind: 'fatigue', level: 1 })
  expect(seen(c, 'ada', 'ripple')).toEqual([{ kind: 'ripple', subject: c.lastId, payload: { kind: 'fatigue', status: 'noticed' } }])
  expect(seen(c, 'ben', 'ripple')).toMatchObject([{ personId: 'ben' }])
  expect(seen(c, 'cleo')).toEqual([])
})

describe('[§4.11] a signal', () => {
  test('its author reads all of it, the mood-watch all but the author', () => {
    const c = five()
    const signalId = c.did('cleo', { type: 'raise-signal', kind: 'pace', level: 2, phrase: 'Doucement.' })
    expect(seen(c, 'cleo', 'signal')).toMatchObject([{ personId: 'cleo', payload: { phrase: 'Doucement.' } }])
    expect(seen(c, 'ben', 'signal')).toEqual([{ kind: 'signal', subject: signalId, payload: { phrase: 'Doucement.' } }])
    for (const reader of ['ada', 'dan']) expect(seen(c, reader)).toEqual([])
  })

  test('about a role: who may welcome learns which, and whom it concerns only that it is not theirs', () => {
    const c = five()
    c.did('dan', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
    c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2, aboutRole: 'facilitator', phrase: 'Ça presse.' })
    expect(seen(c, 'ada', 'signal')).toEqual([{ kind: 'signal', subject: c.lastId, payload: { concerned: true } }])
    expect(seen(c, 'dan', 'signal')).toEqual([
      { kind: 'signal', subject: c.lastId, payload: { aboutRole: 'facilitator', heldBy: ['ada'] } },
    ])
    expect(seen(c, 'eli')).toEqual([])
  })
})

test('[§2.5-15] a consent is asked on one’s own screen, and known to the mood-watch who asks', () => {
  const c = five()
  const signalId = c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2 })
  c.did('ada', { type: 'acknowledge-signal', signalId })
  c.did('ada', { type: 'care-signal', signalId, responses: ['heard'] })
  c.did('ben', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['cleo', 'dan'] })
  expect(seen(c, 'cleo', 'handover')).toMatchObject([{ personId: 'cleo', payload: { answer: 'asked', to: 'com:ecoute' } }])
  expect(seen(c, 'ben', 'handover')).toHaveLength(2)
  for (const reader of ['ada', 'eli']) expect(seen(c, reader, 'handover')).toEqual([])
})

test('[§2.5-15] [§4.11] asked by another than the mood-watch, the answers are that one’s to see until somebody else asks', () => {
  const c = five()
  const signalId = c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2, aboutRole: 'moodWatcher' })
  c.did('ada', { type: 'acknowledge-signal', signalId })
  c.did('ada', { type: 'care-signal', signalId, responses: ['heard'] })
  c.did('cleo', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['dan', 'ben'] })
  c.did('dan', { type: 'refuse-handover', signalId })
  expect(seen(c, 'cleo', 'handover')).toMatchObject([{ personId: 'dan', payload: { answer: 'refused' } }, { personId: 'ben' }])
  expect(seen(c, 'ben', 'handover'), 'its own alone, and not who asks').toMatchObject([{ personId: 'ben' }])
  expect(JSON.stringify(seen(c, 'ben', 'handover'))).not.toContain('cleo')
  for (const reader of ['ada', 'eli']) expect(seen(c, reader, 'handover')).toEqual([])
  c.did('eli', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['dan'] })
  expect(seen(c, 'eli', 'handover')).toMatchObject([{ personId: 'dan', payload: { answer: 'refused' } }])
})

test('[I7] who entered a person without a device reads what they wrote for them', () => {
  const c = five()
  const guest = c.did('dan', { type: 'enter-person', name: 'Gus' })
  const item = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Four', expectation: 'Écouter' })
  const noteOf = c.does('dan', { type: 'add-note', itemId: item, text: 'trop tôt', author: guest, attribution: 'unnamed' })
  expect(noteOf.ok).toBe(true)
  expect(seen(c, 'dan', 'authorship')).toMatchObject([{ personId: guest }])
  expect(seen(c, 'eli', 'authorship')).toEqual([])
})
