import { describe, expect, test } from 'vitest'
import { confidenceViews } from '../confidences/views.ts'
import type { ActInput } from '../acts.ts'
import { circle, type Circle } from '../circle.ts'

/** ada facilitates, ben watches, a point of cleo's is open. */
const withPoint = (...more: readonly string[]): Circle & { item: string } => {
  const c = circle('ada', 'ben', 'cleo', 'dan', ...more)
  const item = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Le four', expectation: 'Écouter' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  return Object.assign(c, { item })
}
const raise = (more: Partial<Extract<ActInput, { type: 'raise-signal' }>> = {}): ActInput => ({
  type: 'raise-signal',
  kind: 'tension',
  level: 2,
  ...more,
})
const upTo = (c: Circle, signalId: string, ...steps: readonly ('acknowledge' | 'care' | 'settle')[]): void => {
  if (steps.includes('acknowledge')) c.did('ada', { type: 'acknowledge-signal', signalId })
  if (steps.includes('care')) c.did('ada', { type: 'care-signal', signalId, responses: ['silence', 'feelings-round'] })
  if (steps.includes('settle')) c.did('ben', { type: 'settle-signal', signalId })
}

describe('who may raise', () => {
  test('[§2.4.5] the mood-watch every kind; the others pace, confusion and joy while somebody watches', () => {
    const c = withPoint()
    for (const kind of ['pace', 'confusion', 'joy'] as const) c.did('cleo', raise({ kind }))
    for (const kind of ['tension', 'fatigue', 'voice', 'clash', 'emotion', 'frame'] as const)
      expect(c.refusal('cleo', raise({ kind }))).toBe('mood-watcher-present')
    c.did('ben', raise())
    c.loses('ben')
    c.did('cleo', raise())
  })

  test('[§2.4.5] level 1 is the mood-watch’s alone, and a confidence altogether', () => {
    const c = withPoint()
    expect(c.refusal('cleo', raise({ kind: 'pace', level: 1 }))).toBe('not-permitted')
    const ripple = c.did('ben', raise({ level: 1 }))
    expect(c.board.signals).toEqual({})
    expect(c.secrets.one('ripple', ripple, 'ben')?.payload).toEqual({ kind: 'tension', itemId: c.item, status: 'noticed' })
    const raised = c.did('ben', raise({ signalId: ripple }))
    expect(c.secrets.one('ripple', ripple, 'ben')?.payload.status).toBe('raised')
    expect(c.board.signals[raised]).toMatchObject({ level: 2, status: 'raised', itemId: c.item })
    expect(c.refusal('ben', raise({ signalId: ripple }))).toBe('moved-on')
    expect(c.refusal('ben', raise({ level: 1, signalId: ripple }))).toBe('level-too-low')
  })

  test('[§4.11] only the mood-watch says which role a signal is about, unless nobody watches', () => {
    const c = withPoint()
    expect(c.refusal('cleo', raise({ kind: 'pace', aboutRole: 'facilitator' }))).toBe('not-your-role')
    c.loses('ben')
    c.did('cleo', raise({ kind: 'pace', aboutRole: 'facilitator' }))
  })
})

test('[contract § HTTP] neither author, phrase nor role of a signal is a fact; its events carry no actor', () => {
  const c = withPoint()
  const answer = c.does('ben', raise({ phrase: 'Je sens que ça se tend.', aboutRole: 'facilitator' }))
  expect(answer.ok && answer.value.unsigned).toBe(true)
  const open = JSON.stringify([c.board.signals, c.events.at(-1)])
  for (const secret of ['ben', 'tend', 'facilitator']) expect(open).not.toContain(secret)
  expect(c.secrets.one('signal', c.lastId, 'ben')?.payload).toEqual({
    phrase: 'Je sens que ça se tend.',
    aboutRole: 'facilitator',
    heldBy: ['ada'],
  })
})

