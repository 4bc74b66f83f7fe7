import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { carriedBy } from './carried.ts'

test('[C3] what somebody carries: accepted and not finished; asked is not accepted', () => {
  const c = circle('ada', 'ben')
  const mine = c.did('ada', { type: 'create-action', title: 'Balayer', takers: ['ada'] })
  c.did('ada', { type: 'create-action', title: 'Chauffer', takers: ['ada', 'ben'] })
  expect([carriedBy(c.board, 'ada'), carriedBy(c.board, 'ben')]).toEqual([2, 0])
  c.did('ada', { type: 'update-action', actionId: mine, status: 'done' })
  expect(carriedBy(c.board, 'ada')).toBe(1)
})
