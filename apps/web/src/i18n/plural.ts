import type { Locale } from './locale.ts'

/** The forms a counted sentence needs in French and English; a language's rarer categories fall back to `other`. */
export type Forms = { readonly one: string; readonly other: string }

/**
 * A chooser of forms for one language, for the catalogues: `const n = pluralIn('fr')`, then `n(count, { one: 'personne', other: 'personnes' })`.
 * It gives the form alone, not the number: French says 0 in the singular, English in the plural.
 */
export function pluralIn(locale: Locale): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale)
  return (count, forms) => (rules.select(count) === 'one' ? forms.one : forms.other)
}
