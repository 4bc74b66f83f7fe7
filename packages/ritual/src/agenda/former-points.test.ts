import { expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { formerNews, heardOf } from '../transmissions/former-news.ts'

const follows = (former: Circle): Circle => {
  const c = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: former.board })
  c.joins('ada', { host: true })
  c.arrives('ada').did('ada', { type: 'claim-role', role: 'facilitator' })
  return c
}
const proposed = (c: Circle, title: string): string =>
  c.did('cleo', { type: 'propose-item', kind: 'information', title, expectation: 'Écouter' })
const statuses = (c: Circle) => Object.values(c.board.items).map(({ title, status }) => [title, status])

test('[§2.4.3] a point postponed once the next meeting was made comes to it, once, with its notes', () => {
  const c = circle('ada', 'ben', 'cleo')
  const itemId = proposed(c, 'Fourgon')
  c.did('ada', { type: 'list-item', itemId })
  const next = follows(c)
  expect(statuses(next)).toEqual([])
  c.did('ben', { type: 'add-note', itemId, text: 'Il freine mal.', channel: 'oral' })
  c.did('ada', { type: 'close' })
  next.hears(formerNews(c.board))
  expect(Object.values(next.board.items)).toMatchObject([{ title: 'Fourgon', status: 'proposed', kept: { notes: ['Il freine mal.'] } }])
  expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
  expect(next.refolded()).toEqual(next.board)
})

test('[§2.4.3] one that the former meeting dealt with leaves the next, unless somebody has taken it up there', () => {
  const c = circle('ada', 'ben', 'cleo')
  const ids = ['Fourgon', 'Clés'].map((title) => proposed(c, title))
  const next = follows(c)
  next.did('ada', { type: 'set-item', itemId: 'former-2', carriers: ['ada'] })
  for (const itemId of ids) {
    c.did('ada', { type: 'list-item', itemId })
    c.did('ada', { type: 'withdraw-item', itemId })
  }
  next.hears(formerNews(c.board))
  expect(statuses(next)).toEqual([
    ['Fourgon', 'withdrawn'],
    ['Clés', 'proposed'],
  ])
  expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
})

test('[§2.4.3] one that nobody took up before the end, and what is to be spoken of, come to a meeting made early, once', () => {
  const c = circle('ada', 'ben', 'cleo')
  const early = follows(c)
  proposed(c, 'Fourgon')
  early.hears(formerNews(c.board))
  expect(statuses(early), 'it may still be taken up there').toEqual([])
  c.did('ada', { type: 'set-next-meeting', date: '2027-01-07T17:00:00Z', toInclude: ['Les clés', 'Fourgon'] })
  c.did('ada', { type: 'close' })
  early.hears(formerNews(c.board))
  const both = [
    ['Fourgon', 'proposed'],
    ['Les clés', 'proposed'],
  ]
  expect(statuses(early).toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual(both)
  expect(heardOf(early.board, formerNews(c.board)), 'heard once').toEqual([])
  expect(early.refolded()).toEqual(early.board)
})

test('[D2] one that an objection asked for and that is put off comes to a meeting made early, with the words said since', () => {
  const d = new DecisionCircle().round().to('improvement')
  d.c.did('ada', d.adopt())
  const objects = (text: string): string => d.c.did('eli', { type: 'react', decisionId: d.id, reactionType: 'objection', text })
  objects('Le bail l’interdit.')
  const second = follows(d.c)
  const early = new Circle({ title: 'tôt', purpose: 'suivre', previous: {} }, undefined, { followed: true })
  second.did('ada', { type: 'cancel', reason: 'neige' })
  early.hears(formerNews(second.board))
  expect(Object.values(early.board.items)).toMatchObject([
    { title: 'Charte de la salle', status: 'proposed', context: 'La salle se réserve.\n– Le bail l’interdit.' },
  ])
  objects('Et le chauffage ?')
  second.hears(formerNews(d.c.board))
  early.hears(formerNews(second.board))
  expect(Object.values(early.board.items)).toMatchObject([{ context: 'La salle se réserve.\n– Le bail l’interdit.\n– Et le chauffage ?' }])
  expect(heardOf(early.board, formerNews(second.board)), 'heard once').toEqual([])
})
