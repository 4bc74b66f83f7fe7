import { expect, test } from 'vitest'
import { languageOf } from './sentences.ts'

test.each([
  [undefined, 'fr'],
  ['', 'fr'],
  ['*', 'fr'],
  ['de', 'fr'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
  ['fr;q=0.2, en;q=0.8', 'en'],
  ['en;q=0, fr', 'fr'],
  ['french', 'fr'],
  ['EN', 'en'],
] as const)('%s is %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
