import { expect, test } from 'vitest'
import { homonymOf } from './homonym.ts'

const here = [{ name: 'Marie Lopez' }, { name: 'Ben' }]

test('[§4 others] a first name alone that somebody bears asks for the whole name; a whole name of one’s own is clear', () => {
  expect(homonymOf('Marie', here)).toBe('Marie')
  expect(homonymOf(' marie  lopez'.replace('  ', ' '), here)).toBe('same')
  expect(homonymOf('Marie Petit', here)).toBeNull()
  expect(homonymOf('ben', here)).toBe('same')
  expect(homonymOf('Maria', here)).toBeNull()
})
