import { expect, test } from 'vitest'
import { firstNames, seatInitials } from './use-names.ts'

const people = (...names: string[]) => names.map((name) => ({ id: name, name }))

test('a first name is enough until two people share it', () => {
  const names = firstNames(people('Katell Guéguen', 'Marie Le Goff', 'Marie Perrin', 'Jo'))
  expect([...names.values()]).toEqual(['Katell', 'Jo', 'Marie L. G.', 'Marie P.'])
})

test('when initials are alike too, names are said whole', () => {
  const names = firstNames(people('Marie Le Goff', 'Marie Perrin', 'Marie Pasquet'))
  expect(names.get('Marie Perrin')).toBe('Marie Perrin')
  expect(names.get('Marie Pasquet')).toBe('Marie Pasquet')
  expect(names.get('Marie Le Goff')).toBe('Marie L. G.')
})

test('two people of one whole name still have one each', () => {
  expect(
    firstNames([
      { id: 'a', name: 'Jo' },
      { id: 'b', name: 'Jo' },
    ]),
  ).toEqual(
    new Map([
      ['a', 'Jo'],
      ['b', 'Jo'],
    ]),
  )
})

test('seats carry two letters, three for homonyms', () => {
  expect([...seatInitials(people('Élise Hamon', 'Marie Le Goff', 'Marie Perrin')).values()]).toEqual(['Él', 'MaL', 'MaP'])
})
