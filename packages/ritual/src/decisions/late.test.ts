import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { DecisionCircle } from './decision-circle.ts'

describe('[§4.5, V3] a late objection', () => {
  test('is never counted and never silent; the group may step back to hear it', () => {
    const d = new DecisionCircle().to('objections')
    for (const personId of ['ada', 'ben', 'cleo', 'eli']) d.c.did(personId, d.position('no-objection'))
    const stated: ActInput = { type: 'state-objection', decisionId: d.id, text: 'Attendez.' }
    expect(d.c.refusal('dan', stated)).toBe('not-revealed')
    d.c.isAway('dan')
    d.c.did('ada', d.reveal())
    d.to('improvement').c.arrives('dan').did('dan', stated)
    expect(d.decision.objections).toMatchObject([{ late: true, tested: 'pending', round: 1, personId: 'dan' }])
    d.c.did('ada', { type: 'previous-step', decisionId: d.id, from: 'improvement' })
    expect(d.decision).toMatchObject({ step: 'objections', rounds: [{ round: 1 }, { round: 2 }] })
    expect(d.c.refusal('ada', d.reveal())).toBe('positions-missing')
  })

  test('is not swallowed by an objection of the same person, given without a reason and taken back in an earlier round', () => {
    const d = new DecisionCircle().round({ dan: { position: 'objection' } })
    d.c.did('ada', d.next())
    d.c.did('dan', { type: 'lift-objection', decisionId: d.id, objectionId: d.decision.objections[0]?.id ?? '' })
    d.to('objections').allSay()
    d.c.did('ada', d.reveal())
    d.to('improvement').c.did('dan', { type: 'state-objection', decisionId: d.id, text: 'Attendez.' })
    expect(d.decision.objections).toMatchObject([
      { round: 1, text: '', tested: 'withdrawn' },
      { round: 2, text: 'Attendez.', tested: 'pending', late: true },
    ])
    d.c.did('ada', d.adopt())
    expect(Object.values(d.c.board.reactions)).toMatchObject([{ type: 'objection', text: 'Attendez.', personId: 'dan' }])
  })

  test('[§2.5-19] and the reaction it opened are one thing said: the author’s name and words leave both', () => {
    const d = new DecisionCircle().round().to('improvement')
    d.c.did('dan', { type: 'state-objection', decisionId: d.id, text: 'Attendez.' })
    const id = d.decision.objections[0]?.id ?? ''
    d.c.did('ada', d.adopt())
    d.c.did('dan', { type: 're-attribute', kind: 'objection', id, attribution: 'unnamed' })
    const said = () => JSON.stringify([d.decision.objections, d.c.board.reactions])
    expect(said()).not.toContain('"personId"')
    const reaction = Object.values(d.c.board.reactions)[0]?.id ?? ''
    expect(d.c.refusal('eli', { type: 're-attribute', kind: 'reaction', id: reaction, attribution: 'name-and-voice' })).toBe(
      'not-your-entry',
    )
    d.c.did('dan', { type: 're-attribute', kind: 'reaction', id: reaction, attribution: 'name-and-voice' })
    expect([d.decision.objections[0]?.personId, Object.values(d.c.board.reactions)[0]?.personId]).toEqual(['dan', 'dan'])
    d.c.did('dan', { type: 'withdraw-entry', kind: 'objection', id })
    expect(said()).not.toContain('Attendez.')
    expect(d.c.secrets.all('authorship')).toEqual([])
    expect(d.c.refolded()).toEqual(d.c.board)
  })

  test('taken in by the group, it binds; otherwise adoption opens a reaction to answer', () => {
    const bound = new DecisionCircle().round().to('improvement')
    bound.c.did('dan', { type: 'state-objection', decisionId: bound.id, text: 'Attendez.' })
    const objectionId = bound.decision.objections[0]?.id ?? ''
    bound.c.did('ada', { type: 'test-objection', decisionId: bound.id, objectionId, result: 'accepted' })
    expect(bound.c.refusal('ada', bound.adopt())).toBe('objections-open')

    const heard = new DecisionCircle().round().to('improvement')
    heard.c.did('dan', { type: 'state-objection', decisionId: heard.id, text: 'Attendez.' })
    heard.c.did('ada', heard.adopt())
    expect(Object.values(heard.c.board.reactions)).toMatchObject([
      { decisionId: heard.id, type: 'objection', text: 'Attendez.', personId: 'dan' },
    ])
    heard.c.did('eli', { type: 'state-objection', decisionId: heard.id, text: 'Moi aussi.', attribution: 'unnamed' })
    expect(Object.values(heard.c.board.reactions)).toHaveLength(2)
    expect(JSON.stringify(heard.c.board.reactions)).not.toContain('eli')
  })
})
