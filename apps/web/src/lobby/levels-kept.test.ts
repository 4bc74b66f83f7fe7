import { defaultPrivacy } from '@clairiere/ritual'
import { expect, test } from 'vitest'
import { levelsKept, privacyFields } from './levels-kept.ts'

test('a new meeting is offered the default and what is tighter, and nothing that its minutes would not keep to', () => {
  for (const field of privacyFields) expect(levelsKept(field)).toContain(defaultPrivacy[field])
  expect(levelsKept('signals')).toEqual(['count-and-responses', 'none'])
})
