import type { Item } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { overrunChoices } from './overrun-choices.ts'

const item = (id: string, plannedMinutes: number, status: Item['status'] = 'listed'): Item => ({
  id,
  kind: 'information',
  format: 'free',
  title: id,
  carriers: [],
  onBehalfOf: null,
  expectation: 'x',
  plannedMinutes,
  urgency: 3,
  topics: [],
  buildsOn: [],
  structures: [],
  status,
  position: 0,
  overrunMinutes: 0,
  support: {},
})

test('[A4] at an overrun the group may end later, take from what can spare it, use the box of futures, or stop', () => {
  const choices = overrunChoices('now', [item('done', 20, 'done'), item('now', 10, 'open'), item('next', 20), item('short', 7)])
  expect(choices.map((choice) => [choice.kind, ...('item' in choice ? [choice.item.id] : [])])).toEqual([
    ['later'],
    ['from', 'next'],
    ['box', 'short'],
    ['stop'],
  ])
  expect(choices[1]?.acts).toEqual([
    { type: 'agree-overrun', itemId: 'now', minutes: 5 },
    { type: 'plan-minutes', itemId: 'next', minutes: 15 },
  ])
})

test('with nothing left on the agenda, only the end moves', () => {
  expect(overrunChoices('now', [item('now', 10, 'open')]).map(({ kind }) => kind)).toEqual(['later', 'stop'])
})
