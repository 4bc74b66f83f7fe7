import { expect, test } from 'vitest'
import { meetingStatuses } from './entities.ts'
import { isOver } from './is-over.ts'

test('[§2.4.1] a meeting is over once it was closed, sealed or not, or cancelled; prepared or live it is not', () => {
  const over = meetingStatuses.filter((status) => isOver({ status }))
  expect(over.toSorted()).toEqual(['cancelled', 'review', 'sealed'])
})
