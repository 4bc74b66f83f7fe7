import type { PublicBoard } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { digestOf, isEmptyDigest } from './digest.ts'
import { recognitionOf } from './recognition.ts'

const action = (ref: string, more: object) => ({
  id: ref,
  ref,
  title: ref,
  takers: [],
  helpers: [],
  forOrg: null,
  status: 'accepted',
  ...more,
})

const board = {
  people: { a: { id: 'a', name: 'Awa Ferrand' }, b: { id: 'b', name: 'Ben Roy' } },
  roles: {
    scribe: { role: 'scribe', holders: ['a'], pairs: [], backups: [] },
    host: { role: 'host', holders: ['a'], pairs: [], backups: [] },
  },
  previous: { roleHistory: [{ meeting: '2026-11-05', scribe: 'Awa Ferrand', facilitator: 'Ben Roy' }] },
  actions: {
    1: action('A-001', { takers: [{ personId: 'a', accepted: true }], status: 'done', forOrg: 'org:sci' }),
    2: action('A-002', { carriedOver: { who: ['Awa Ferrand'], seen: false, helpAsked: false } }),
    3: action('A-003', { helpers: ['a'], takers: [{ personId: 'a', accepted: false }] }),
  },
  decisions: { d: { id: 'd', ref: 'ECO-1', responsible: 'org:sci', status: 'adopted', cc: ['org:coop'], efforts: [] } },
  items: { i: { id: 'i', kind: 'feedback', towards: 'org:coop', position: 1 }, j: { id: 'j', kind: 'advice', position: 2 } },
  advice: { j: { asked: [{ target: 'org:coop' }], given: [] } },
} as unknown as PublicBoard

test('[C3] roles held and things done, carried and helped with; asked is not accepted, the host is no role of the circle', () => {
  const mine = recognitionOf(board, 'a')
  expect(mine.roles).toEqual([{ role: 'scribe' }, { role: 'scribe', meeting: '2026-11-05' }])
  expect([mine.done, mine.carried, mine.helped].map((list) => list.map(({ ref }) => ref))).toEqual([['A-001'], ['A-002'], ['A-003']])
})

test('[E3] what one structure has to know, and nothing of the others', () => {
  const sci = digestOf(board, 'org:sci')
  expect([sci.decides.length, sci.actions.length, sci.informed.length, sci.feedbacks.length]).toEqual([1, 1, 0, 0])
  const coop = digestOf(board, 'org:coop')
  expect([coop.decides.length, coop.informed.length, coop.feedbacks.length, coop.asked.length]).toEqual([0, 1, 1, 1])
  expect(isEmptyDigest(digestOf(board, 'org:fonds'))).toBe(true)
})
