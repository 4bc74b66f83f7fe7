import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords } from './diff-words.ts'

describe('changes word by word', () => {
  test('a sentence replaced is removed, then added', () => {
    expect(diffWords('Sauf urgence. Chaque structure verse 10 €.', 'Sauf urgence. Les usages versent 10 €.')).toEqual([
      { kind: 'same', text: 'Sauf urgence.' },
      { kind: 'removed', text: ' Chaque structure verse' },
      { kind: 'added', text: ' Les usages versent' },
      { kind: 'same', text: ' 10 €.' },
    ])
  })

  test('the same text has no change, and an empty text has no piece', () => {
    expect(diffWords('Un texte.', 'Un texte.')).toEqual([{ kind: 'same', text: 'Un texte.' }])
    expect(diffWords('', '')).toEqual([])
  })

  test('from nothing all is added', () => {
    expect(diffWords('', 'Un texte.')).toEqual([{ kind: 'added', text: 'Un texte.' }])
  })

  test('a sentence added at the end is one addition', () => {
    expect(diffWords('Un texte.', 'Un texte. Un autre.')).toEqual([
      { kind: 'same', text: 'Un texte.' },
      { kind: 'added', text: ' Un autre.' },
    ])
  })

  test('a word repeated is found once', () => {
    expect(diffWords('a b a', 'a b b a')).toEqual([
      { kind: 'same', text: 'a b' },
      { kind: 'added', text: ' b' },
      { kind: 'same', text: ' a' },
    ])
  })

  test('both texts can be read back out of the pieces, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('le', 'la', 'salle', 'commune', ' ', '\n', '\u00A0?'), { maxLength: 14 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after)
        const read = (without: string) =>
          pieces
            .filter((piece) => piece.kind !== without)
            .map((piece) => piece.text)
            .join('')
        expect(read('added')).toBe(before)
        expect(read('removed')).toBe(after)
      }),
    )
  })
})
