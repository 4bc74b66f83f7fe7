import { expect, test } from 'vitest'
import { placeAt } from './use-drag-order.ts'

test('a row falls before the first whose middle is below the hand, at the end below them all', () => {
  const rows = [0, 100, 200].map((top) => ({ top, height: 100 }))
  expect([-20, 49, 51, 149, 260, 900].map((y) => placeAt(y, rows))).toEqual([0, 0, 1, 1, 2, 2])
})