test('[§2.4.5] raised, acknowledged, in care, settled; each in its order and by its own', () => {
  const c = withPoint()
  const signalId = c.did('ben', raise())
  const care: ActInput = { type: 'care-signal', signalId, responses: ['silence'] }
  expect(c.refusal('ada', care)).toBe('not-acknowledged')
  expect(c.refusal('ben', { type: 'settle-signal', signalId })).toBe('not-acknowledged')
  expect(c.refusal('cleo', { type: 'acknowledge-signal', signalId })).toBe('not-permitted')
  upTo(c, signalId, 'acknowledge')
  expect(c.board.signals[signalId]).toMatchObject({ status: 'acknowledged', acknowledgedAt: c.now })
  expect(c.refusal('ben', { type: 'settle-signal', signalId })).toBe('wrong-status')
  upTo(c, signalId, 'care')
  c.did('ada', { type: 'care-signal', signalId, responses: ['feelings-round', 'heard'] })
  expect(c.board.signals[signalId]?.responses).toEqual(['silence', 'feelings-round', 'heard'])
  expect(c.board.record.responses.map(({ response }) => response)).toEqual(['silence', 'feelings-round', 'heard'])
  expect(c.refusal('ada', { type: 'settle-signal', signalId })).toBe('not-permitted')
  upTo(c, signalId, 'settle')
  expect(c.board.signals[signalId]).toMatchObject({ status: 'settled', settledAt: c.now })
  expect(c.refolded()).toEqual(c.board)
})

test('[§2.4.5] « reporter le point », chosen as the response, may be done before the signal is settled; beside another one it waits', () => {
  const c = withPoint()
  const signalId = c.did('ben', raise({ kind: 'fatigue' }))
  c.did('ada', { type: 'acknowledge-signal', signalId })
  expect(c.refusal('ada', { type: 'postpone-item', itemId: c.item })).toBe('signal-open')
  c.did('ada', { type: 'care-signal', signalId, responses: ['postpone'] })
  const other = c.did('ben', raise())
  expect(c.refusal('ada', { type: 'postpone-item', itemId: c.item })).toBe('signal-open')
  upTo(c, other, 'acknowledge', 'care', 'settle')
  c.did('ada', { type: 'postpone-item', itemId: c.item })
  expect(c.board.items[c.item]?.status).toBe('postponed')
  c.did('ben', { type: 'settle-signal', signalId })
})

test('[§2.5-13, AC-09] neither the item nor the meeting closes while a signal is untreated', () => {
  const c = withPoint()
  c.did('cleo', { type: 'add-note', itemId: c.item, text: 'Le four est réparé.' })
  const signalId = c.did('ben', raise())
  expect(c.refusal('ada', { type: 'close-item', itemId: c.item })).toBe('signal-open')
  expect(c.refusal('ada', { type: 'close' })).toBe('signals-untreated')
  upTo(c, signalId, 'acknowledge', 'care', 'settle')
  c.did('ada', { type: 'close-item', itemId: c.item })
  c.did('ada', { type: 'close' })
})

test('[AC-15] level 3 pauses the room and the item, and the pause ends with the signal', () => {
  const c = withPoint()
  const signalId = c.at(4).did('ben', raise({ level: 3 }))
  expect(c.board.now).toMatchObject({ pause: { signalId, since: c.now }, timer: { heldMs: 4 * 60_000, runningSince: null } })
  expect(c.board.items[c.item]?.status).toBe('paused')
  expect(c.refusal('ada', { type: 'resume-item', itemId: c.item })).toBe('signal-open')
  c.at(3)
  upTo(c, signalId, 'acknowledge', 'care', 'settle')
  expect(c.board.now.pause).toBeNull()
  c.did('ada', { type: 'resume-item', itemId: c.item })
  expect(c.board.items[c.item]?.status).toBe('open')
  expect(c.refolded()).toEqual(c.board)
})

test('[§2.4.5] two signals of level 3: the pause lasts until both are treated', () => {
  const c = withPoint()
  const first = c.did('ben', raise({ level: 3 }))
  const second = c.did('ben', raise({ level: 3, kind: 'emotion' }))
  upTo(c, second, 'acknowledge', 'care', 'settle')
  expect(c.board.now.pause?.signalId).toBe(first)
  upTo(c, first, 'acknowledge', 'care', 'settle')
  expect(c.board.now.pause).toBeNull()
})

