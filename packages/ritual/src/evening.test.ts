import { describe, expect, test } from 'vitest'
import { givePositions, improveAndAdopt, integrate, proposeAndAmend, treatAlert } from './evening/deciding.ts'
import { evening } from './evening/fixture.ts'
import { clock, EveningPlayer } from './evening/player.ts'
import { previousOf } from './previous.ts'
import { proposeForRole } from './rotation.ts'
import { sealedSeed } from './sealed-seed.ts'
import { countWeather } from './weather/counts.ts'

/** The whole evening through the rules alone: one test after the other, each a moment of it. */
describe('the réunion écosystème of 3 December 2026', () => {
  const played = new EveningPlayer()
  const { c } = played

  test('[AC-02] the scribe of the last three meetings is said and proposed last; who declines facilitation is not proposed', () => {
    played.arrive()
    const scribe = proposeForRole(c.board, 'scribe')
    expect(scribe.streak).toMatchObject({ name: 'Capucine Vasseur', personId: 'capucine', inARow: 3 })
    const deciders = scribe.proposals.filter(({ personId }) => c.board.people[personId]?.standing === 'decider')
    expect(deciders.at(-1)?.personId).toBe('capucine')
    const facilitators = proposeForRole(c.board, 'facilitator').proposals.map(({ personId }) => personId)
    expect(facilitators).not.toContain('dario')
    expect(facilitators).not.toContain('maiwenn')
  })

  test('[AC-03] [§2.5-4] a role has effect only once accepted', () => {
    c.did('awa', { type: 'offer-role', role: 'moodWatcher', personId: 'gwenola' })
    expect(c.board.roles['moodWatcher']?.holders).toEqual([])
    c.did('gwenola', { type: 'decline-role', role: 'moodWatcher' })
    played.openAndShareRoles()
    expect(Object.fromEntries(Object.entries(c.board.roles).map(([role, seat]) => [role, seat.holders]))).toEqual({
      host: ['awa'],
      facilitator: ['awa'],
      moodWatcher: ['gwenola'],
      timekeeper: ['ines'],
      scribe: ['elise'],
      decisionKeeper: ['katell'],
    })
    expect(c.board.roles['facilitator']?.backups).toEqual(['farid'])
    expect(c.board.roles['scribe']?.pairs).toEqual(['hugo'])
  })

  test('[AC-04] [B24] the weather round: no newcomer starts it, everyone is heard, one passes', () => {
    expect(c.refusal('awa', { type: 'start-round', kind: 'weather', order: ['maiwenn', 'awa'] })).toBe('newcomer-first')
    played.weather()
    expect(countWeather(Object.values(c.board.weather))).toMatchObject({ given: 12, passed: 1 })
    expect(Object.values(c.board.rounds)[0]).toMatchObject({ status: 'done', direction: 1 })
    expect(JSON.stringify(c.board)).not.toContain('enfant malade')
    expect(c.secrets.one('weather', 'weather', 'dario')?.payload.words).toContain('enfant malade')
    played.followUp()
  })

  test('[AC-07] a circulated decision does not close without the end of its window', () => {
    played.broadcast()
    expect(c.refusal('awa', { type: 'close-item', itemId: played.item('1') })).toBe('window-missing')
    played.endBroadcast()
    expect(c.board.items[played.item('1')]).toMatchObject({ status: 'done', heldMinutes: 6 })
    expect(Object.values(c.board.reactions)).toHaveLength(3)
    expect(c.board.actions[played.actions['A-034'] ?? '']).toMatchObject({ ref: 'A-034', status: 'accepted' })
  })

  test('[AC-06] a late comer gives weather silently and stands at the end of the order', () => {
    const round = Object.values(c.board.rounds).find(({ kind }) => kind === 'weather')
    expect(round?.order.at(-1)).toBe('nassim')
    expect(countWeather(Object.values(c.board.weather))).toMatchObject({ given: 13, passed: 1 })
  })

  test('[AC-09] an item does not close while a signal waits; [AC-12] [§2.5-3] the time is handed over without gap or overlap', () => {
    played.feedback()
    expect(c.does('awa', { type: 'close-item', itemId: played.item('2'), nextStep: 'x' })).toMatchObject({
      refused: 'signal-open',
      detail: { signals: [played.signals['S1']] },
    })
    played.endFeedback()
    expect(c.board.items[played.item('2')]).toMatchObject({ status: 'done', heldMinutes: 11 })
    const time = c.board.record.roleSpans.filter(({ role }) => role === 'timekeeper')
    expect(time.map(({ personId, to }) => [personId, to])).toEqual([
      ['ines', clock('18:24')],
      ['joris', clock('18:35')],
      ['ines', undefined],
    ])
    expect(time.slice(1).map(({ from }) => from)).toEqual([clock('18:24'), clock('18:35')])
  })

  test('[§2.4.3] the break of the whole group is not held time', () => {
    played.advice()
    expect(c.board.items[played.item('3')]).toMatchObject({ status: 'done', heldMinutes: 12 })
    expect(c.board.advice[played.item('3')]?.given).toHaveLength(6)
  })

  test('[§2.5-5] positions are nowhere on the board before the reveal; [§2.5-6] [§2.5-20] thirteen decide, the observer does not', () => {
    proposeAndAmend(played)
    expect(c.board.decisions[played.decision]).toMatchObject({ step: 'objections', deciders: evening.decision.deciders.toSorted() })
    expect(c.refusal('awa', { type: 'reveal', decisionId: played.decision, round: 1 })).toBe('positions-missing')
    givePositions(played, 1)
    expect(c.refusal('maiwenn', { type: 'give-position', decisionId: played.decision, round: 1, position: 'no-objection' })).toBe(
      'observers-do-not',
    )
    expect(JSON.stringify(c.board)).not.toContain('sans budget')
  })

  test('[AC-14] after round 1 adoption is impossible, and only the objector lifts', () => {
    c.did('awa', { type: 'reveal', decisionId: played.decision, round: 1 })
    expect(c.board.decisions[played.decision]?.rounds[0]?.counts).toMatchObject({ 'no-objection': 11, concern: 1, objection: 1 })
    expect(c.refusal('katell', { type: 'adopt', decisionId: played.decision, version: 2 })).toBe('objections-open')
  })

  test('[AC-15] a level-3 signal pauses the item and stops the countdown, not the held time', () => {
    c.at(clock('19:01'))
    const before = c.board.now.timer?.heldMs
    treatAlert(played)
    expect(c.board.items[played.item('4')]?.status).toBe('open')
    expect(c.board.now.timer?.heldMs).toBe(11 * 60_000)
    expect(before).toBe(0)
    integrate(played)
    const lift = { type: 'lift-objection', decisionId: played.decision, objectionId: played.objection } as const
    expect(c.refusal('awa', lift)).toBe('objector-lifts')
    expect(c.refusal('awa', { type: 'next-step', decisionId: played.decision, from: 'integration' })).toBe('objections-open')
    c.did('dario', lift)
    expect(c.refusal('awa', { type: 'next-step', decisionId: played.decision, from: 'integration' })).toBe('carrier-confirms')
    c.did('capucine', { type: 'confirm-objection', decisionId: played.decision, objectionId: played.objection })
  })

  test('[AC-16] [AC-17] positions do not carry over; round 2 counts thirteen, Léonard once, with two voices', () => {
    c.at(clock('19:09')).did('awa', { type: 'next-step', decisionId: played.decision, from: 'integration' })
    expect(c.secrets.all('position')).toHaveLength(0)
    expect(c.refusal('awa', { type: 'reveal', decisionId: played.decision, round: 2 })).toBe('positions-missing')
    givePositions(played, 2)
    c.did('awa', { type: 'reveal', decisionId: played.decision, round: 2 })
    const decision = c.board.decisions[played.decision]
    expect(decision?.rounds[1]?.counts).toMatchObject({ 'no-objection': 12, concern: 1, objection: 0 })
    expect(decision?.concerns.at(-1)).toMatchObject({
      personId: 'leonard',
      positions: { 'org:sci': 'concern', 'org:coop': 'no-objection' },
    })
  })

  test('[AC-18] [§2.5-10] the adopted text is version 3, and nobody changes it after', () => {
    improveAndAdopt(played)
    const decision = c.board.decisions[played.decision]
    expect(decision).toMatchObject({ ref: 'ECO-2026-013', status: 'adopted', legalEffect: 'pending', responsible: 'org:sci' })
    expect(decision?.versions.at(-1)?.text).toBe(evening.decision.versions.at(-1)?.text)
    expect(c.refusal('capucine', { type: 'amend', decisionId: played.decision, from: 3, text: 'Autre chose.' })).toBe('adopted')
    expect(c.board.items[played.item('4')]).toMatchObject({ status: 'done', heldMinutes: 22 })
    expect(Object.keys(played.actions)).toEqual(['A-034', 'A-035', 'A-036', 'A-037'])
  })

  test('[§2.3] a workshop asks for its synthesis', () => {
    const itemId = played.item('5')
    c.did('awa', { type: 'open-item', itemId })
    expect(c.refusal('awa', { type: 'close-item', itemId })).toBe('output-missing')
    c.words = { [`note:${itemId}:synthesis`]: 1 }
    played.createAction('5')
    c.at(clock('19:20')).did('awa', { type: 'close-item', itemId })
    expect(c.board.items[itemId]).toMatchObject({ heldMinutes: 8 })
    expect(c.board.actions[played.actions['A-038'] ?? '']?.takers.map(({ personId }) => personId)).toEqual(['nassim', 'maiwenn'])
  })

  test('[AC-23] [§2.5-15] a tension is handed over with both consents only', () => {
    played.closingRound()
    const signalId = played.signals['S3'] ?? ''
    c.at(clock('19:27')).did('gwenola', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['dario', 'leonard'] })
    c.did('dario', { type: 'consent-handover', signalId })
    expect(c.refusal('gwenola', { type: 'hand-over-signal', signalId })).toBe('consent-missing')
    c.did('leonard', { type: 'refuse-handover', signalId })
    expect(c.refusal('gwenola', { type: 'hand-over-signal', signalId })).toBe('consent-missing')
    c.did('leonard', { type: 'consent-handover', signalId })
    c.did('gwenola', { type: 'hand-over-signal', signalId })
    expect(c.board.signals[signalId]).toMatchObject({ status: 'handed-over', handedOverTo: 'com:ecoute' })
  })

  test('[AC-21] [AC-22] at the close: the distribution of thirteen answers, and only published words', () => {
    expect(c.board.closing.roti).toBeUndefined()
    c.at(clock('19:28')).did('awa', { type: 'set-phase', from: 'closing', to: 'wrap-up' })
    c.at(clock('19:30')).did('awa', { type: 'close' })
    expect(c.board.closing.roti).toEqual({ answers: 13, counts: { 1: 0, 2: 0, 3: 3, 4: 7, 5: 3 } })
    expect(c.board.closing.words.map(({ personId }) => personId)).toEqual(['farid', 'maiwenn'])
    expect(c.board.closing.improvements.map(({ text }) => text).toSorted()).toEqual(
      evening.closing.improvements.map(({ text }) => text).toSorted(),
    )
    expect(c.board.meeting).toMatchObject({ status: 'review', reviewUntil: '2026-12-10' })
  })

  test('[AC-06] presence: 69 minutes for Nassim, 20 h 39 in all', () => {
    const minutes = (id: string): number =>
      (c.board.record.presence[id] ?? []).reduce(
        (sum, { joinedAt, leftAt }) => sum + (Date.parse(leftAt ?? '') - Date.parse(joinedAt)) / 60_000,
        0,
      )
    expect(minutes('nassim')).toBe(69)
    expect(Object.keys(c.board.people).reduce((sum, id) => sum + minutes(id), 0)).toBe(20 * 60 + 39)
  })

  test('[AC-19] waiting for registration until the structure registers', () => {
    c.at('2026-12-04T09:00:00Z').did('katell', { type: 'transmit', decisionId: played.decision })
    const circuit = () =>
      Object.values(c.board.transmissions).find(({ decisionId, kind }) => decisionId === played.decision && kind === 'register')
    expect(circuit()).toMatchObject({ status: 'sent', to: 'org:sci', sentOn: '2026-12-04' })
    expect(c.board.decisions[played.decision]?.legalEffect).toBe('pending')
  })

  test('[§2.5-22] two people seal once the review is over; nothing of the circle goes on to the next generation', () => {
    c.at('2026-12-10T12:00:00Z')
    expect(c.refusal('awa', { type: 'seal' })).toBe('review-running')
    c.at('2026-12-11T08:00:00Z').did('awa', { type: 'seal' })
    expect(c.board.meeting.status).toBe('review')
    expect(c.refusal('awa', { type: 'seal' })).toBe('second-key-needed')
    c.did('elise', { type: 'seal' })
    expect(c.board.meeting).toMatchObject({ status: 'sealed', minutesVersion: 1, sealedBy: ['awa', 'elise'] })
    const seed = sealedSeed(c.board)
    expect(seed).toMatchObject({ weather: {}, rounds: {}, record: { weatherCounts: { given: 13, passed: 1 }, turns: [] } })
    expect(Object.values(seed.signals).map(({ kind, at, itemId }) => [kind, at, itemId])).toEqual([
      ['tension', '', undefined],
      ['fatigue', '', undefined],
      ['tension', '', undefined],
    ])
    for (const id of Object.values(played.signals)) expect(JSON.stringify(seed)).not.toContain(id)
  })

  test('[AC-27] the next meeting takes over what is not finished, and the improvements', () => {
    const next = previousOf(c.board)
    expect(next.improvements).toHaveLength(2)
    expect(next.transmissions.map(({ ref }) => ref)).toEqual(['ECO-2026-012', 'ECO-2026-013'])
    expect(next.actions.map(({ ref }) => ref)).toEqual(['A-033', 'A-034', 'A-035', 'A-036', 'A-037', 'A-038'])
    expect(next.roleHistory.at(-1)).toMatchObject({ meeting: '2026-12-03', scribe: 'Élise Roumagnac' })
    expect(next.highest).toEqual({ decision: 13, action: 38 })
  })

  test('[architecture] the board of that evening is the fold of its events', () => {
    expect(c.events.length).toBeGreaterThan(200)
    expect(c.refolded()).toEqual(c.board)
  })
})
