import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'

const inReview = (): Circle => {
  const c = circle('ada', 'ben', 'cleo', 'dan')
  c.did('cleo', { type: 'claim-role', role: 'scribe' })
  c.did('dan', { type: 'give-closing', words: 'Content.', publish: true })
  c.did('ada', { type: 'close' })
  return c
}
const sealed = (): Circle => {
  const c = inReview()
  c.at('2026-12-11T08:00:00Z').did('ada', { type: 'seal' })
  c.did('cleo', { type: 'seal' })
  return c
}

describe('[§4.12] corrections', () => {
  test('in review the scribe accepts alone', () => {
    const c = inReview()
    const correctionId = c.did('dan', { type: 'ask-correction', place: 'Point 1', before: 'fout', after: 'four' })
    expect(c.refusal('ada', { type: 'accept-correction', correctionId })).toBe('not-permitted')
    c.did('cleo', { type: 'accept-correction', correctionId })
    expect(c.board.corrections[correctionId]).toMatchObject({ by: 'dan', status: 'accepted', acceptedBy: ['cleo'] })
    expect(c.refusal('cleo', { type: 'accept-correction', correctionId })).toBe('moved-on')
    expect(c.board.meeting.minutesVersion).toBe(0)
  })
  test('sealed: a spelling by the scribe alone makes version 2', () => {
    const c = sealed()
    const correctionId = c.did('dan', { type: 'ask-correction', place: 'x', after: 'y', kind: 'spelling' })
    c.did('cleo', { type: 'accept-correction', correctionId })
    expect(c.board.meeting.minutesVersion).toBe(2)
    expect(c.board.corrections[correctionId]?.version).toBe(2)
  })
  test('sealed: a meaning needs scribe, facilitation and the person quoted', () => {
    const c = sealed()
    const correctionId = c.did('ben', { type: 'ask-correction', place: 'x', after: 'y', kind: 'meaning', quoted: 'dan' })
    expect(c.refusal('ben', { type: 'accept-correction', correctionId })).toBe('not-permitted')
    for (const name of ['cleo', 'dan']) c.did(name, { type: 'accept-correction', correctionId })
    expect(c.board.meeting.minutesVersion).toBe(1)
    c.did('ada', { type: 'accept-correction', correctionId })
    expect(c.board).toMatchObject({
      meeting: { minutesVersion: 2 },
      corrections: { [correctionId]: { status: 'accepted', acceptedBy: ['cleo', 'dan', 'ada'] } },
    })
  })
  test('disputed by who had to agree: both wordings will stand, nothing waits any more', () => {
    const c = inReview()
    const correctionId = c.did('ben', { type: 'ask-correction', place: 'x', before: 'oui', after: 'non', quoted: 'dan' })
    c.at('2026-12-12T08:00:00Z')
    expect(c.refusal('ada', { type: 'seal' })).toBe('corrections-pending')
    expect(c.refusal('dan', { type: 'accept-correction', correctionId, disputed: true })).toBe('not-permitted')
    c.did('cleo', { type: 'accept-correction', correctionId, disputed: true })
    expect(c.board.corrections[correctionId]).toMatchObject({ status: 'disputed', before: 'oui', after: 'non' })
    expect(c.refusal('cleo', { type: 'accept-correction', correctionId })).toBe('moved-on')
    expect(c.refusal('ada', { type: 'seal' })).toBeUndefined()
  })
  test('nor does a request that calls itself a slip of the pen hold the sealing up', () => {
    const c = inReview()
    const correctionId = c.did('ben', { type: 'ask-correction', place: 'x', before: 'oui', after: 'une injure', kind: 'spelling' })
    c.did('cleo', { type: 'accept-correction', correctionId, disputed: true })
    expect(c.board.corrections[correctionId]?.status).toBe('disputed')
    expect(c.at('2026-12-12T08:00:00Z').refusal('ada', { type: 'seal' })).toBeUndefined()
  })
  test('[§4.7] where nobody writes, facilitation answers for the record', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    c.did('ada', { type: 'close' })
    const correctionId = c.did('dan', { type: 'ask-correction', place: 'x', after: 'y' })
    expect(c.refusal('cleo', { type: 'accept-correction', correctionId })).toBe('not-permitted')
    c.did('ada', { type: 'accept-correction', correctionId })
    expect(c.board.corrections[correctionId]?.status).toBe('accepted')
    c.at('2026-12-12T08:00:00Z').did('ada', { type: 'seal' })
    c.did('ben', { type: 'seal' })
    expect(c.refusal('dan', { type: 'redact', kind: 'name', id: 'dan' })).toBe('not-permitted')
    c.did('ada', { type: 'redact', kind: 'name', id: 'dan' })
  })
  test('[§4.7] where nobody leads either, any other who took part', () => {
    const c = inReview()
    c.board = { ...c.board, roles: {} }
    const correctionId = c.did('dan', { type: 'ask-correction', place: 'x', after: 'y' })
    c.joins('eve')
    expect(c.refusal('dan', { type: 'accept-correction', correctionId })).toBe('not-permitted')
    expect(c.refusal('eve', { type: 'accept-correction', correctionId })).toBe('not-permitted')
    c.did('ben', { type: 'accept-correction', correctionId })
    expect(c.board.corrections[correctionId]?.status).toBe('accepted')
  })
  test('[V8] a redaction leaves the mark, nothing of what was there, and a new version', () => {
    const c = sealed()
    const id = c.board.closing.words[0]?.id ?? ''
    const correctionId = c.did('cleo', { type: 'redact', kind: 'closing-words', id })
    expect(c.board.closing.words[0]?.text).toBe('[mention retirée à la demande de la personne]')
    expect(c.board.corrections[correctionId]).toMatchObject({ kind: 'redaction', before: '', version: 2 })
    expect(c.refusal('cleo', { type: 'redact', kind: 'note', id })).toBe('no-such-thing')
    c.did('cleo', { type: 'redact', kind: 'name', id: 'dan' })
    expect(JSON.stringify(c.board)).not.toContain('"name":"dan"')
  })
})
