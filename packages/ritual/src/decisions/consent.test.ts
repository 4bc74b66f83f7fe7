import { describe, expect, test } from 'vitest'
import type { ActInput } from '../acts.ts'
import { DecisionCircle } from './decision-circle.ts'
import { previousOf } from '../previous.ts'
import { offersReturn } from './state.ts'

const objects = { dan: { position: 'objection', text: 'Une contribution pour tout exclurait.' } } as const
const withObjection = () => {
  const d = new DecisionCircle().round(objects)
  d.c.did('ada', d.next())
  const objectionId = d.decision.objections[0]?.id ?? ''
  const on = (type: 'lift-objection' | 'confirm-objection'): ActInput => ({ type, decisionId: d.id, objectionId })
  const tested = (result: 'accepted' | 'became-concern' | 'withdrawn'): ActInput => ({
    type: 'test-objection',
    decisionId: d.id,
    objectionId,
    result,
  })
  const integrate = (from = 1): ActInput => ({
    type: 'amend',
    decisionId: d.id,
    from,
    text: 'Les usages sans recette sont gratuits.',
    integrates: [objectionId],
  })
  return { d, c: d.c, objectionId, on, tested, integrate }
}

describe('[§2.4.6] the steps', () => {
  test('one by one, each from the step that was seen', () => {
    const d = new DecisionCircle()
    const seen = [d.decision.step]
    while (d.decision.step !== 'objections') {
      if (d.decision.step === 'feelings') d.feelings()
      d.c.did('ada', d.next())
      seen.push(d.decision.step)
    }
    expect(seen).toEqual(['proposal', 'clarification', 'feelings', 'amendment', 'objections'])
    expect(d.c.refusal('ada', d.next('proposal'))).toBe('moved-on')
    expect(d.c.refusal('cleo', d.next())).toBe('not-permitted')
    expect(d.c.refusal('ada', d.next())).toBe('not-revealed')
  })

  test('feelings: the round is done, or its summary is written', () => {
    const d = new DecisionCircle().to('feelings')
    expect(d.c.refusal('ada', d.next())).toBe('round-missing')
    const roundId = d.c.did('ada', { type: 'start-round', kind: 'feelings', itemId: d.item })
    expect(d.c.refusal('ada', d.next())).toBe('round-running')
    d.c.did('ada', { type: 'end-round', roundId })
    d.c.did('ada', d.next())
    const aloud = new DecisionCircle().to('feelings')
    expect(aloud.c.refusal('dan', { type: 'set-summary', decisionId: aloud.id, step: 'feelings', text: 'soulagement' })).toBe(
      'not-permitted',
    )
    aloud.c.did('ada', { type: 'set-summary', decisionId: aloud.id, step: 'feelings', text: 'soulagement' })
    aloud.c.did('ada', aloud.next())
    expect(aloud.decision.step).toBe('amendment')
  })

  test('somebody not clear brings the group back to clarification, and blocks adoption until a new round', () => {
    const d = new DecisionCircle().round({ eli: { position: 'not-clear' } })
    expect(d.c.refusal('ada', d.adopt())).toBe('not-clear-yet')
    d.c.did('ada', d.next())
    expect(d.decision.step).toBe('clarification')
    d.round()
    d.c.did('ada', d.next())
    expect(d.decision.step).toBe('improvement')
  })

  test('one step back, and a round broken off forgets its positions and its number', () => {
    const d = new DecisionCircle().to('objections').allSay()
    d.c.did('ada', { type: 'previous-step', decisionId: d.id, from: 'objections' })
    expect(d.decision.step).toBe('amendment')
    expect(d.c.secrets.all('position')).toEqual([])
    d.c.did('ada', d.next())
    expect(d.decision.rounds.map(({ round }) => round)).toEqual([1, 2])
    expect(d.c.refusal('dan', d.position('no-objection', { round: 1 }))).toBe('moved-on')
  })
})

