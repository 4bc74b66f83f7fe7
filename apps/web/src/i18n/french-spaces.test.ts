import { describe, expect, test } from 'vitest'
import { frLater } from './catalogue/fr-later.ts'
import { frPages } from './catalogue/fr-pages.ts'
import { fr } from './catalogue/fr.ts'
import { mendFrenchSpaces } from './french-spaces.ts'

describe('the rule', () => {
  test.each([
    ['Quelle est ta météo ?', 'Quelle est ta météo\u202F?'],
    ['Suite : « déjà vu » !', 'Suite\u00A0: «\u00A0déjà vu\u00A0»\u202F!'],
    ['à 18 h 05, 10 € pour 8 min', 'à 18\u00A0h\u00A005, 10\u00A0€ pour 8\u00A0min'],
    ['/m/abc?x=1 à 18:06', '/m/abc?x=1 à 18:06'],
  ])('%s', (typed, printed) => {
    expect(mendFrenchSpaces(typed)).toBe(printed)
    expect(mendFrenchSpaces(printed)).toBe(printed)
  })
})

/** What people read at first, and what is fetched later. */
const all = [fr, frLater, frPages]

/** Sentences, and the literals inside the functions that make sentences. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function')
    return (
      value
        .toString()
        .match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g)
        ?.map((literal) => literal.replaceAll(/\$\{[^}]*\}/g, '7')) ?? []
    )
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentencesOf)
  return []
}

test('every French sentence keeps its no-break spaces (scripts/french-spaces.mjs mends them) and its curly apostrophes', () => {
  const sentences = sentencesOf(all)
  expect(sentences.length).toBeGreaterThan(30)
  for (const sentence of sentences) {
    expect(sentence).toBe(mendFrenchSpaces(sentence))
    expect(sentence, 'a straight apostrophe').not.toMatch(/\p{L}'\p{L}/u)
  }
})

/** The source of every function that makes a sentence: a literal within a literal is not seen above. */
const sourcesOf = (value: unknown): string[] => {
  if (typeof value === 'function') return [value.toString()]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sourcesOf)
  return []
}

test('quotation marks hold on to what they quote, in a literal within a literal too', () => {
  const sources = sourcesOf(all)
  expect(sources.length).toBeGreaterThan(30)
  for (const source of sources) expect(source).not.toMatch(/« | »/)
})
