import { describe, expect, test } from 'vitest'
import { circle, type Circle } from '../circle.ts'

const inReview = (...names: string[]): Circle => {
  const c = circle(...names)
  c.did(names[2] ?? 'cleo', { type: 'claim-role', role: 'scribe' })
  c.at(60).did(names[0] ?? 'ada', { type: 'close' })
  return c
}

describe('[§2.5-22] [§2.4.1] sealing', () => {
  test('not before the review is over, unless every person present said « c’est bon »', () => {
    const c = inReview('ada', 'ben', 'cleo', 'dan')
    expect(c.does('ada', { type: 'seal' })).toMatchObject({
      refused: 'review-running',
      detail: { until: '2026-12-10', people: ['ada', 'ben', 'cleo', 'dan'] },
    })
    for (const name of ['ada', 'ben', 'cleo', 'dan']) c.did(name, { type: 'agree-review' })
    c.did('ada', { type: 'seal' })
    expect(c.board.meeting).toMatchObject({ status: 'review', keys: [{ role: 'facilitator', personId: 'ada', for: 'seal' }] })
    c.did('cleo', { type: 'seal' })
    expect(c.board.meeting).toMatchObject({ status: 'sealed', minutesVersion: 1, sealedBy: ['ada', 'cleo'], keys: [] })
  })
  test('two keys, of the two roles, in either order; nobody turns both', () => {
    const c = inReview('ada', 'ben', 'cleo', 'dan')
    c.at('2026-12-11T08:00:00Z').did('cleo', { type: 'seal' })
    expect(c.refusal('cleo', { type: 'seal' })).toBe('second-key-needed')
    expect(c.refusal('dan', { type: 'seal' })).toBe('not-permitted')
    c.did('ada', { type: 'seal' })
    expect(c.board.meeting.sealedBy).toEqual(['cleo', 'ada'])
  })
  test('the review lasts to the end of its last day, in the meeting’s days', () => {
    const c = inReview('ada', 'ben', 'cleo', 'dan')
    c.at('2026-12-10T22:59:00Z')
    expect(c.refusal('ada', { type: 'seal' })).toBe('review-running')
    c.at('2026-12-10T23:01:00Z').did('ada', { type: 'seal' })
  })
  test('a correction that waits is settled first', () => {
    const c = inReview('ada', 'ben', 'cleo', 'dan')
    c.at('2026-12-11T08:00:00Z')
    const correctionId = c.did('dan', { type: 'ask-correction', place: 'Point 1', after: 'le four à pain' })
    expect(c.refusal('ada', { type: 'seal' })).toBe('corrections-pending')
    c.did('cleo', { type: 'accept-correction', correctionId })
    c.did('ada', { type: 'seal' })
    c.did('cleo', { type: 'seal' })
    expect(c.board.corrections[correctionId]).toMatchObject({ status: 'accepted', version: 0 })
  })
  test('[§4.7] three people: any two of them', () => {
    const c = inReview('ada', 'ben', 'cleo')
    c.at('2026-12-11T08:00:00Z').did('ben', { type: 'seal' })
    expect(c.refusal('ben', { type: 'seal' })).toBe('second-key-needed')
    c.did('ada', { type: 'seal' })
    expect(c.board.meeting.status).toBe('sealed')
  })
  test('nobody ever wrote: facilitation and any other person', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    c.did('ada', { type: 'close' })
    c.at('2026-12-20T08:00:00Z').did('ada', { type: 'seal' })
    c.did('eve', { type: 'seal' })
    expect(c.board.meeting.status).toBe('sealed')
  })
  describe('[§2.7] the ROTI, told at the close, is counted once more so that the difference tells nobody’s number', () => {
    const early = ['ada', 'ben', 'cleo', 'dan', 'eve', 'fay']
    const late = ['gil', 'hal', 'ida', 'jo', 'kim']
    /** Six gave 4 before the close; what `after` does comes in the day after it, then two seal. */
    const told = (after: (c: Circle) => void) => {
      const c = circle(...early, ...late)
      c.did('cleo', { type: 'claim-role', role: 'scribe' })
      for (const name of early) c.did(name, { type: 'give-closing', roti: 4 })
      c.at(60).did('ada', { type: 'close' })
      const before = c.board.closing.roti
      expect(before).toEqual({ answers: 6, counts: { 1: 0, 2: 0, 3: 0, 4: 6, 5: 0 } })
      after(c.at(60))
      expect(c.board.closing.roti, 'nothing moves before the seal').toBe(before)
      c.at('2026-12-11T08:00:00Z').did('ada', { type: 'seal' })
      c.did('cleo', { type: 'seal' })
      return c.board.closing.roti
    }
    const gives = (c: Circle, people: readonly string[], roti: 1 | 2 | 3 | 4 | 5) => {
      for (const name of people) c.did(name, { type: 'give-closing', roti })
    }
    const takesBack = (c: Circle, people: readonly string[]) => {
      for (const name of people) c.did(name, { type: 'withdraw-entry', kind: 'closing' })
    }

    test.for([1, 2, 3, 4])('%s who come late are not added', (count) => {
      expect(told((c) => gives(c, late.slice(0, count), 1))).toEqual({ answers: 6, counts: { 1: 0, 2: 0, 3: 0, 4: 6, 5: 0 } })
    })
    test('five are', () => {
      expect(told((c) => gives(c, late, 1))).toEqual({ answers: 11, counts: { 1: 5, 2: 0, 3: 0, 4: 6, 5: 0 } })
    })
    test('a number changed since stays as it was told, beside five late ones too', () => {
      expect(told((c) => gives(c, ['eve'], 1))).toMatchObject({ counts: { 1: 0, 4: 6 } })
      expect(told((c) => gives(c, ['eve', ...late], 1))).toMatchObject({ answers: 11, counts: { 1: 5, 4: 6 } })
    })
    test('one taken back, alone or as five come late: none is told any more', () => {
      expect(told((c) => takesBack(c, ['eve']))).toBeUndefined()
      expect(
        told((c) => {
          takesBack(c, ['eve'])
          gives(c, late, 4)
        }),
      ).toBeUndefined()
    })
    test('five taken back beside five late ones: what is left is told', () => {
      const left = told((c) => {
        takesBack(c, early.slice(1))
        gives(c, late, 2)
      })
      expect(left).toEqual({ answers: 6, counts: { 1: 0, 2: 5, 3: 0, 4: 1, 5: 0 } })
    })
    test('too few at the close for any to be told: all are counted at the seal', () => {
      const c = circle(...early)
      c.did('cleo', { type: 'claim-role', role: 'scribe' })
      gives(c, early.slice(0, 4), 4)
      c.at(60).did('ada', { type: 'close' })
      expect(c.board.closing.roti).toBeUndefined()
      gives(c.at(60), ['eve', 'fay'], 2)
      c.at('2026-12-11T08:00:00Z').did('ada', { type: 'seal' })
      c.did('cleo', { type: 'seal' })
      expect(c.board.closing.roti).toEqual({ answers: 6, counts: { 1: 0, 2: 2, 3: 0, 4: 4, 5: 0 } })
    })
  })
  test('fewer than five after a withdrawal: the distribution is forgotten', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    c.did('cleo', { type: 'claim-role', role: 'scribe' })
    for (const name of ['ada', 'ben', 'cleo', 'dan', 'eve']) c.did(name, { type: 'give-closing', roti: 4 })
    c.did('ada', { type: 'close' })
    c.did('eve', { type: 'withdraw-entry', kind: 'closing' })
    c.at('2026-12-11T08:00:00Z').did('ada', { type: 'seal' })
    c.did('cleo', { type: 'seal' })
    expect(c.board.closing.roti).toBeUndefined()
  })
})

