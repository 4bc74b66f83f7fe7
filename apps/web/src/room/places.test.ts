import { expect, test } from 'vitest'
import { pathTo, placeOf, type RoomPlace } from './places.ts'

const places: readonly RoomPlace[] = [
  { id: 'now' },
  { id: 'agenda' },
  { id: 'circle' },
  { id: 'mood' },
  { id: 'minutes' },
  { id: 'screen' },
  { id: 'registers' },
  { id: 'item', itemId: 'point-3' },
]

test.each(places)('the address of $id leads back to it', (place) => {
  expect(placeOf(pathTo('M', place).slice('/m/M/'.length))).toEqual(place)
})

test('an address that means nothing leads to now', () => {
  expect(placeOf(undefined)).toEqual({ id: 'now' })
  expect(placeOf('point')).toEqual({ id: 'now' })
  expect(placeOf('autre/chose')).toEqual({ id: 'now' })
})
