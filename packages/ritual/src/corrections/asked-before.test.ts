import { expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
import { previousOf } from '../previous.ts'
import { formerNews, heardOf } from '../transmissions/former-news.ts'

const inReview = (): Circle => {
  const c = circle('ada', 'ben', 'cleo', 'dan')
  c.did('cleo', { type: 'claim-role', role: 'scribe' })
  c.did('ada', { type: 'close' })
  return c
}
const asks = (c: Circle, place: string): string =>
  c.did('dan', { type: 'ask-correction', place, before: '10 mars', after: '12 avril', reason: 'j’étais malade', quoted: 'ben' })
const asked = { place: 'Point 1', after: '12 avril' }

test('[§4.12] the next opening is told of the corrections that wait: where and what is asked, neither who nor why', () => {
  const c = inReview()
  asks(c, 'Point 1')
  const answered = asks(c, 'Point 2')
  c.did('cleo', { type: 'accept-correction', correctionId: answered })
  expect(previousOf(c.board).corrections).toEqual([asked])
})

test('[§4.12] one asked or answered once the next meeting was made is told there, until that one is over', () => {
  const c = inReview()
  const next = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: c.board })
  const correctionId = asks(c, 'Point 1')
  next.hears(formerNews(c.board))
  expect(next.board.previous.corrections).toEqual([asked])
  expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
  c.did('cleo', { type: 'accept-correction', correctionId })
  next.hears(formerNews(c.board))
  expect(next.board.previous.corrections).toEqual([])
  expect(next.refolded()).toEqual(next.board)
})
