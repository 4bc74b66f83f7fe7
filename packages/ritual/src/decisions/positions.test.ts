import { describe, expect, test } from 'vitest'
import { confidenceViews } from '../confidences/views.ts'
import { DecisionCircle } from './decision-circle.ts'

describe('[§2.5-6] who decides', () => {
  test('frozen when the first round opens: deciders present; who comes later states a possible objection only', () => {
    const d = new DecisionCircle()
    d.c.isAway('eli')
    d.to('objections')
    expect(d.decision.deciders).toEqual(['ada', 'ben', 'cleo', 'dan'])
    d.c.arrives('eli')
    d.c.joins('fay')
    d.c.arrives('fay')
    expect(d.c.refusal('fay', d.position('no-objection'))).toBe('not-a-decider')
    d.allSay().c.did('ada', d.reveal())
    d.c.did('fay', { type: 'state-objection', decisionId: d.id, text: 'Et les enfants ?' })
    expect(d.decision.objections).toMatchObject([{ personId: 'fay', late: true }])
    expect(d.decision.rounds[0]?.counts?.['objection']).toBe(0)
  })

  test('[§2.5-20] observers never', () => {
    const d = new DecisionCircle().to('objections')
    expect(d.c.refusal('obs', d.position('no-objection'))).toBe('observers-do-not')
    d.allSay().c.did('ada', d.reveal())
    expect(d.c.refusal('obs', { type: 'state-objection', decisionId: d.id, text: 'Non.' })).toBe('observers-do-not')
  })
})

describe('[§2.5-5] positions', () => {
  test('[AC-13] no one else reads them before the reveal: no fact, no event, no view but one’s own and a number', () => {
    const d = new DecisionCircle().to('objections')
    const events = d.c.events.length
    d.c.did('dan', d.position('objection', { text: 'Cela exclut.' }))
    expect(d.c.events).toHaveLength(events)
    expect(JSON.stringify(d.c.board)).not.toContain('Cela exclut')
    const seenBy = (reader: string) => confidenceViews(d.c.board, d.c.secrets, reader, d.c.online)
    expect(seenBy('dan')[0]).toMatchObject({ kind: 'position', personId: 'dan', payload: { position: 'objection' } })
    expect(seenBy('eli')).toEqual([{ kind: 'answered', subject: `${d.id}:1`, payload: { count: 1, of: 5 } }])
    expect(seenBy('ada')).toEqual([
      { kind: 'answered', subject: `${d.id}:1`, payload: { count: 1, of: 5, people: ['dan'], missing: ['ada', 'ben', 'cleo', 'eli'] } },
    ])
  })

  test('one each, changed until the reveal and not after', () => {
    const d = new DecisionCircle().to('objections').allSay()
    d.c.did('dan', d.position('concern', { text: 'Le chauffage.' }))
    expect(d.c.secrets.all('position')).toHaveLength(5)
    d.c.did('ada', d.reveal())
    expect(d.decision.rounds[0]?.counts).toEqual({ 'no-objection': 4, concern: 1, objection: 0, 'not-clear': 0, aside: 0 })
    expect(d.c.refusal('dan', d.position('objection'))).toBe('already-revealed')
    expect(d.c.refusal('dan', d.position('objection', { round: 2 }))).toBe('moved-on')
    expect(d.c.secrets.all('position')).toEqual([])
  })

  test('[§4.9] two voices make one position, the more protective; said with that voice, both kept in detail', () => {
    const d = new DecisionCircle()
    d.c.did('dan', { type: 'set-voices', voices: [{ org: 'org:sci', quality: 'gérant' }, { org: 'org:coop' }] })
    d.round({
      dan: {
        position: 'no-objection',
        voice: 'org:coop',
        text: 'La SCI seule face au chauffage.',
        positions: { 'org:sci': 'concern', 'org:coop': 'no-objection' },
      },
    })
    expect(d.decision.rounds[0]?.counts).toMatchObject({ 'no-objection': 4, concern: 1 })
    expect(d.decision.concerns).toMatchObject([
      { personId: 'dan', voice: 'org:sci', positions: { 'org:sci': 'concern', 'org:coop': 'no-objection' } },
    ])
  })

  test('[§4.9] an objection of one voice and the consent of the other is an objection', () => {
    const d = new DecisionCircle()
    d.c.did('dan', { type: 'set-voices', voices: [{ org: 'org:sci' }] })
    d.round({
      dan: { position: 'no-objection', voice: null, text: 'La SCI paie.', positions: { '': 'no-objection', 'org:sci': 'objection' } },
    })
    expect(d.decision.objections).toMatchObject([{ personId: 'dan', voice: 'org:sci', text: 'La SCI paie.' }])
    expect(d.c.board.people['dan']?.voices).toHaveLength(1)
  })

  test('[E1] only with a voice one has', () => {
    const d = new DecisionCircle().to('objections')
    expect(d.c.refusal('dan', d.position('no-objection', { voice: 'org:sci' }))).toBe('not-yours')
    expect(d.c.refusal('dan', d.position('no-objection', { positions: { 'org:sci': 'concern' } }))).toBe('not-yours')
  })

  test('[§2.5-8] nobody writes for someone with a device; for one without, whoever entered them', () => {
    const d = new DecisionCircle()
    const guest = d.c.did('dan', { type: 'enter-person', name: 'Gus' })
    d.to('objections')
    expect(d.decision.deciders).toContain(guest)
    expect(d.c.refusal('ada', d.position('no-objection', { personId: 'dan' }))).toBe('not-yours')
    expect(d.c.refusal('eli', d.position('no-objection', { personId: guest }))).toBe('not-yours')
    d.c.did('dan', d.position('objection', { personId: guest, text: 'Trop tôt.' }))
    expect(d.c.secrets.one('position', `${d.id}:1`, guest)?.payload).toMatchObject({ enteredBy: 'dan' })
    for (const personId of ['ada', 'ben', 'cleo', 'dan', 'eli']) d.c.did(personId, d.position('no-objection'))
    d.c.did('ada', d.reveal())
    const [objection] = d.decision.objections
    expect(objection).toMatchObject({ personId: guest, text: 'Trop tôt.' })
    d.c.did('dan', { type: 'lift-objection', decisionId: d.id, objectionId: objection?.id ?? '' })
  })
})

