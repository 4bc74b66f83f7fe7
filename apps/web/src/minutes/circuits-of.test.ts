import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { circuitsOf } from './circuits-of.ts'

test('[§2.4.7] an adopted decision is to be transmitted until it is, then it is not under that name any more', () => {
  const c = circle('ada', 'ben', 'cleo')
  c.did('ada', { type: 'set-phase', from: c.board.now.phase, to: 'agenda' })
  const itemId = c.did('ben', { type: 'propose-item', kind: 'decision', title: 'Charte', expectation: 'Décider.' })
  c.did('ada', { type: 'list-item', itemId })
  c.did('ada', { type: 'open-item', itemId })
  const [org = ''] = Object.keys(c.board.organisations)
  const id = c.did('ben', { type: 'propose', itemId, text: 'Essayons.', responsible: org, reviewOn: '2027-06-30' })
  expect(circuitsOf(c.board)).toEqual({ toSend: [], sent: [] })
  const decision = c.board.decisions[id]
  if (!decision) throw new Error('no decision')
  c.board = { ...c.board, decisions: { [id]: { ...decision, status: 'adopted' } } }
  const circuit = { id: 't', kind: 'register', decisionId: id, decisionRef: 'ECO-1', title: 'Charte', to: org, status: 'to-send' }
  c.board = { ...c.board, transmissions: { t: circuit as never } }
  expect(circuitsOf(c.board)).toEqual({ toSend: [id], sent: [] })
  c.board = { ...c.board, transmissions: { t: { ...circuit, status: 'received' } as never } }
  expect(circuitsOf(c.board)).toEqual({ toSend: [], sent: [id] })
})
