import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { awaited } from './awaited.ts'

test('on a shared phone it is said of the other that their text, or their answer about an action, is awaited on the open item', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
  const item = c.did('ben', { type: 'propose-item', kind: 'decision', title: 'Le four', expectation: 'Décider.' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'open-item', itemId: item })
  expect([...awaited(c.board)]).toEqual(['ben'])
  const decision = c.did('ben', {
    type: 'propose',
    itemId: item,
    text: 'Ouvrir le dimanche.',
    responsible: 'org:sci',
    reviewOn: '2099-06-01',
  })
  expect([...awaited(c.board)]).toEqual([])
  const action = c.did('ada', { type: 'create-action', itemId: item, title: 'Appeler le moulin', takers: ['cleo'] })
  expect([...awaited(c.board)]).toEqual(['cleo'])
  c.did('cleo', { type: 'accept-action', actionId: action })
  expect([...awaited(c.board)]).toEqual([])
  c.did('ada', { type: 'create-action', itemId: item, title: 'Une autre', takers: ['cleo'] })
  c.did('ben', { type: 'withdraw-proposal', decisionId: decision })
  c.did('ada', { type: 'close-item', itemId: item })
  expect([...awaited(c.board)], 'its item is behind us').toEqual([])
})
