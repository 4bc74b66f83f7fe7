import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { roleCall } from './role-call.ts'

const quiet = { silent: new Set<string>(), led: false }
const six = () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve', 'fil')
  c.did('cleo', { type: 'claim-role', role: 'scribe' })
  return c
}

test('[§4.3] whoever takes a role a second time is offered to be the pair, and reads nothing else', () => {
  const c = six()
  c.did('dan', { type: 'claim-role', role: 'scribe' })
  expect(roleCall(c.board, 'dan', quiet)).toMatchObject({ kind: 'offer', role: 'scribe', offer: { rank: 'pair' } })
})

test('[§4.2] the mood-watch has left: everyone is asked who takes over, until somebody does', () => {
  const c = six()
  expect(roleCall(c.board, 'eve', quiet)).toBeNull()
  c.did('ben', { type: 'leave' })
  expect(roleCall(c.board, 'eve', quiet)).toEqual({ kind: 'no-watch' })
  c.did('eve', { type: 'claim-role', role: 'moodWatcher' })
  expect(roleCall(c.board, 'dan', quiet)).toBeNull()
})

test('[§4.1] who was relayed asks, and the relay hands back: never snatched', () => {
  const c = six()
  c.did('dan', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
  expect(roleCall(c.board, 'eve', { silent: new Set(['ada']), led: false })).toEqual({ kind: 'silent', who: 'ada' })
  c.did('ada', { type: 'hand-over-role', role: 'facilitator', personId: 'dan' })
  c.did('dan', { type: 'accept-role', role: 'facilitator' })
  expect(roleCall(c.board, 'ada', { silent: new Set(), led: true })).toEqual({ kind: 'relieved', by: 'dan' })
  c.did('ada', { type: 'ask-handover', role: 'facilitator' })
  expect(roleCall(c.board, 'ada', { silent: new Set(), led: true })).toBeNull()
  expect(roleCall(c.board, 'dan', quiet)).toEqual({ kind: 'asked', role: 'facilitator', backTo: 'ada' })
})

test('[§4 others] nobody writes: each item asks who writes it', () => {
  const c = circle('ada', 'ben', 'cleo')
  const item = c.did('ben', { type: 'propose-item', kind: 'information', title: 'Dates', expectation: 'Savoir.' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
  expect(roleCall(c.board, 'ben', quiet)).toBeNull()
  c.did('ada', { type: 'open-item', itemId: item })
  expect(roleCall(c.board, 'ben', quiet)).toEqual({ kind: 'no-scribe' })
})
