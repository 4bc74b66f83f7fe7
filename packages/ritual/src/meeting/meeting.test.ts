import { describe, expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
import { phaseAfter } from './phase-after.ts'

const scheduled = (...names: string[]): Circle => {
  const c = new Circle({ title: 'Réunion', purpose: 'Se parler', scheduledStart: '2026-12-03T17:00:00Z' })
  for (const [index, name] of names.entries()) c.joins(name, { host: index === 0 })
  return c
}
/** A live meeting with an item open, a signal raised in it and a decision under way. */
const busy = () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'decision', title: 'Le four', expectation: 'Consentir' })
  c.did('ada', { type: 'list-item', itemId })
  const waiting = c.did('dan', { type: 'propose-item', kind: 'information', title: 'Le toit', expectation: 'Écouter' })
  c.did('ada', { type: 'list-item', itemId: waiting })
  c.did('ada', { type: 'open-item', itemId })
  const decisionId = c.did('cleo', {
    type: 'propose',
    itemId,
    text: 'Allumer le four le mardi.',
    responsible: 'org:sci',
    reviewOn: '2027-03-01',
  })
  c.did('ben', { type: 'raise-signal', kind: 'tension', level: 2, itemId })
  const signalId = Object.keys(c.board.signals)[0] ?? ''
  return { c, itemId, waiting, decisionId, signalId }
}

describe('[§2.4.1] draft and scheduled', () => {
  test('a draft without purpose is convened with one; the date missing is now', () => {
    const c = new Circle({ title: 'Atelier' })
    c.joins('ada', { host: true })
    expect(c.board.meeting.status).toBe('draft')
    expect(c.refusal('ada', { type: 'convene' })).toBe('incomplete')
    c.did('ada', { type: 'convene', purpose: 'Se parler' })
    expect(c.board.meeting).toMatchObject({ status: 'scheduled', purpose: 'Se parler', scheduledStart: c.now })
  })
  test('only the host convenes and cancels, with a reason', () => {
    const c = scheduled('ada', 'ben')
    expect(c.refusal('ben', { type: 'cancel', reason: 'neige' })).toBe('not-permitted')
    c.did('ada', { type: 'cancel', reason: 'neige' })
    expect(c.board.meeting).toMatchObject({ status: 'cancelled', cancelled: { reason: 'neige' } })
    expect(c.refusal('ada', { type: 'open' })).toBe('wrong-status')
  })
  test('opening needs two people present', () => {
    const c = scheduled('ada', 'ben')
    c.arrives('ada')
    expect(c.does('ada', { type: 'open' })).toMatchObject({ refused: 'too-few-people', detail: { needed: 2 } })
    c.arrives('ben').did('ada', { type: 'open' })
    expect(c.board.now.phase).toBe('welcome')
  })
  test('[§4.6] anyone present opens five minutes after the start when nobody facilitates', () => {
    const c = scheduled('ada', 'ben', 'cleo')
    c.arrives('ben', 'cleo').at('2026-12-03T17:04:59Z')
    expect(c.refusal('ben', { type: 'open' })).toBe('too-early')
    c.at('2026-12-03T17:05:00Z').did('ben', { type: 'open' })
    expect(c.board.meeting.status).toBe('live')
  })
  test('[§2.5-25] presence and roles begin with the meeting', () => {
    const c = scheduled('ada', 'ben')
    c.arrives('ada', 'ben').did('ada', { type: 'claim-role', role: 'facilitator' })
    c.at('2026-12-03T17:02:00Z').did('ada', { type: 'open' })
    expect(c.board.record.presence['ada']).toEqual([{ joinedAt: '2026-12-03T17:02:00.000Z' }])
    expect(c.board.record.roleSpans.find(({ role }) => role === 'facilitator')?.from).toBe('2026-12-03T17:02:00.000Z')
  })
})

