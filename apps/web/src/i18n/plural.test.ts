import { expect, test } from 'vitest'
import { pickLocale } from './locale.ts'
import { pluralIn } from './plural.ts'

const forms = { one: 'carte', other: 'cartes' }

test('zero is singular in French and plural in English', () => {
  expect(pluralIn('fr')(0, forms)).toBe('carte')
  expect(pluralIn('en')(0, forms)).toBe('cartes')
})

test('one and a half is still singular in French; two is not; a million takes the plural', () => {
  const n = pluralIn('fr')
  expect([n(1, forms), n(1.5, forms), n(2, forms), n(1_000_000, forms)]).toEqual(['carte', 'carte', 'cartes', 'cartes'])
})

test('the device opens in the chosen language, then the browser’s, then French', () => {
  expect(pickLocale('en', ['fr-FR'])).toBe('en')
  expect(pickLocale('de', ['de-DE', 'en-GB', 'fr'])).toBe('en')
  expect(pickLocale(null, ['eo'])).toBe('fr')
})
