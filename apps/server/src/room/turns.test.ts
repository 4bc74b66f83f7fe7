import { expect, test } from 'vitest'
import { inTurns } from './turns.ts'

const of = (personId: string, name: string) => ({ connection: { personId }, name })

test('one of each person, then the next of each; each person’s own order stands', () => {
  const things = [of('eve', 'e1'), of('eve', 'e2'), of('eve', 'e3'), of('ben', 'b1'), of('ada', 'a1'), of('ben', 'b2')]
  expect(inTurns(things, new Set()).map(({ name }) => name)).toEqual(['e1', 'b1', 'a1', 'e2', 'b2', 'e3'])
})

test('whose turn it just was comes after the others', () => {
  const things = [of('eve', 'e1'), of('eve', 'e2'), of('ben', 'b1'), of('ada', 'a1')]
  expect(inTurns(things, new Set(['eve', 'ben'])).map(({ name }) => name)).toEqual(['a1', 'e1', 'b1', 'e2'])
})
