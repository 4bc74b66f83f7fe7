import { expect, test } from 'vitest'
import { PeopleSet } from './people-set.ts'

test('[§4.8] who listens is told when somebody comes or leaves, not that the same people are still there', () => {
  const people = new PeopleSet()
  let told = 0
  const stop = people.subscribe(() => void told++)
  people.becomes(new Set())
  expect(told).toBe(0)
  const both = new Set(['ada', 'ben'])
  people.becomes(both)
  people.becomes(new Set(['ben', 'ada']))
  expect([told, people.get()]).toEqual([1, both])
  expect(people.get(), 'the same set, so that nothing renders').toBe(both)
  people.becomes(new Set(['ada', 'cleo']))
  people.becomes(new Set(['ada']))
  expect([told, [...people.get()]]).toEqual([3, ['ada']])
  stop()
  people.becomes(new Set())
  expect(told).toBe(3)
})
