import { expect, test } from 'vitest'
import { skyOf } from './sky-of.ts'

test('[§2.7] the sky is counts in display order, without zeros; who passes is a number', () => {
  const entries = [
    { value: 'storm', passed: false },
    { value: 'sun', passed: false },
    { value: null, passed: true },
    { value: 'sun', passed: false },
  ] as const
  expect(skyOf(entries)).toEqual({
    kinds: [
      { value: 'sun', count: 2 },
      { value: 'storm', count: 1 },
    ],
    total: 3,
    passed: 1,
  })
})

test('an empty sky', () => {
  expect(skyOf([])).toEqual({ kinds: [], total: 0, passed: 0 })
})
