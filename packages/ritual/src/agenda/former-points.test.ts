import { expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
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
