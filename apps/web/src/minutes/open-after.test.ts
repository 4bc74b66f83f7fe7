import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { openAfter } from './open-after.ts'

test('[D2, A11] what circulates and what asks for advice stays open until its last day, in the order of the agenda', () => {
  const c = circle('ada', 'ben', 'cleo', 'dan')
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
  const lists = (kind: 'broadcast' | 'advice', title: string): string => {
    const id = c.did('ben', { type: 'propose-item', kind, title, expectation: 'réagir', plannedMinutes: 5 })
    c.did('ada', { type: 'list-item', itemId: id })
    return id
  }
  const circulates = lists('broadcast', 'La charte')
  c.did('ben', { type: 'set-broadcast', itemId: circulates, text: 'À deux.', decidedOn: '2026-12-01', openUntil: '2026-12-17' })
  const asks = lists('advice', 'Le prix')
  c.did('ben', { type: 'set-advice', itemId: asks, question: 'Combien ?', decider: 'ben', forOrg: null, decideBy: '2026-12-20' })
  expect(openAfter(c.board, '2026-12-05')).toEqual([
    { id: circulates, kind: 'react', title: 'La charte', until: '2026-12-17', place: { id: 'item', itemId: circulates } },
    { id: asks, kind: 'advise', title: 'Le prix', until: '2026-12-20', place: { id: 'item', itemId: asks } },
  ])
  expect(openAfter(c.board, '2026-12-17').map(({ id }) => id)).toEqual([circulates, asks])
  expect(openAfter(c.board, '2026-12-18').map(({ id }) => id)).toEqual([asks])
  expect(openAfter(c.board, '2026-12-21')).toEqual([])
})
