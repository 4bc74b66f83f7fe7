import { expect, test } from 'vitest'
import { splitAcronyms } from './acronyms.ts'

const glossary = { SCI: 'société civile immobilière', GT: 'groupe de travail' }

test('only whole words are explained, and only the first time', () => {
  expect(splitAcronyms('La SCI et la SCIC, dit la SCI au GT.', glossary)).toEqual([
    { text: 'La ' },
    { text: 'SCI', long: 'société civile immobilière' },
    { text: ' et la SCIC, dit la SCI au ' },
    { text: 'GT', long: 'groupe de travail' },
    { text: '.' },
  ])
})

test('accented letters are part of a word', () => {
  expect(splitAcronyms('ÉGT', glossary)).toEqual([{ text: 'ÉGT' }])
})

test('a word that names something of every object is not in the glossary', () => {
  expect(splitAcronyms('constructor', glossary)).toEqual([{ text: 'constructor' }])
})
