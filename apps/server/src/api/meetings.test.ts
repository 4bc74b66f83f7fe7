import { expect, test } from 'vitest'
import { House } from '../test/house.ts'

test('points and structures of a meeting to make are told apart by their ids, and those of points name roots of the document', async () => {
  const house = await House.open()
  const make = async (given: object): Promise<unknown> =>
    (await house.call('POST', '/api/meetings', { title: 'Réunion', ...given })).json['detail']
  const point = (id: string) => ({ id, kind: 'information', title: 'Le four' })
  expect(await make({ agenda: [point('1'), point('2')] })).toBeUndefined()
  expect(await make({ agenda: [point('1'), point('1')] })).toEqual({ field: 'agenda' })
  expect(await make({ agenda: [point('1:questions')] })).toEqual({ field: 'agenda' })
  const org = { id: 'org:a', label: 'A', kind: 'structure' }
  expect(await make({ organisations: [org, { ...org, label: 'B' }] })).toEqual({ field: 'organisations' })
})
