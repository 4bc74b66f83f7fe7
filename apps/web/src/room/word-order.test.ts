import { describe, expect, it } from 'vitest'
import { moved, nextRank } from './word-order.ts'

const ranked = (...ranks: (number | string)[]) => ranks.map((rank, index) => ({ id: String.fromCharCode(97 + index), rank }))

describe('order of common words', () => {
  it('puts a new entry after every number', () => {
    expect(nextRank([])).toBe(1)
    expect(nextRank(ranked(1, 7, 'z'))).toBe(8)
  })

  it('moves one entry by one and writes only what changes', () => {
    expect(moved(ranked(1, 2, 3), 'b', -1)).toEqual([
      ['b', 1],
      ['a', 2],
    ])
    expect(moved(ranked(1, 2, 3), 'b', 1)).toEqual([
      ['c', 2],
      ['b', 3],
    ])
  })

  it('gives ranks to entries that shared one', () => {
    expect(moved(ranked(0, 0), 'a', 1)).toEqual([
      ['b', 1],
      ['a', 2],
    ])
  })

  it('goes nowhere past the ends', () => {
    expect(moved(ranked(1, 2), 'a', -1)).toEqual([])
    expect(moved(ranked(1, 2), 'b', 1)).toEqual([])
    expect(moved(ranked(1, 2), 'x', 1)).toEqual([])
  })
})