describe('[§2.5-14, §4.11] a signal about a role', () => {
  const about = (c: Circle, aboutRole: 'facilitator' | 'moodWatcher' | 'scribe') => c.did('ben', raise({ aboutRole }))

  test('about the facilitation: the relay welcomes, never the facilitator', () => {
    const c = withPoint()
    c.did('dan', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
    const signalId = about(c, 'facilitator')
    expect(c.refusal('ada', { type: 'acknowledge-signal', signalId })).toBe('role-concerned')
    expect(c.refusal('cleo', { type: 'acknowledge-signal', signalId })).toBe('not-permitted')
    c.did('dan', { type: 'acknowledge-signal', signalId })
    expect(c.refusal('ada', { type: 'care-signal', signalId, responses: ['heard'] })).toBe('role-concerned')
    c.did('dan', { type: 'care-signal', signalId, responses: ['heard'] })
    c.did('ben', { type: 'settle-signal', signalId })
  })

  test('about the facilitation without relay: the scribe; without scribe: anyone else', () => {
    const withScribe = withPoint()
    withScribe.did('dan', { type: 'claim-role', role: 'scribe' })
    const first = about(withScribe, 'facilitator')
    expect(withScribe.refusal('cleo', { type: 'acknowledge-signal', signalId: first })).toBe('not-permitted')
    withScribe.did('dan', { type: 'acknowledge-signal', signalId: first })
    const without = withPoint()
    const second = about(without, 'facilitator')
    expect(without.refusal('ada', { type: 'acknowledge-signal', signalId: second })).toBe('role-concerned')
    without.did('cleo', { type: 'acknowledge-signal', signalId: second })
  })

  test('handed over since: it stays about who held the role, and who took it over treats it', () => {
    const c = withPoint()
    const signalId = about(c, 'facilitator')
    c.did('ada', { type: 'hand-over-role', role: 'facilitator', personId: 'dan' })
    c.did('dan', { type: 'accept-role', role: 'facilitator' })
    expect(c.refusal('ada', { type: 'acknowledge-signal', signalId })).toBe('not-permitted')
    c.did('dan', { type: 'acknowledge-signal', signalId })
    expect(c.refusal('ada', { type: 'care-signal', signalId, responses: ['heard'] })).toBe('not-permitted')
    c.did('dan', { type: 'care-signal', signalId, responses: ['heard'] })
    const aboutWatch = about(c, 'moodWatcher')
    c.did('ben', { type: 'hand-over-role', role: 'moodWatcher', personId: 'cleo' })
    c.did('cleo', { type: 'accept-role', role: 'moodWatcher' })
    c.did('dan', { type: 'acknowledge-signal', signalId: aboutWatch })
    c.did('dan', { type: 'care-signal', signalId: aboutWatch, responses: ['heard'] })
    expect(c.refusal('ben', { type: 'settle-signal', signalId: aboutWatch })).toBe('not-permitted')
    c.did('cleo', { type: 'settle-signal', signalId: aboutWatch })
  })

  test('about the mood-watch: facilitation welcomes, another person says settled', () => {
    const c = withPoint()
    const signalId = about(c, 'moodWatcher')
    c.did('ada', { type: 'acknowledge-signal', signalId })
    c.did('ada', { type: 'care-signal', signalId, responses: ['heard'] })
    expect(c.refusal('ben', { type: 'settle-signal', signalId })).toBe('role-concerned')
    expect(c.refusal('ada', { type: 'settle-signal', signalId })).not.toBeUndefined()
    c.did('cleo', { type: 'settle-signal', signalId })
  })

  test('never blocks the meeting: a facilitator who is also the scribe concerned lets others welcome', () => {
    const c = withPoint()
    c.did('ada', { type: 'claim-role', role: 'scribe' })
    const signalId = about(c, 'scribe')
    expect(c.refusal('ada', { type: 'acknowledge-signal', signalId })).toBe('role-concerned')
    c.did('cleo', { type: 'acknowledge-signal', signalId })
  })
})

test('[§2.4.5] when nobody watches, another than the facilitation says that it is settled', () => {
  const c = withPoint()
  const signalId = c.did('ben', raise())
  upTo(c, signalId, 'acknowledge', 'care')
  c.loses('ben')
  expect(c.refusal('ada', { type: 'settle-signal', signalId })).not.toBeUndefined()
  c.did('dan', { type: 'settle-signal', signalId })
})

test('[§2.4.5] carried before it is in care; withdrawn by who raised it before it is welcomed', () => {
  const c = withPoint()
  const carried = c.did('ben', raise({ level: 3 }))
  c.did('ada', { type: 'carry-signal', signalId: carried, as: 'aside-talk' })
  expect(c.board.signals[carried]).toMatchObject({ status: 'carried', carriedAs: 'aside-talk' })
  expect(c.board.now.pause).toBeNull()
  const mine = c.did('cleo', raise({ kind: 'pace' }))
  expect(c.refusal('dan', { type: 'withdraw-signal', signalId: mine })).toBe('not-your-entry')
  c.did('cleo', { type: 'withdraw-signal', signalId: mine })
  expect(c.board.signals[mine]?.status).toBe('withdrawn')
  const welcomed = c.did('cleo', raise({ kind: 'joy' }))
  upTo(c, welcomed, 'acknowledge', 'care')
  expect(c.refusal('cleo', { type: 'withdraw-signal', signalId: welcomed })).toBe('wrong-status')
  expect(c.refusal('ada', { type: 'carry-signal', signalId: welcomed, as: 'item' })).toBe('wrong-status')
})

describe('[§2.5-15, AC-23] handing over', () => {
  const settled = () => {
    const c = withPoint()
    const signalId = c.did('ben', raise({ level: 3 }))
    upTo(c, signalId, 'acknowledge', 'care', 'settle')
    c.did('ben', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['cleo', 'dan'] })
    return { c, signalId }
  }

  test('needs the consent of each person concerned, asked by the mood-watch', () => {
    const { c, signalId } = settled()
    expect(c.refusal('ada', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['cleo'] })).toBe('not-permitted')
    expect(c.refusal('ada', { type: 'consent-handover', signalId })).toBe('no-such-thing')
    c.did('cleo', { type: 'consent-handover', signalId })
    expect(c.refusal('ben', { type: 'hand-over-signal', signalId })).toBe('consent-missing')
    c.did('dan', { type: 'consent-handover', signalId })
    c.did('ben', { type: 'hand-over-signal', signalId })
    expect(c.board.signals[signalId]).toMatchObject({ status: 'handed-over', handedOverTo: 'com:ecoute' })
    expect(JSON.stringify(c.events)).not.toContain('consented')
    expect(c.refusal('dan', { type: 'refuse-handover', signalId })).toBe('too-late')
  })

  test('[§4.11] of a signal about the mood-watch: by whoever may say in its place that it is settled, never by it nor by the facilitation', () => {
    const c = withPoint()
    const signalId = c.did('ben', raise({ aboutRole: 'moodWatcher' }))
    upTo(c, signalId, 'acknowledge', 'care')
    const ask = { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['ben', 'dan'] } satisfies ActInput
    expect(c.refusal('ben', ask)).toBe('role-concerned')
    expect(c.refusal('ada', ask)).toBe('not-permitted')
    c.did('cleo', ask)
    c.did('ben', { type: 'consent-handover', signalId })
    expect(c.refusal('cleo', { type: 'hand-over-signal', signalId })).toBe('consent-missing')
    c.did('dan', { type: 'consent-handover', signalId })
    expect(c.refusal('ben', { type: 'hand-over-signal', signalId })).toBe('role-concerned')
    c.did('cleo', { type: 'hand-over-signal', signalId })
    expect(c.board.signals[signalId]).toMatchObject({ status: 'handed-over', handedOverTo: 'com:ecoute' })
  })

  test('[§4.2] when nobody keeps the mood, a tension is not left without a way to the listening either', () => {
    const c = withPoint()
    const signalId = c.did('ben', raise())
    upTo(c, signalId, 'acknowledge', 'care')
    c.loses('ben')
    c.did('cleo', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['dan'] })
    c.did('dan', { type: 'consent-handover', signalId })
    c.did('cleo', { type: 'hand-over-signal', signalId })
    expect(c.board.signals[signalId]?.status).toBe('handed-over')
  })

  test('[§2.5-8] whoever has no device is asked aloud: their yes is told with the asking, and no question is on their neighbour’s device', () => {
    const { c, signalId } = settled()
    const paul = c.did('ada', { type: 'enter-person', name: 'Paul' })
    c.did('ben', { type: 'ask-consents', signalId, to: 'com:ecoute', people: [paul] })
    const shown = (reader: string) => confidenceViews(c.board, c.secrets, reader, c.online).filter(({ kind }) => kind === 'handover')
    expect(shown('ada')).toEqual([])
    expect(shown('ben').find(({ personId }) => personId === paul)?.payload).toMatchObject({ answer: 'consented' })
    for (const personId of ['cleo', 'dan']) c.did(personId, { type: 'consent-handover', signalId })
    c.did('ben', { type: 'hand-over-signal', signalId })
    expect(c.board.signals[signalId]?.status).toBe('handed-over')
  })

  test('with one refusal it stays settled, and is not asked again', () => {
    const { c, signalId } = settled()
    c.did('cleo', { type: 'consent-handover', signalId })
    c.did('dan', { type: 'refuse-handover', signalId })
    c.did('ben', { type: 'ask-consents', signalId, to: 'com:ecoute', people: ['dan'] })
    expect(c.secrets.one('handover', signalId, 'dan')?.payload.answer).toBe('refused')
    expect(c.refusal('ben', { type: 'hand-over-signal', signalId })).toBe('consent-missing')
    expect(c.board.signals[signalId]?.status).toBe('settled')
  })
})
