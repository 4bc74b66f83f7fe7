import { expect, test } from 'vitest'
import { Departures } from './departures.ts'

test('words leave when committed, facts when synced, everything in the order it came to be', () => {
  const departures = new Departures()
  const left: string[] = []
  departures.add('committed', 1, () => left.push('words 1'))
  departures.add('synced', 2, () => left.push('fact 2'))
  departures.add('committed', 3, () => left.push('words 3'))
  departures.committed(1)
  expect(left).toEqual(['words 1'])
  departures.committed(3)
  expect(left).toEqual(['words 1'])
  departures.synced(2)
  expect(left).toEqual(['words 1', 'fact 2', 'words 3'])
  expect(departures.isEmpty).toBe(true)
})

test('what fails on its way is gone, and what waits behind it leaves all the same', () => {
  const departures = new Departures()
  const left: string[] = []
  departures.add('committed', 1, () => {
    throw new Error('no')
  })
  departures.add('committed', 1, () => left.push('second'))
  expect(() => departures.committed(1)).toThrow('no')
  departures.committed(2)
  expect([left, departures.isEmpty]).toEqual([['second'], true])
})

test('what leaves may add: it takes its place behind what waits', () => {
  const departures = new Departures()
  const left: string[] = []
  departures.add('committed', 1, () => {
    departures.add('committed', 1, () => left.push('added'))
    left.push('first')
  })
  departures.add('committed', 1, () => left.push('second'))
  departures.committed(1)
  expect(left).toEqual(['first', 'second', 'added'])
})
