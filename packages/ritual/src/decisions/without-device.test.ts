import { describe, expect, test } from 'vitest'
import { confidenceViews } from '../confidences/views.ts'
import { DecisionCircle } from './decision-circle.ts'

describe('[§2.5-8] without a device', () => {
  test('when the neighbour who entered them has gone, facilitation writes what they say aloud', () => {
    const d = new DecisionCircle()
    const guest = d.c.did('dan', { type: 'enter-person', name: 'Gus' })
    d.to('objections')
    expect(d.c.refusal('ada', d.position('concern', { personId: guest, text: 'Tôt.' }))).toBe('not-yours')
    d.c.did('dan', { type: 'leave' })
    expect(d.c.refusal('eli', d.position('concern', { personId: guest, text: 'Tôt.' }))).toBe('not-yours')
    d.c.did('ada', d.position('concern', { personId: guest, text: 'Tôt.' }))
    expect(d.c.secrets.one('position', `${d.id}:1`, guest)?.payload.enteredBy).toBe('ada')
    expect(confidenceViews(d.c.board, d.c.secrets, 'ada', d.c.online)).toMatchObject([{ kind: 'position', personId: guest }, {}])
    d.c.arrives('dan')
    expect(d.c.refusal('ada', d.position('aside', { personId: guest }))).toBe('not-yours')
  })

  const objecting = (attribution: 'name-and-voice' | 'unnamed') => {
    const d = new DecisionCircle()
    const guest = d.c.did('dan', { type: 'enter-person', name: 'Gus' })
    d.to('objections')
    d.c.did('dan', d.position('objection', { personId: guest, attribution }))
    for (const personId of ['ada', 'ben', 'cleo', 'dan', 'eli']) d.c.did(personId, d.position('no-objection'))
    d.c.did('ada', d.reveal())
    const objectionId = d.decision.objections[0]?.id ?? ''
    const lift = { type: 'lift-objection' as const, decisionId: d.id, objectionId }
    const reason = { type: 'state-objection' as const, decisionId: d.id, text: 'Trop tôt.', personId: guest }
    return { d, guest, objectionId, lift, reason }
  }

  test.each(['name-and-voice', 'unnamed'] as const)(
    'who objected has their reason written by the neighbour, as theirs, and lifts it (%s)',
    (how) => {
      const { d, guest, objectionId, lift, reason } = objecting(how)
      expect(d.c.refusal('eli', reason)).toBe('not-yours')
      d.c.did('dan', reason)
      expect(d.decision.objections).toMatchObject([{ id: objectionId, text: 'Trop tôt.', late: false, attribution: how }])
      expect(d.decision.objections[0]?.personId).toBe(how === 'unnamed' ? undefined : guest)
      expect(d.c.refusal('ada', lift)).toBe('objector-lifts')
      d.c.did('dan', lift)
      expect(d.decision.objections).toMatchObject([{ tested: 'withdrawn' }])
    },
  )

  test('says a late objection by their neighbour, under their own name', () => {
    const d = new DecisionCircle()
    const guest = d.c.did('dan', { type: 'enter-person', name: 'Gus' })
    d.to('objections')
    for (const personId of d.decision.deciders) d.c.did(personId === guest ? 'dan' : personId, d.position('no-objection', { personId }))
    d.c.did('ada', d.reveal())
    d.c.did('dan', { type: 'state-objection', decisionId: d.id, text: 'Attendez.', personId: guest })
    expect(d.decision.objections).toMatchObject([{ late: true, personId: guest }])
  })

  test('once the neighbour has gone facilitation writes the reason and the lifting of a signed objection; whose an unsigned one is, it does not learn', () => {
    const signed = objecting('name-and-voice')
    signed.d.c.did('dan', { type: 'leave' })
    signed.d.c.did('ada', signed.reason)
    signed.d.c.did('ada', signed.lift)
    expect(signed.d.decision.objections).toMatchObject([{ text: 'Trop tôt.', personId: signed.guest, tested: 'withdrawn' }])

    const { d, lift } = objecting('unnamed')
    d.c.did('dan', { type: 'leave' })
    expect(d.c.refusal('ada', lift)).toBe('objector-lifts')
    expect(JSON.stringify(confidenceViews(d.c.board, d.c.secrets, 'ada', d.c.online))).not.toContain('authorship')
  })

  test('what facilitation wrote for them unsigned, it also reasons and lifts', () => {
    const d = new DecisionCircle()
    const guest = d.c.did('dan', { type: 'enter-person', name: 'Gus' })
    d.c.did('dan', { type: 'leave' })
    d.to('objections')
    d.c.did('ada', d.position('objection', { personId: guest, attribution: 'unnamed' }))
    for (const personId of ['ada', 'ben', 'cleo', 'eli']) d.c.did(personId, d.position('no-objection'))
    d.c.did('ada', d.reveal())
    const objectionId = d.decision.objections[0]?.id ?? ''
    expect(confidenceViews(d.c.board, d.c.secrets, 'ada', d.c.online)).toMatchObject([{ kind: 'authorship', personId: guest }])
    d.c.did('ada', { type: 'state-objection', decisionId: d.id, text: 'Trop tôt.', personId: guest })
    d.c.did('ada', { type: 'lift-objection', decisionId: d.id, objectionId })
    expect(d.decision.objections).toMatchObject([{ text: 'Trop tôt.', tested: 'withdrawn' }])
    expect(JSON.stringify(d.decision.objections)).not.toContain(guest)
  })
})
