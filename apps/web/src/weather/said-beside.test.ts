import { expect, it } from 'vitest'
import { en } from './en.ts'
import { saidBeside } from './said-beside.ts'

it('[§2.3] the word, the need and the energy, each only when it was said', () => {
  const quoted = (text: string): string => `“${text}”`
  expect(saidBeside({ words: 'Tired', need: 'Quiet', energy: 2 }, en, quoted)).toEqual(['“Tired”', 'need: “Quiet”', 'energy 2 of 5'])
  expect(saidBeside({ need: 'Quiet' }, en)).toEqual(['need: Quiet'])
  expect(saidBeside({}, en)).toEqual([])
})
