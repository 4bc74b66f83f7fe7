import { expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
import { DecisionCircle } from '../decisions/decision-circle.ts'
import { formerNews, heardOf } from './former-news.ts'

const follows = (former: Circle): Circle => {
  const c = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: former.board })
  for (const name of ['ada', 'ben']) c.joins(name, { host: name === 'ada' })
  c.arrives('ada', 'ben').did('ada', { type: 'claim-role', role: 'facilitator' })
  return c
}
const actionsOf = (c: Circle) => Object.values(c.board.actions)

test('[F11] [A3] an action made once the next meeting was made is followed there, and what was answered since is known', () => {
  const c = circle('ada', 'ben', 'cleo')
  const create = (title: string): string => c.did('ben', { type: 'create-action', title, takers: ['ben'] })
  const first = create('Ranger')
  const next = follows(c)
  create('Balayer')
  c.did('ben', { type: 'update-action', actionId: first, status: 'done' })
  next.hears(formerNews(c.board))
  expect(actionsOf(next)).toMatchObject([
    { title: 'Ranger', status: 'done', takers: [{ personId: 'ben' }], carriedOver: { who: ['ben'], seen: false } },
    { title: 'Balayer', status: 'accepted', takers: [{ personId: 'ben' }], carriedOver: { who: ['ben'] } },
  ])
  expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
  expect(next.refolded()).toEqual(next.board)
})

test('[F11] what was answered in the next meeting stays as it was answered there', () => {
  const c = circle('ada', 'ben', 'cleo')
  const actionId = c.did('ben', { type: 'create-action', title: 'Ranger', takers: ['ben'] })
  const next = follows(c)
  next.did('ada', { type: 'convene', scheduledStart: next.now, purpose: 'suivre' })
  next.did('ada', { type: 'open' })
  next.did('ben', { type: 'update-action', actionId: actionsOf(next)[0]?.id ?? '', helpNeeded: true })
  c.did('ben', { type: 'update-action', actionId, status: 'in-progress' })
  next.hears(formerNews(c.board))
  expect(actionsOf(next)).toMatchObject([{ status: 'accepted', carriedOver: { helpAsked: true } }])
})

test('[D13] a decision adopted once the next meeting was made comes back there on its day', () => {
  const d = new DecisionCircle().round().to('improvement')
  const next = follows(d.c)
  d.c.did('ada', d.adopt())
  next.hears(formerNews(d.c.board))
  const review = { ref: d.decision.ref, reviewOn: '2027-06-30', text: 'La salle se réserve.' }
  expect(Object.values(next.board.reviews)).toMatchObject([review])
  expect(heardOf(next.board, formerNews(d.c.board)), 'heard once').toEqual([])
  expect(Object.values(follows(next).board.reviews), 'and down the line').toMatchObject([review])
  expect(next.refolded()).toEqual(next.board)
})

test('[D13] one that the former meeting has replaced since is not looked at', () => {
  const d = new DecisionCircle().round().to('improvement')
  d.c.did('ada', d.adopt())
  const next = follows(d.c)
  expect(Object.values(next.board.reviews)).toHaveLength(1)
  next.hears({ ...formerNews(d.c.board), replaced: [d.decision.ref ?? ''], previous: { ...formerNews(d.c.board).previous, reviews: [] } })
  expect(Object.values(next.board.reviews)).toEqual([])
  expect(next.refolded()).toEqual(next.board)
})
