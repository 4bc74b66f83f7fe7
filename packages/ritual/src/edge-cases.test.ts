import { describe, expect, test } from 'vitest'
import { boardJson } from './board-json.ts'
import { circle, Circle } from './circle.ts'
import { confidenceViews } from './confidences/views.ts'
import { dayOf } from './days.ts'
import { previousOf } from './previous.ts'
import { sealedSeed } from './sealed-seed.ts'

const five = ['ada', 'ben', 'cleo', 'dan', 'eve'] as const
/** Cléo’s proposal stands on the open item, in the step that comes after it. */
const proposing = (c: Circle, more: object = {}): string => {
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Four', expectation: 'Décider' })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  return c.did('cleo', { type: 'propose', itemId, text: 'On allume.', responsible: 'org:sci', reviewOn: '2027-06-01', ...more })
}
const express = (c: Circle, more: object = {}): string => {
  const decisionId = proposing(c, { process: 'consent-express', ...more })
  c.did('ada', { type: 'next-step', decisionId, from: 'proposal' })
  return decisionId
}
const allConsent = (c: Circle, decisionId: string, people: readonly string[] = five): void => {
  for (const who of people) c.did(who, { type: 'give-position', decisionId, round: 1, position: 'no-objection' })
}

describe('[§4 others] a person without a device', () => {
  test('gives the weather aloud, and has a position that is read aloud and written by who entered them', () => {
    const c = circle(...five)
    const gus = c.did('dan', { type: 'enter-person', name: 'Gus' })
    c.did('dan', { type: 'give-weather', personId: gus, value: 'sun' })
    expect(c.board.weather[gus]).toMatchObject({ value: 'sun' })
    expect(c.refusal('eve', { type: 'give-weather', personId: gus, value: 'rain' })).toBe('not-your-entry')
    const decisionId = express(c)
    expect(c.refusal('ada', { type: 'give-position', decisionId, round: 1, position: 'aside', personId: gus })).toBe('not-yours')
    c.did('dan', { type: 'give-position', decisionId, round: 1, position: 'concern', text: 'Le bruit.', personId: gus })
    expect(c.secrets.all('position')[0]).toMatchObject({ personId: gus, payload: { enteredBy: 'dan' } })
  })
})

