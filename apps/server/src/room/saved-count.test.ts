import { expect, test } from 'vitest'
import { SavedCount } from './saved-count.ts'

test('counts what is synced, in the order of sending', () => {
  const saved = new SavedCount()
  const [one, two, three] = [saved.arrive(), saved.arrive(), saved.arrive()]
  saved.take(two, 11, false)
  expect(saved.synced(20)).toBeNull()
  saved.take(one, 10, true)
  expect(saved.synced(10)).toBe(1)
  expect(saved.synced(10)).toBeNull()
  saved.take(three, 12, false)
  expect(saved.synced(12)).toBe(3)
})

test('stands before what was not taken, until a later SyncStep2 is synced', () => {
  const saved = new SavedCount()
  saved.take(saved.arrive(), 1, true)
  saved.hold(saved.arrive())
  saved.take(saved.arrive(), 2, false)
  expect(saved.synced(5)).toBe(1)
  saved.take(saved.arrive(), 7, true)
  expect(saved.synced(6)).toBeNull()
  expect(saved.synced(7)).toBe(4)
})

test('a SyncStep2 answers for nothing that comes after it', () => {
  const saved = new SavedCount()
  const [held, step2, later] = [saved.arrive(), saved.arrive(), saved.arrive()]
  saved.hold(held)
  saved.hold(later)
  saved.take(step2, 1, true)
  expect(saved.synced(9)).toBe(2)
})
