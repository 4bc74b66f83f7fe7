import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { presentOf, textSize } from './present.ts'

test('the wall shows who speaks, then the open item, then the phase', () => {
  const c = circle('ada', 'ben', 'cleo')
  expect(presentOf(c.board).kind).toBe('welcome')
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'weather' })
  // What comes next is the round, then the follow-up: not the first item of the agenda.
  const early = c.did('ben', { type: 'propose-item', kind: 'information', title: 'Le bois', expectation: 'écouter', plannedMinutes: 5 })
  c.did('ada', { type: 'list-item', itemId: early })
  expect(presentOf(c.board)).toEqual({ kind: 'phase', phase: 'weather' })
  const roundId = c.did('ada', { type: 'start-round', kind: 'weather', mode: 'circle', prompt: 'Ta météo ?' })
  expect(presentOf(c.board)).toMatchObject({ kind: 'turn', prompt: 'Ta météo ?' })
  c.did('ada', { type: 'end-round', roundId })
  c.did('ada', { type: 'set-phase', from: 'weather', to: 'follow-up' })
  expect(presentOf(c.board)).toEqual({ kind: 'phase', phase: 'follow-up' })
  c.did('ben', { type: 'withdraw-item', itemId: early })
  c.did('ada', { type: 'set-phase', from: 'follow-up', to: 'agenda' })
  const itemId = c.did('cleo', { type: 'propose-item', kind: 'information', title: 'Le four', expectation: 'écouter', plannedMinutes: 5 })
  c.did('ada', { type: 'list-item', itemId })
  expect(presentOf(c.board)).toMatchObject({ kind: 'between', next: { id: itemId } })
  c.did('ada', { type: 'open-item', itemId })
  expect(presentOf(c.board)).toMatchObject({ kind: 'item', number: 1, of: 1, decision: null })
})

test('a text of 1 200 characters steps down twice', () => {
  expect([300, 700, 1200].map(textSize)).toEqual(['aloud', 'middle', 'long'])
})
