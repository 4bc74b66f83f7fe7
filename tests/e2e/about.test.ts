import type { Act } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { offers, offersOf, type Offer } from './about.ts'
import type { Control } from './controls.ts'

const control = (more: Partial<Control>): Control => ({
  act: null,
  held: false,
  about: null,
  inPage: true,
  role: 'button',
  where: '',
  name: '',
  ...more,
})
const act = (fields: object): Act => fields as Act
const one = (more: Partial<Control>, meant: Offer['type'], shown: readonly string[] | null = null): Offer => {
  const [offer] = offersOf(control(more), [meant], shown)
  if (!offer) throw new Error('nothing is offered')
  return offer
}

test('a button that carries its act stands for that thing alone', () => {
  const react = one({ act: JSON.stringify({ type: 'react', itemId: 'item' }) }, 'react')
  expect(offers(react, act({ type: 'react', itemId: 'item' }))).toBe(true)
  expect(offers(react, act({ type: 'react', itemId: 'other' }))).toBe(false)
  expect(offers(react, act({ type: 'react', decisionId: 'decision' })), 'a decision made in the item').toBe(false)
  const step = one({ act: JSON.stringify({ type: 'set-phase', from: 'agenda', to: 'closing' }) }, 'set-phase')
  expect(offers(step, act({ type: 'set-phase', from: 'agenda', to: 'closing' }))).toBe(true)
  expect(offers(step, act({ type: 'set-phase', from: 'agenda', to: 'weather' }))).toBe(false)
})

test('a button that opens a form stands for what it is beside, and for what its page shows', () => {
  const answer = one({ about: 'reaction' }, 'answer-reaction', ['item'])
  expect(offers(answer, act({ type: 'answer-reaction', reactionId: 'reaction' }))).toBe(true)
  expect(offers(answer, act({ type: 'answer-reaction', reactionId: 'other' }))).toBe(false)
  const note = one({}, 'add-note', ['item', 'decision'])
  expect(offers(note, act({ type: 'add-note', itemId: 'item' }))).toBe(true)
  expect(offers(note, act({ type: 'add-note', itemId: 'other' }))).toBe(false)
})

test('a button that names no one thing stands for every act of its kind', () => {
  const raise = one({ inPage: false }, 'raise-signal', ['item'])
  expect(offers(raise, act({ type: 'raise-signal', kind: 'pace', level: 2 }))).toBe(true)
  expect(offers(raise, act({ type: 'settle-signal', signalId: 'signal' }))).toBe(false)
})