describe('[§2.4.1] phases and pauses', () => {
  test('forward at will, back by one, and never from a phase that is over', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
    expect(c.refusal('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })).toBe('moved-on')
    expect(c.refusal('ada', { type: 'set-phase', from: 'agenda', to: 'weather' })).toBe('wrong-phase')
    c.did('ada', { type: 'set-phase', from: 'agenda', to: 'follow-up' })
    expect(c.board.record.phases.map(({ phase }) => phase)).toEqual(['welcome', 'agenda', 'follow-up'])
  })
  test('[A2] a weather round skipped on purpose leaves its trace', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'close' })
    expect(c.board.record.weatherSkipped).toBe(true)
    const held = circle('ada', 'ben')
    held.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
    held.did('ada', { type: 'close' })
    expect(held.board.record.weatherSkipped).toBeUndefined()
  })
  test('[A2] so does a closing round, and not one that was held', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
    c.did('ada', { type: 'set-phase', from: 'agenda', to: 'wrap-up' })
    c.did('ada', { type: 'close' })
    expect(c.board.record.closingSkipped).toBe(true)
    const held = circle('ada', 'ben')
    held.did('ada', { type: 'set-phase', from: 'welcome', to: 'closing' })
    held.did('ada', { type: 'close' })
    expect(held.board.record.closingSkipped).toBeUndefined()
  })
  test('[I2] parts left out are passed over, by whoever leads and before the meeting; the frame is then agreed anew', () => {
    const c = circle('ada', 'ben')
    c.did('ben', { type: 'agree-frame' })
    expect(phaseAfter(c.board, 'welcome')).toBe('weather')
    c.did('ada', { type: 'set-frame', frame: ['Écouter'], without: ['weather', 'roles', 'weather'] })
    expect(c.board.meeting).toMatchObject({ without: ['weather', 'roles'], frameAgreed: [] })
    expect([phaseAfter(c.board, null), phaseAfter(c.board, 'agenda'), phaseAfter(c.board, 'wrap-up')]).toEqual([
      'follow-up',
      'closing',
      undefined,
    ])
    c.did('ada', { type: 'set-frame', frame: ['Écouter encore'] })
    expect(c.board.meeting.without, 'what is not said stays').toEqual(['weather', 'roles'])
    expect(c.refusal('ben', { type: 'set-frame', frame: [], without: [] })).toBe('not-permitted')
    // Held all the same if somebody wants it: nothing is forbidden by being left out.
    c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  })
  test('[B17] a silence to arrive is a pause that says so', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'pause', minutes: 1, silence: true })
    expect(c.board.now.pause).toMatchObject({ untilMinutes: 1, silence: true })
    c.did('ada', { type: 'resume' })
    c.did('ada', { type: 'pause' })
    expect(c.board.now.pause).not.toHaveProperty('silence')
  })
  test('a break is laid over the phase once, and lifted', () => {
    const c = circle('ada', 'ben')
    c.did('ada', { type: 'pause', minutes: 3 })
    expect(c.board.now.pause).toMatchObject({ untilMinutes: 3 })
    expect(c.refusal('ada', { type: 'pause' })).toBe('wrong-status')
    c.at(3).did('ada', { type: 'resume' })
    expect(c.board.now).toMatchObject({ pause: null, phase: 'welcome' })
    expect(c.refusal('ada', { type: 'resume' })).toBe('wrong-status')
  })
})

describe('[§2.5-18] privacy only tightens', () => {
  test('[§2.6] by those who took part: who joins after the close reads and reacts only', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.did('ada', { type: 'close' })
    c.at(1).joins('xav', { standing: 'observer' })
    expect(c.refusal('xav', { type: 'set-privacy', closing: 'none' })).toBe('not-permitted')
    c.did('cleo', { type: 'set-privacy', closing: 'none' })
  })
  test('any one person tightens, nobody loosens', () => {
    const c = circle('ada', 'ben', 'cleo')
    c.joins('oli', { standing: 'observer' })
    c.did('oli', { type: 'set-privacy', weather: 'held', signals: 'none' })
    expect(c.board.meeting.privacy).toMatchObject({ weather: 'held', signals: 'none', names: 'full' })
    expect(c.refusal('ada', { type: 'set-privacy', weather: 'aggregate' })).toBe('privacy-only-tightens')
    expect(c.refusal('ada', { type: 'set-privacy', names: 'structures', signals: 'with-phrase' })).toBe('privacy-only-tightens')
    expect(c.board.meeting.privacy.names).toBe('full')
    expect(c.does('ada', { type: 'set-privacy', weather: 'held' })).toMatchObject({ ok: true, value: { facts: [] } })
  })
})

