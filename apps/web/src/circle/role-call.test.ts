import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { roleCall } from './role-call.ts'

const quiet = { silent: new Set<string>(), led: false, now: Date.parse('2026-12-03T16:50:00.000Z') }
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
  expect(roleCall(c.board, 'eve', { ...quiet, silent: new Set(['ada']) })).toEqual({ kind: 'silent', who: 'ada' })
  c.did('ada', { type: 'hand-over-role', role: 'facilitator', personId: 'dan' })
  c.did('dan', { type: 'accept-role', role: 'facilitator' })
  expect(roleCall(c.board, 'ada', { ...quiet, led: true })).toEqual({ kind: 'relieved', by: 'dan' })
  c.did('ada', { type: 'ask-handover', role: 'facilitator' })
  expect(roleCall(c.board, 'ada', { ...quiet, led: true })).toBeNull()
  expect(roleCall(c.board, 'dan', quiet)).toEqual({ kind: 'asked', role: 'facilitator', backTo: 'ada' })
})

test('[§4 others] nobody writes: each item asks who writes it, and after a minute proposes that each write one', () => {
  const c = circle('ada', 'ben', 'cleo')
  const item = c.did('ben', { type: 'propose-item', kind: 'information', title: 'Dates', expectation: 'Savoir.' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
  expect(roleCall(c.board, 'ben', quiet)).toBeNull()
  c.did('ada', { type: 'open-item', itemId: item })
  const opened = Date.parse(c.now)
  expect(roleCall(c.board, 'ben', { ...quiet, now: opened + 59_000 })).toEqual({ kind: 'no-scribe', eachWritesOne: false })
  expect(roleCall(c.board, 'ben', { ...quiet, now: opened + 60_000 })).toEqual({ kind: 'no-scribe', eachWritesOne: true })
  c.did('cleo', { type: 'claim-role', role: 'scribe' })
  expect(roleCall(c.board, 'ben', { ...quiet, now: opened + 60_000 })).toBeNull()
})

test('[§2.6 note 4] an observer is not asked who writes: writing alone is not theirs to take', () => {
  const c = circle('ada', 'ben')
  c.arrives(c.joins('olga', { standing: 'observer' }))
  const item = c.did('ben', { type: 'propose-item', kind: 'information', title: 'Dates', expectation: 'Savoir.' })
  c.did('ada', { type: 'list-item', itemId: item })
  c.did('ada', { type: 'set-phase', from: 'welcome', to: 'agenda' })
  c.did('ada', { type: 'open-item', itemId: item })
  const now = Date.parse(c.now)
  expect(roleCall(c.board, 'ben', { ...quiet, now })).toMatchObject({ kind: 'no-scribe' })
  expect(roleCall(c.board, 'olga', { ...quiet, now })).toBeNull()
})