test('[§4 others] the facilitator carries the item: the relay runs it, and she proposes as anyone would', () => {
  const c = circle(...five)
  c.did('dan', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
  c.did('ada', { type: 'hand-over-role', role: 'facilitator', personId: 'dan' })
  c.did('dan', { type: 'accept-role', role: 'facilitator' })
  const itemId = c.did('ada', { type: 'propose-item', kind: 'decision', title: 'Le mien', expectation: 'Décider' })
  expect(c.refusal('ada', { type: 'open-item', itemId })).toBe('not-permitted')
  c.did('dan', { type: 'list-item', itemId })
  c.did('dan', { type: 'open-item', itemId })
  c.did('ada', { type: 'propose', itemId, text: 'On allume.', responsible: 'org:sci', reviewOn: '2027-06-01' })
  expect(c.board.roles['facilitator']).toMatchObject({ holders: ['dan'], backups: ['ada'] })
})

test('[§4 others] pressure to consent: hidden until the reveal; facilitation sees who is missing, the others a number', () => {
  const c = circle(...five)
  const decisionId = express(c)
  c.did('dan', { type: 'give-position', decisionId, round: 1, position: 'objection', text: 'Trop cher.' })
  const answered = (reader: string) =>
    confidenceViews(c.board, c.secrets, reader, c.online).find(({ kind }) => kind === 'answered')?.payload
  expect(answered('eve')).toEqual({ count: 1, of: 5 })
  expect(answered('ada')).toMatchObject({ count: 1, of: 5, people: ['dan'], missing: ['ada', 'ben', 'cleo', 'eve'] })
  for (const reader of five.filter((name) => name !== 'dan'))
    expect(JSON.stringify(confidenceViews(c.board, c.secrets, reader, c.online)), reader).not.toContain('Trop cher')
  expect(c.refusal('ada', { type: 'reveal', decisionId, round: 1 })).toBe('positions-missing')
})

test('[§4 others] [D10] an urgent matter is proposed live; its express consent is looked at again by the next meeting', () => {
  const c = circle(...five)
  const itemId = c.did('dan', { type: 'propose-item', kind: 'decision', title: 'Fuite', expectation: 'Décider ce soir', urgency: 5 })
  expect(c.board.items[itemId]).toMatchObject({ status: 'proposed', urgency: 5 })
  const decisionId = express(c, { reviewOn: '2030-01-01' })
  allConsent(c, decisionId)
  c.did('ada', { type: 'reveal', decisionId, round: 1 })
  c.did('ada', { type: 'adopt', decisionId, version: 1 })
  expect(previousOf(c.board).transmissions).toMatchObject([{ ref: 'ECO-2026-001', reviewOn: '2026-12-03' }])
})

describe('[§4 others] who is absent when it is decided', () => {
  test('the responsible structure: adoption under reserve of being registered, and a window that is not skipped', () => {
    const c = circle(...five)
    const decisionId = express(c, { reactionUntil: '2026-12-17' })
    allConsent(c, decisionId)
    c.did('ada', { type: 'reveal', decisionId, round: 1 })
    c.did('ada', { type: 'adopt', decisionId, version: 1 })
    expect(c.board.decisions[decisionId]).toMatchObject({ status: 'adopted', legalEffect: 'pending', reactionUntil: '2026-12-17' })
    c.did('dan', { type: 'react', decisionId, reactionType: 'concern', text: 'La SCI n’était pas là.' })
  })
})

test('[§4 others] a guest from outside observes, and decides only once facilitation says that the circle consented', () => {
  const c = circle(...five)
  c.joins('guest', { standing: 'observer' })
  c.arrives('guest')
  const decide = { type: 'set-standing', personId: 'guest', standing: 'decider' } as const
  expect(c.refusal('guest', decide)).toBe('not-permitted')
  c.did('ada', decide)
  const decisionId = express(c)
  c.did('guest', { type: 'give-position', decisionId, round: 1, position: 'no-objection' })
})

test('[§4 others] a minor or a vulnerable person comes by a first name, and nothing they say at the end is published unless they tick it', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.joins('lou')
  c.arrives('lou')
  c.did('lou', { type: 'give-closing', words: 'J’ai aimé.' })
  expect(c.board.people['lou']?.name).toBe('lou')
  expect(c.board.closing.words).toEqual([])
})

test('[§4 others] clock change or travel: days are counted in the meeting’s own zone, on both sides of the change', () => {
  expect(dayOf('2027-03-27T23:30:00Z', 'Europe/Paris')).toBe('2027-03-28')
  expect(dayOf('2027-03-28T21:59:00Z', 'Europe/Paris')).toBe('2027-03-28')
  expect(dayOf('2027-03-28T22:01:00Z', 'Europe/Paris')).toBe('2027-03-29')
})

test('[§4 others] a hurtful note is hidden by the mood-watch or the scribe, not destroyed before sealing', () => {
  const c = circle(...five)
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Four', expectation: 'Écouter' })
  const noteId = c.did('dan', { type: 'add-note', itemId, text: 'des noms d’oiseau' })
  expect(c.refusal('ada', { type: 'hide-note', noteId })).toBe('not-permitted')
  c.did('ben', { type: 'hide-note', noteId })
  expect(c.board.notes[noteId]).toMatchObject({ hidden: true, text: 'des noms d’oiseau' })
  expect(JSON.stringify(boardJson(c.board, 1)), 'nor read by whoever holds a link').not.toContain('oiseau')
  expect(JSON.stringify(sealedSeed(c.board)), 'nor kept after it').not.toContain('oiseau')
})

test('[§4 others] facilitation tries to close too early: the refusal lists what is open, and « reporter ce qui reste » closes', () => {
  const c = circle(...five)
  const decisionId = proposing(c)
  expect(c.does('ada', { type: 'close' })).toMatchObject({
    refused: 'items-open',
    detail: { items: [c.board.decisions[decisionId]?.itemId], decisions: [decisionId] },
  })
  c.did('ada', { type: 'close', postponeRest: true })
  expect(c.board.meeting.status).toBe('review')
})