describe('[§2.4.1] closing', () => {
  test('[§2.5-13] the refusal lists what is open, signals first', () => {
    const { c, itemId, decisionId, signalId } = busy()
    expect(c.does('ada', { type: 'close' })).toEqual({
      ok: false,
      refused: 'signals-untreated',
      detail: { items: [itemId], signals: [signalId], decisions: [decisionId] },
    })
    expect(c.board.meeting.status).toBe('live')
  })
  test('[V7] « reporter ce qui reste »: decisions suspended, signals carried, items postponed, positions erased', () => {
    const { c, itemId, waiting, decisionId, signalId } = busy()
    c.did('ada', { type: 'suspend-decision', decisionId })
    const again = c.did('cleo', {
      type: 'propose',
      itemId,
      text: 'Allumer le four le jeudi.',
      responsible: 'org:sci',
      reviewOn: '2027-03-01',
      process: 'consent-express',
    })
    c.did('ada', { type: 'next-step', decisionId: again, from: 'proposal' })
    c.did('eve', { type: 'give-position', decisionId: again, round: 1, position: 'objection', text: 'Trop cher.' })
    c.did('ada', { type: 'close', postponeRest: true })
    expect(c.board.decisions[again]).toMatchObject({ status: 'suspended', versions: [{ text: 'Allumer le four le jeudi.' }] })
    expect(c.board.signals[signalId]).toMatchObject({ status: 'carried' })
    expect([itemId, waiting].map((id) => c.board.items[id]?.status)).toEqual(['postponed', 'postponed'])
    expect(c.secrets.all('position')).toEqual([])
    expect(c.board.meeting).toMatchObject({ status: 'review', reviewUntil: '2026-12-10' })
  })
  test('[§2.5-16] whispers and ripples die with the live meeting', () => {
    const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
    c.did('cleo', { type: 'whisper', text: 'Ça monte.' })
    c.did('ben', { type: 'raise-signal', kind: 'fatigue', level: 1 })
    expect([...c.secrets]).toHaveLength(2)
    c.did('ada', { type: 'close' })
    expect([...c.secrets]).toEqual([])
  })
  test('the end empties what is hot and ends every span; who was away and not back had left at their last sign', () => {
    const c = circle('ada', 'ben', 'cleo')
    const round = c.did('ada', { type: 'start-round', kind: 'free' })
    c.at(10).isAway('cleo').at(10).did('ada', { type: 'close' })
    expect(c.board.now).toEqual({
      phase: null,
      pause: null,
      itemId: null,
      timer: null,
      roundId: null,
      turn: null,
      floor: { queue: [], turn: null },
    })
    expect(c.board.rounds[round]?.status).toBe('interrupted')
    expect(c.board.record.presence['cleo']).toEqual([{ joinedAt: '2026-12-03T17:00:00.000Z', leftAt: '2026-12-03T17:10:00.000Z' }])
    expect(c.board.record.presence['ada']).toEqual([{ joinedAt: '2026-12-03T17:00:00.000Z', leftAt: '2026-12-03T17:22:00.000Z' }])
    expect(c.board.record.roleSpans.every(({ to }) => to !== undefined)).toBe(true)
  })
  test('interrupting needs a facilitator; without one, two people', () => {
    const { c, itemId } = busy()
    expect(c.refusal('dan', { type: 'interrupt', reason: 'Plus de courant' })).toBe('facilitator-present')
    c.isAway('ada')
    c.did('dan', { type: 'interrupt', reason: 'Plus de courant' })
    expect(c.board.meeting.status).toBe('live')
    c.did('dan', { type: 'interrupt', reason: 'Plus de courant' })
    expect(c.board.meeting.status).toBe('live')
    c.did('eve', { type: 'interrupt', reason: 'Plus de courant' })
    expect(c.board.meeting).toMatchObject({ status: 'review', interrupted: { reason: 'Plus de courant' }, keys: [] })
    expect(c.board.items[itemId]?.status).toBe('postponed')
  })
  test('[§2.2] the last day of the review is counted in the meeting’s own time zone', () => {
    const c = new Circle({ title: 'x', purpose: 'y', scheduledStart: '2026-12-03T20:00:00Z', timezone: 'Pacific/Auckland', reviewDays: 2 })
    c.joins('ada', { host: true })
    c.joins('ben')
    c.arrives('ada', 'ben').did('ada', { type: 'claim-role', role: 'facilitator' })
    c.did('ada', { type: 'open' })
    c.at('2026-12-03T20:00:00Z').did('ada', { type: 'close' })
    expect(c.board.meeting.reviewUntil).toBe('2026-12-06')
  })
})