describe('[§4.10] reopening', () => {
  const sealed = (): Circle => {
    const c = inReview('ada', 'ben', 'cleo', 'dan')
    c.at('2026-12-11T08:00:00Z').did('ada', { type: 'seal' })
    c.did('cleo', { type: 'seal' })
    return c
  }
  test('two keys and a reason, within thirty days; the next sealing makes version 2', () => {
    const c = sealed()
    c.at('2027-01-05T08:00:00Z').did('ada', { type: 'reopen', reason: 'Un chiffre faux' })
    expect(c.board.meeting.status).toBe('sealed')
    c.did('cleo', { type: 'reopen', reason: 'Un chiffre faux' })
    expect(c.board.meeting).toMatchObject({
      status: 'review',
      reviewUntil: '2027-01-12',
      reopened: { reasons: ['Un chiffre faux'] },
      reviewAgreed: [],
      minutesVersion: 1,
    })
    c.at('2027-01-13T08:00:00Z').did('ada', { type: 'seal' })
    c.did('cleo', { type: 'seal' })
    expect(c.board.meeting).toMatchObject({ status: 'sealed', minutesVersion: 2 })
  })
  test('both say why, and both reasons are kept; the first is read as soon as its key is turned', () => {
    const c = sealed()
    c.did('ada', { type: 'reopen', reason: 'Un chiffre faux' })
    expect(c.board.meeting.keys).toMatchObject([{ personId: 'ada', for: 'reopen', reason: 'Un chiffre faux' }])
    c.did('cleo', { type: 'reopen', reason: 'Et un nom mal écrit' })
    expect(c.board.meeting.reopened).toMatchObject({ reasons: ['Un chiffre faux', 'Et un nom mal écrit'] })
  })
  test('the second sealing keeps the distribution, whose answers are gone', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    c.did('cleo', { type: 'claim-role', role: 'scribe' })
    for (const name of ['ada', 'ben', 'cleo', 'dan', 'eve']) c.did(name, { type: 'give-closing', roti: 4 })
    c.did('ada', { type: 'close' })
    c.at('2026-12-11T08:00:00Z').did('ada', { type: 'seal' })
    c.did('cleo', { type: 'seal' })
    c.secrets.apply([...c.secrets].map((drop) => ({ drop })))
    for (const name of ['ada', 'cleo']) c.did(name, { type: 'reopen', reason: 'x' })
    c.at('2027-01-02T08:00:00Z')
    for (const name of ['ada', 'cleo']) c.did(name, { type: 'seal' })
    expect(c.board.meeting.minutesVersion).toBe(2)
    expect(c.board.closing.roti).toMatchObject({ answers: 5 })
  })
  test('what may be given for a day after the close is not taken once it was sealed: those who gave theirs are forgotten, and nothing would count it', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan')
    c.did('cleo', { type: 'claim-role', role: 'scribe' })
    c.did('ada', { type: 'close' })
    c.did('ben', { type: 'give-weather', value: 'rain' })
    for (const name of ['ada', 'ben', 'cleo', 'dan']) c.did(name, { type: 'agree-review' })
    for (const type of ['seal', 'reopen'] as const)
      for (const name of ['ada', 'cleo']) c.did(name, type === 'seal' ? { type } : { type, reason: 'Un oubli' })
    expect(c.refusal('dan', { type: 'give-weather', value: 'sun' })).toBe('too-late')
    expect(c.refusal('dan', { type: 'give-closing', roti: 4 })).toBe('too-late')
  })
  test('not after thirty days', () => {
    const c = sealed()
    expect(c.at('2027-01-10T08:00:01Z').refusal('ada', { type: 'reopen', reason: 'x' })).toBe('too-late')
  })
})
