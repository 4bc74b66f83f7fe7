import { circle } from '@clairiere/ritual/circle'
import { expect, test } from 'vitest'
import { isProposedByWatch } from './care-moment.ts'

test('[§4.11] a pause is said in the name of the mood-watch only of a kind that nobody else raises while it is here', () => {
  const c = circle('ada', 'ben', 'cleo', 'dan', 'eve')
  expect(isProposedByWatch({ ...c.board, roles: {} }, 'tension'), 'nobody watches').toBe(false)
  expect(isProposedByWatch(c.board, 'tension')).toBe(true)
  // Anybody raises a pace; a frame point is called by two, perhaps about the mood-watch.
  for (const kind of ['pace', 'confusion', 'joy', 'frame'] as const) expect(isProposedByWatch(c.board, kind), kind).toBe(false)
})