describe('revealing', () => {
  test('[§2.4.6] waits for every decider here, names the missing to facilitation, and not for someone away or gone', () => {
    const d = new DecisionCircle().to('objections')
    for (const personId of ['ada', 'ben', 'cleo']) d.c.did(personId, d.position('no-objection'))
    expect(d.c.does('ada', d.reveal())).toEqual({ ok: false, refused: 'positions-missing', detail: { people: ['dan', 'eli'] } })
    d.c.isAway('dan')
    expect(d.c.refusal('ada', d.reveal())).toBe('positions-missing')
    d.c.did('eli', { type: 'leave' })
    expect(d.c.refusal('cleo', d.reveal())).toBe('not-permitted')
    d.c.did('ada', d.reveal())
    expect(d.decision.rounds[0]).toMatchObject({ counts: { 'no-objection': 3 }, away: 1, revealedAt: d.c.now })
    expect(d.c.refusal('ada', d.reveal())).toBe('already-revealed')
  })

  test('[§2.9] counts the deciders still in the meeting', () => {
    const d = new DecisionCircle().to('objections').allSay()
    d.c.did('eli', { type: 'leave' })
    d.c.did('ada', d.reveal())
    expect(d.decision.rounds[0]?.counts?.['no-objection']).toBe(4)
  })

  test('[§2.3] an objection or concern shows its author as they chose; the true one is kept for them alone', () => {
    const d = new DecisionCircle()
    d.c.did('dan', { type: 'set-voices', voices: [{ org: 'org:qrt' }] })
    d.round({
      dan: { position: 'objection', text: 'Cela exclut.', voice: 'org:qrt', attribution: 'voice-only' },
      eli: { position: 'concern', text: 'Le coût.', attribution: 'unnamed' },
    })
    expect(d.decision.objections[0]).toMatchObject({ attribution: 'voice-only', voice: 'org:qrt' })
    expect(d.decision.objections[0]).not.toHaveProperty('personId')
    expect(d.decision.concerns[0]).toMatchObject({ attribution: 'unnamed' })
    expect(JSON.stringify(d.decision.concerns)).not.toContain('eli')
    const objectionId = d.decision.objections[0]?.id ?? ''
    expect(d.c.secrets.one('authorship', `objection:${objectionId}`, 'dan')).toBeDefined()
    expect(d.c.refusal('eli', { type: 'lift-objection', decisionId: d.id, objectionId })).toBe('objector-lifts')
    d.c.did('dan', { type: 'lift-objection', decisionId: d.id, objectionId })
  })

  test('[§2.3] the ids of those who are named leave no gap where somebody who is not stood among them', () => {
    const d = new DecisionCircle().round({
      ada: { position: 'objection', text: 'Un.' },
      ben: { position: 'objection', text: 'Deux.', attribution: 'unnamed' },
      cleo: { position: 'concern', text: 'Trois.' },
    })
    const named = [...d.decision.objections, ...d.decision.concerns].filter(({ personId }) => personId !== undefined)
    expect(named.map(({ id }) => id.split('.').at(-1))).toEqual(['1', '2'])
  })

  test('[§2.5-8] who comes by a link has a device, whatever it says of itself: nobody writes for them, and they can be away', () => {
    const d = new DecisionCircle()
    d.c.joins('fay', { device: 'none' })
    d.c.arrives('fay')
    d.to('objections')
    expect(d.decision.deciders).toContain('fay')
    expect(d.c.refusal('ada', d.position('no-objection', { personId: 'fay' }))).toBe('not-yours')
    d.c.isAway('fay')
    expect(d.c.board.people['fay']?.presence).toBe('away')
  })

  describe('[§2.7] a roll-call', () => {
    const called = (): DecisionCircle => {
      const d = new DecisionCircle()
      d.c.board = { ...d.c.board, meeting: { ...d.c.board.meeting, privacy: { ...d.c.board.meeting.privacy, positions: 'roll-call' } } }
      return d
    }
    test('only where the circle chose one', () => {
      expect(new DecisionCircle().round().decision.rounds[0]).not.toHaveProperty('rollCall')
      expect(Object.keys(called().round().decision.rounds[0]?.rollCall ?? {})).toEqual(['ada', 'ben', 'cleo', 'dan', 'eli'])
    })
    test('none where somebody chose not to be named: whoever the list leaves out would be known by it', () => {
      const d = called().round({ eli: { position: 'objection', text: 'Non.', attribution: 'unnamed' } })
      expect(d.decision.rounds[0]).not.toHaveProperty('rollCall')
      expect(d.decision.rounds[0]).toMatchObject({ counts: { objection: 1, 'no-objection': 4 } })
    })
    test('none any more once the author of an objection or concern takes their name back', () => {
      const d = called().round({ eli: { position: 'concern', text: 'À suivre.' } })
      const id = d.decision.concerns[0]?.id ?? ''
      d.c.did('eli', { type: 're-attribute', kind: 'concern', id, attribution: 'unnamed' })
      expect(d.decision.rounds[0]).not.toHaveProperty('rollCall')
      const other = called().round({ eli: { position: 'objection' } })
      other.c.did('eli', { type: 'state-objection', decisionId: other.id, text: 'Le bail.', attribution: 'voice-only' })
      expect(other.decision.rounds[0]).not.toHaveProperty('rollCall')
    })
  })

  test('[§2.4.5] nothing is revealed, moved or adopted during a level-3 pause', () => {
    const d = new DecisionCircle().to('objections').allSay()
    d.c.did('ben', { type: 'raise-signal', kind: 'tension', level: 3 })
    expect(d.c.refusal('ada', d.reveal())).toBe('signal-open')
    expect(d.c.refusal('ada', d.next())).toBe('signal-open')
  })
})
