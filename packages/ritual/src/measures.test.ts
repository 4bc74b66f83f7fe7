import { expect, test } from 'vitest'
import { Circle, circle } from './circle.ts'
import { DecisionCircle } from './decisions/decision-circle.ts'
import { meetingsFollowed, measuresOf, rotationsOf, sumOf } from './measures.ts'
import { previousOf } from './previous.ts'
import { formerNews, heardOf } from './transmissions/former-news.ts'

test('[G4] from adoption to registration in days, and what still waits; a copy for information is not counted', () => {
  const d = new DecisionCircle().round().to('improvement')
  d.c.did('ada', d.adopt())
  expect(measuresOf(d.c.board, '2026-12-03')).toMatchObject({ days: [], waiting: 1 })
  d.c.did('ada', { type: 'transmit', decisionId: d.id })
  d.c.receives('org:sci', { type: 'register', decisionId: d.id, structureRef: 'CA-37', date: '2026-12-12' })
  expect(measuresOf(d.c.board, '2026-12-03')).toMatchObject({ days: [9], waiting: 0 })
})

test('[G4] signals by kind, treated or left, without a name; none where the circle keeps them out of its minutes', () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve', 'fil')
  const pace = c.did('ben', { type: 'raise-signal', kind: 'pace', level: 2 })
  c.did('ada', { type: 'acknowledge-signal', signalId: pace })
  c.did('ada', { type: 'care-signal', signalId: pace, responses: ['slow-down'] })
  c.did('ben', { type: 'settle-signal', signalId: pace })
  c.did('ben', { type: 'raise-signal', kind: 'pace', level: 2 })
  c.did('ben', { type: 'raise-signal', kind: 'fatigue', level: 2 })
  const counted = measuresOf(c.board, '2026-12-03')
  expect(counted.signals).toEqual([
    { kind: 'fatigue', treated: 0, left: 1 },
    { kind: 'pace', treated: 1, left: 1 },
  ])
  for (const name of ['ada', 'ben', 'cleo']) expect(JSON.stringify(counted)).not.toContain(name)
  const before = { on: '2026-11-05', days: [4, 20], waiting: 3, signals: [{ kind: 'pace' as const, treated: 2, left: 0 }] }
  expect(sumOf([before, { ...counted, days: [9] }])).toEqual({
    days: [4, 9, 20],
    waiting: 0,
    signals: [
      { kind: 'fatigue', treated: 0, left: 1 },
      { kind: 'pace', treated: 3, left: 1 },
    ],
  })
  c.did('dan', { type: 'set-privacy', signals: 'none' })
  expect(measuresOf(c.board, '2026-12-03').signals).toEqual([])
})

test('[G4] the next meeting takes the counts over, and adds none of its own while it has nothing to count', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ben', { type: 'raise-signal', kind: 'joy', level: 2 })
  const measures = [{ on: '2026-12-03', meeting: 'circle', days: [], waiting: 0, signals: [{ kind: 'joy', treated: 0, left: 1 }] }]
  expect(previousOf(c.board).measures).toEqual(measures)
  expect(previousOf(new Circle({ title: 'suite', previous: previousOf(c.board) }).board).measures).toEqual(measures)
  expect(previousOf(circle('ada', 'ben').board)).not.toHaveProperty('measures')
})

test('[G4] a registration that comes once the next meeting was made is counted there too, and in the one after it', () => {
  const d = new DecisionCircle().round().to('improvement')
  d.c.did('ada', d.adopt())
  d.c.did('ada', { type: 'transmit', decisionId: d.id })
  const next = new Circle({ title: 'suite', previous: previousOf(d.c.board) }, undefined, { followed: true })
  const third = new Circle({ title: 'encore', previous: previousOf(next.board) }, undefined, { followed: true })
  expect(next.board.previous.measures).toMatchObject([{ days: [], waiting: 1 }])
  d.c.receives('org:sci', { type: 'register', decisionId: d.id, structureRef: 'CA-37', date: '2026-12-12' })
  for (const later of [next, third]) {
    later.hears(formerNews(d.c.board))
    expect(later.board.previous.measures).toMatchObject([{ days: [9], waiting: 0 }])
    expect(Object.values(later.board.transmissions)).toMatchObject([{ status: 'registered', registered: { structureRef: 'CA-37' } }])
    expect(heardOf(later.board, formerNews(d.c.board)), 'heard once').toEqual([])
    expect(later.refolded()).toEqual(later.board)
  }
})

test('[G4] two meetings of one line held on one day are counted apart, and what is heard of one changes the other in nothing', () => {
  const d = new DecisionCircle().round().to('improvement')
  d.c.did('ada', d.adopt())
  d.c.did('ada', { type: 'transmit', decisionId: d.id })
  const second = new Circle({ title: 'suite', purpose: 'suivre', previous: previousOf(d.c.board) }, undefined, {
    followed: true,
    id: 'second',
  })
  for (const name of ['ada', 'ben']) {
    second.joins(name, { host: name === 'ada' })
    second.arrives(name)
  }
  second.did('ada', { type: 'convene', scheduledStart: second.now, purpose: 'suivre' })
  second.did('ada', { type: 'open' })
  second.did('ben', { type: 'raise-signal', kind: 'joy', level: 2 })
  const third = new Circle({ title: 'fin', previous: previousOf(second.board) }, undefined, { followed: true, id: 'third' })
  expect(third.board.previous.measures?.map(({ on }) => on)).toEqual(['2026-12-03', '2026-12-03'])
  d.c.receives('org:sci', { type: 'register', decisionId: d.id, structureRef: 'CA-37', date: '2026-12-12' })
  second.hears(formerNews(d.c.board))
  third.hears(formerNews(second.board))
  expect(third.board.previous.measures).toMatchObject([
    { meeting: 'circle', days: [9], waiting: 0, signals: [] },
    { meeting: 'second', days: [], waiting: 0, signals: [{ kind: 'joy', left: 1 }] },
  ])
  expect(heardOf(third.board, formerNews(second.board)), 'heard once').toEqual([])
  expect(third.refolded()).toEqual(third.board)
})

test('[G4] how each role went round: how many people in how many meetings, and never who', () => {
  const roleHistory = [
    { meeting: '2026-10-01', scribe: 'Capucine Vasseur', facilitator: 'Awa Ferrand' },
    { meeting: '2026-11-05', scribe: 'Capucine Vasseur', facilitator: 'Dario Menetti' },
  ]
  const c = new Circle({ title: 'suite', previous: { roleHistory } })
  c.joins('capu', { name: 'Capucine Vasseur', host: true })
  c.joins('hugo', { name: 'Hugo Castaing' })
  c.arrives('capu', 'hugo').did('hugo', { type: 'claim-role', role: 'scribe' })
  const rotations = rotationsOf(c.board)
  expect(rotations).toContainEqual({ role: 'scribe', meetings: 3, people: 2 })
  expect(rotations).toContainEqual({ role: 'facilitator', meetings: 2, people: 2 })
  expect(JSON.stringify(rotations)).not.toContain('Vasseur')
})

test('[G4] all the meetings that follow each other are counted, and how many of them counted days and signals', () => {
  expect(meetingsFollowed(new Circle({ title: 'seule' }).board)).toEqual({ all: 1, measured: 1 })
  const roleHistory = ['2026-10-01', '2026-11-05', '2026-12-03'].map((meeting) => ({ meeting, scribe: 'Capucine Vasseur' }))
  const suite = new Circle({ title: 'suite', previous: { roleHistory } })
  expect(meetingsFollowed(suite.board), 'as many as the roles went round in').toEqual({ all: 4, measured: 1 })
})
