import { expect, test } from 'vitest'
import { circle, Circle } from '../circle.ts'
import { formerNews, heardOf } from '../transmissions/former-news.ts'

test('[G3] [AC-27] a meeting made before its former closed opens with what could be better, and who was foreseen', () => {
  const c = circle('ada', 'ben', 'cleo')
  const next = new Circle({ title: 'suite', purpose: 'suivre' }, undefined, { former: c.board })
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'closing' })
  c.did('ben', { type: 'give-closing', improvement: 'Finir à l’heure.' })
  c.did('ada', { type: 'set-next-meeting', date: '2027-01-07T17:00:00Z', roles: { scribe: ['ben'] } })
  c.did('ada', { type: 'close' })
  next.hears(formerNews(c.board))
  expect(next.board.previous).toMatchObject({ improvements: ['Finir à l’heure.'], rolesForeseen: { scribe: ['ben'] } })
  expect(heardOf(next.board, formerNews(c.board)), 'heard once').toEqual([])
  expect(next.refolded()).toEqual(next.board)
})