describe('[B6, AC-14] an objection', () => {
  test('blocks adoption until it is integrated, lifted by its author and confirmed by the carrier', () => {
    const { d, c, on, tested, integrate } = withObjection()
    expect(d.decision.step).toBe('integration')
    expect(c.refusal('ada', d.adopt())).toBe('objections-open')
    expect(c.refusal('ada', d.next())).toBe('objections-open')
    expect(c.refusal('cleo', integrate())).toBe('objections-open')
    c.did('ada', tested('accepted'))
    c.did('cleo', integrate())
    expect(d.decision.objections[0]?.integratedIn).toBe(2)
    expect(c.refusal('ada', on('lift-objection'))).toBe('objector-lifts')
    expect(c.refusal('ada', tested('withdrawn'))).toBe('objector-lifts')
    expect(c.refusal('ada', tested('became-concern'))).toBe('objector-lifts')
    c.did('dan', on('lift-objection'))
    expect(c.refusal('ada', d.next())).toBe('carrier-confirms')
    expect(c.refusal('dan', on('confirm-objection'))).toBe('not-permitted')
    c.did('cleo', on('confirm-objection'))
    c.did('ada', d.next())
    expect(d.decision).toMatchObject({ step: 'objections', rounds: [{ version: 1 }, { round: 2, version: 2 }] })
  })

  test('[AC-16] the new round carries nothing over', () => {
    const { d, c, on } = withObjection()
    c.did('dan', on('lift-objection'))
    c.did('ada', d.next())
    expect(d.c.refusal('ada', d.reveal())).toBe('positions-missing')
    expect(d.decision.rounds[1]).not.toHaveProperty('counts')
  })

  test('[§2.3] lifted without being integrated, it is taken back; the test may make it a concern', () => {
    const lifted = withObjection()
    lifted.c.did('dan', lifted.on('lift-objection'))
    expect(lifted.d.decision.objections[0]).toMatchObject({ tested: 'withdrawn' })
    const concern = withObjection()
    expect(concern.c.refusal('cleo', concern.tested('became-concern'))).toBe('not-permitted')
    concern.c.did('ada', concern.tested('became-concern'))
    concern.c.did('ada', concern.d.next())
    expect(concern.d.decision.step).toBe('objections')
  })

  test('[§2.3] a reason must follow: it is tested once given, by its author', () => {
    const d = new DecisionCircle().round({ dan: { position: 'objection' } })
    d.c.did('ada', d.next())
    const objectionId = d.decision.objections[0]?.id ?? ''
    const accepted: ActInput = { type: 'test-objection', decisionId: d.id, objectionId, result: 'accepted' }
    expect(d.c.refusal('ada', accepted)).toBe('reason-missing')
    d.c.did('dan', { type: 'state-objection', decisionId: d.id, text: 'Cela exclut.' })
    expect(d.decision.objections).toMatchObject([{ id: objectionId, text: 'Cela exclut.', late: false }])
    d.c.did('ada', accepted)
  })

  test('[§2.7, §2.3] the reason keeps the name, or none, and the voice that the objection was made with', () => {
    const d = new DecisionCircle()
    d.c.did('dan', { type: 'set-voices', voices: [{ org: 'org:sci' }, { org: 'org:coop' }] })
    d.round({ dan: { position: 'objection', voice: 'org:coop', attribution: 'unnamed' } })
    const id = d.decision.objections[0]?.id ?? ''
    d.c.did('dan', { type: 'state-objection', decisionId: d.id, text: 'Cela exclut.' })
    expect(d.decision.objections).toMatchObject([{ id, text: 'Cela exclut.', attribution: 'unnamed' }])
    expect(JSON.stringify([d.decision.objections, d.c.events.at(-1)])).not.toContain('dan')
    expect(d.c.secrets.one('authorship', `objection:${id}`, 'dan')?.payload).toEqual({ voice: 'org:coop' })
    d.c.did('dan', { type: 're-attribute', kind: 'objection', id, attribution: 'voice-only' })
    expect(d.decision.objections[0]).toMatchObject({ attribution: 'voice-only', voice: 'org:coop' })

    const named = new DecisionCircle()
    named.c.did('dan', { type: 'set-voices', voices: [{ org: 'org:sci' }, { org: 'org:coop' }] })
    named.round({ dan: { position: 'objection', voice: 'org:coop' } })
    named.c.did('dan', { type: 'state-objection', decisionId: named.id, text: 'Cela exclut.', attribution: 'voice-only' })
    expect(named.decision.objections).toMatchObject([{ attribution: 'voice-only', voice: 'org:coop' }])
    expect(JSON.stringify(named.decision.objections)).not.toContain('dan')
  })

  test('[§2.4.6] after three loops facilitation is offered to return it, with its objections', () => {
    const d = new DecisionCircle()
    for (let loop = 1; loop <= 3; loop++) {
      expect(offersReturn(d.decision)).toBe(false)
      d.round(objects)
      d.c.did('ada', d.next())
      const last = d.decision.objections.at(-1)?.id ?? ''
      if (loop < 3) d.c.did('dan', { type: 'lift-objection', decisionId: d.id, objectionId: last })
    }
    expect(offersReturn(d.decision)).toBe(true)
    d.c.did('ada', { type: 'return-decision', decisionId: d.id, to: 'com:planif' })
    expect(d.decision).toMatchObject({ status: 'returned', returnedTo: 'com:planif' })
  })
})

