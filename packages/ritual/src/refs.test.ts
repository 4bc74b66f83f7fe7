import { expect, test } from 'vitest'
import { boardJson } from './board-json.ts'
import { Circle } from './circle.ts'
import { previousOf } from './previous.ts'
import { compareRefs } from './refs.ts'
import { byReviewDay } from './reviews/brought.ts'
import { dueReviews } from './reviews/due.ts'

const shuffled = ['A-1000', 'A-2', 'ECO-2026-1000', 'ECO-2026-999', 'ECO-2027-001', 'A-999', 'COM-2026-001', 'A-010', 'Q', '', 'ECO-2026-A']

test('references stand by their number, past the three figures they are written with, and by their year before', () => {
  expect(shuffled.toSorted(compareRefs)).toEqual([
    '',
    'A-2',
    'A-010',
    'A-999',
    'A-1000',
    'COM-2026-001',
    'ECO-2026-999',
    'ECO-2026-1000',
    'ECO-2026-A',
    'ECO-2027-001',
    'Q',
  ])
  for (const first of shuffled)
    for (const second of shuffled) expect(Math.sign(compareRefs(first, second)) + Math.sign(compareRefs(second, first))).toBe(0)
})

/** A meeting told of actions, decisions and reviews past 999. */
function told() {
  const refs = ['ECO-2026-1000', 'ECO-2026-999']
  const previous = {
    actions: ['A-1000', 'A-999'].map((ref) => ({ ref, title: 'Réparer', who: [], state: 'in-progress' as const })),
    transmissions: refs.map((ref) => ({ ref, title: 'Chauffage', to: 'amapterra', state: 'received' as const, text: 'chauffer' })),
    reviews: refs.map((ref) => ({ ref, title: 'Chauffage', responsible: 'amapterra', reviewOn: '2026-12-01' })),
  }
  return new Circle({ title: 'Réunion', scheduledStart: '2026-12-03T17:00:00.000Z', previous })
}

test('so they stand wherever they are listed: in the board as JSON, in what the next meeting is told, in what is looked at again', () => {
  const { board } = told()
  const json = boardJson(board, 1)
  expect(json.actions.map(({ ref }) => ref)).toEqual(['A-999', 'A-1000'])
  expect(json.transmissions.map(({ decisionRef }) => decisionRef)).toEqual(['ECO-2026-999', 'ECO-2026-1000'])
  expect(json.reviews.map(({ ref }) => ref)).toEqual(['ECO-2026-999', 'ECO-2026-1000'])
  expect(dueReviews(board, '2026-12-03').map(({ ref }) => ref)).toEqual(['ECO-2026-999', 'ECO-2026-1000'])
  const next = previousOf(board)
  expect(next.actions.map(({ ref }) => ref)).toEqual(['A-999', 'A-1000'])
  expect(next.transmissions.map(({ ref }) => ref)).toEqual(['ECO-2026-999', 'ECO-2026-1000'])
  expect([...(next.reviews ?? [])].toSorted(byReviewDay).map(({ ref }) => ref)).toEqual(['ECO-2026-999', 'ECO-2026-1000'])
})
