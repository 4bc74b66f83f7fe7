import { describe, expect, test } from 'vitest'
import { itemKinds } from '../agenda/entities.ts'
import { decisionSteps, positionIds } from '../decisions/entities.ts'
import { locales, phases } from '../meeting/entities.ts'
import { refusalCodes } from '../refusal.ts'
import { roleIds } from '../roles/ids.ts'
import { responseIds, signalKinds } from '../signals/entities.ts'
import { weatherIds } from '../weather/entities.ts'
import { icons, weatherEmoji } from './icons.ts'
import { labels } from './labels.ts'
import { refusalSentence } from './refusal-sentence.ts'

/** Every sentence of a tree of labels, with its path; functions are said with nothing and with several. */
const sentences = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') {
    const many = {
      items: ['a', 'b'],
      signals: ['a', 'b'],
      decisions: ['a', 'b'],
      people: ['a', 'b'],
      objections: ['a', 'b'],
      hats: ['F', 'K'],
      needed: 2,
    }
    const say = value as (detail: object) => string
    return [
      [`${path}()`, say({})],
      [`${path}(many)`, say(many)],
    ]
  }
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`))
}

describe.each(locales)('[§2.3] %s', (locale) => {
  const said = labels[locale]

  test.each([
    ['weather', [...weatherIds, 'pass'], said.mood.weather],
    ['signals', signalKinds, said.mood.signals],
    ['responses', responseIds, said.mood.responses],
    ['roles', roleIds, said.people.roles],
    ['kinds', itemKinds, said.agenda.kinds],
    ['positions', positionIds, said.deciding.positions],
    ['steps', decisionSteps, said.deciding.steps],
    ['phases', phases, said.meeting.phases],
    ['refusals', refusalCodes, said.refusals],
  ] as const)('every one of %s has its words', (_name, ids, words) => {
    expect(Object.keys(words).toSorted()).toEqual([...ids].toSorted())
  })

  test('no sentence is empty, padded or typed with straight quotes', () => {
    for (const [path, text] of sentences(said, locale)) {
      expect(text.trim(), path).toBe(text)
      expect(text, path).not.toBe('')
      expect(text, path).not.toMatch(/['"]|\.\.\.|undefined|NaN/)
    }
  })

  test('a refusal is a whole sentence, short enough for a phone', () => {
    for (const code of refusalCodes) {
      const sentence = refusalSentence(locale, code)
      expect(sentence, code).toMatch(/^[\p{Lu}0-9«“].*[.!?]$/u)
      expect(sentence.length, code).toBeLessThan(170)
    }
  })
})

test('[house style] French has its no-break spaces: before ? ! ; : and inside « »', () => {
  for (const [path, text] of sentences(labels.fr, 'fr')) {
    expect(text, path).not.toMatch(/[^\u202f][?!;]|[^\u00a0][:»]|«[^\u00a0]/)
  }
})

test('a refusal counts what is open, and says whose act it is', () => {
  expect(refusalSentence('fr', 'positions-missing', { people: ['dan', 'eli'] })).toMatch(/^2 personnes/)
  expect(refusalSentence('fr', 'positions-missing', { people: ['dan'] })).toMatch(/^Une personne/)
  expect(refusalSentence('fr', 'not-permitted', { hats: ['F', 'K'] })).toContain('à la facilitation ou à la mémoire des décisions')
  expect(refusalSentence('en', 'not-permitted', { hats: ['P'] })).toContain('the person carrying the point')
  expect(refusalSentence('en', 'not-permitted')).toBe('This is not yours to do here. Ask the facilitation.')
})

test('[§2.3] icons: one for each, the same in every language', () => {
  expect(Object.keys(icons.weather)).toEqual([...weatherIds, 'pass'])
  expect(Object.keys(icons.signals)).toEqual([...signalKinds])
  expect(Object.keys(weatherEmoji)).toEqual([...weatherIds])
  expect(new Set(Object.values(icons.weather)).size).toBe(9)
  expect(new Set(Object.values(icons.signals)).size).toBe(9)
})