test('[contract § HTTP] no event says who took back an objection that hides its author: facilitation takes its own back as the others do', () => {
  const d = new DecisionCircle().round({ ada: { position: 'objection', text: 'Non.', attribution: 'unnamed' } })
  d.c.did('ada', d.next())
  const objectionId = d.decision.objections[0]?.id ?? ''
  d.c.did('ada', { type: 'test-objection', decisionId: d.id, objectionId, result: 'withdrawn' })
  expect(d.c.events.at(-1)).toMatchObject({ fact: { type: 'objection-tested', result: 'withdrawn' }, stamp: { at: d.c.now } })
  expect(d.c.events.at(-1)?.stamp).toEqual({ at: d.c.now })
})

describe('adopting', () => {
  const ready = (...given: ConstructorParameters<typeof DecisionCircle>) => new DecisionCircle(...given).round().to('improvement')

  test('[§2.5-7, AC-18] the version seen, once; reference, window and circuits; the text never changes after', () => {
    const d = ready()
    d.c.did('dan', { type: 'claim-role', role: 'decisionKeeper' })
    expect(d.c.refusal('dan', d.adopt(2))).toBe('moved-on')
    expect(d.c.refusal('eli', d.adopt())).toBe('not-permitted')
    d.c.did('dan', d.adopt())
    expect(d.decision).toMatchObject({
      status: 'adopted',
      step: 'adopted',
      ref: 'ECO-2026-001',
      reactionUntil: '2026-12-17',
      legalEffect: 'pending',
      adoptedAt: d.c.now,
    })
    expect(Object.values(d.c.board.transmissions)).toMatchObject([
      { to: 'org:sci', kind: 'register', status: 'to-send', decisionRef: 'ECO-2026-001' },
      { to: 'org:coop', kind: 'inform', status: 'to-send' },
    ])
    expect(d.c.refusal('cleo', { type: 'amend', decisionId: d.id, from: 1, text: 'Autre.' })).toBe('adopted')
    expect(d.c.refusal('dan', d.adopt())).toBe('adopted')
    expect(d.c.refolded()).toEqual(d.c.board)
  })

  test('[§2.4.6] not before the round, nor before the improvements', () => {
    const d = new DecisionCircle()
    expect(d.c.refusal('ada', d.adopt())).toBe('round-missing')
    d.to('objections')
    expect(d.c.refusal('ada', d.adopt())).toBe('not-revealed')
    d.allSay().c.did('ada', d.reveal())
    expect(d.c.refusal('ada', d.adopt())).toBe('wrong-phase')
  })

  test('[§2.3] [D10] express consent: proposal, objections, adopted; looked at again by the next meeting', () => {
    const d = new DecisionCircle({ process: 'consent-express' })
    d.c.did('ada', d.next())
    expect(d.decision.step).toBe('objections')
    d.allSay().c.did('ada', d.reveal())
    d.c.did('ada', d.adopt())
    expect(d.decision.status).toBe('adopted')
    d.c.did('ada', { type: 'close', postponeRest: true })
    expect(previousOf(d.c.board).transmissions[0]).toMatchObject({ reviewOn: '2026-12-03' })
  })

  test('[§2.3] an accord is ascertained at once, or becomes a whole consent when somebody asks', () => {
    const agreed = new DecisionCircle({ process: 'ascertained' }).round()
    agreed.c.did('ada', agreed.adopt())
    const asked = new DecisionCircle({ process: 'ascertained' }).round(objects)
    asked.c.did('ada', asked.next())
    expect(asked.decision).toMatchObject({ step: 'clarification', process: 'consent' })
  })

  test('[§2.4.6] improvements: all may offer, only the carrier keeps; in their step', () => {
    const d = new DecisionCircle()
    const improve: ActInput = { type: 'improve', decisionId: d.id, text: 'afficher la charte' }
    expect(d.c.refusal('eli', improve)).toBe('wrong-phase')
    d.round().to('improvement')
    const improvementId = d.c.did('obs', improve)
    expect(d.c.refusal('ada', { type: 'keep-improvement', decisionId: d.id, improvementId, kept: true })).toBe('not-permitted')
    d.c.did('cleo', { type: 'keep-improvement', decisionId: d.id, improvementId, kept: true })
    expect(d.decision.improvements).toMatchObject([{ text: 'afficher la charte', kept: true, personId: 'obs' }])
  })

  test('[D6] one declares one’s own interest, also just after the adoption', () => {
    const d = ready()
    d.c.did('ada', d.adopt())
    d.c.did('dan', { type: 'declare-interest', decisionId: d.id, text: 'gérant de la SCI' })
    expect(d.decision.interests).toMatchObject([{ personId: 'dan', text: 'gérant de la SCI' }])
  })
})
