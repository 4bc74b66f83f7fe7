import { expect, test } from 'vitest'
import { actWords } from './act-words.ts'

test('what was typed in an act is told from what was chosen', () => {
  expect(actWords({ type: 'add-note', itemId: 'i', text: 'Le four est froid', channel: 'written' })).toEqual(['Le four est froid'])
  expect(actWords({ type: 'give-weather', value: 'sun', words: '', need: 'dormir' })).toEqual(['dormir'])
  expect(actWords({ type: 'propose', text: 'On achète', card: { limits: 'mille euros', people: ['p'] } })).toEqual([
    'On achète',
    'mille euros',
  ])
  expect(actWords({ type: 'support-idea', ideaId: 'x', support: true })).toEqual([])
})
