import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { follow, movedBy, replacementOf, writeInto } from './shared-text.ts'

const applied = (before: string, after: string) => {
  const { index, remove, insert } = replacementOf(before, after)
  return before.slice(0, index) + insert + before.slice(index + remove)
}

test('the replacement gives the new text, whatever both are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => applied(before, after) === after),
  )
})

test('a text of whole characters is never cut inside one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const { index, remove, insert } = replacementOf(before, after)
      return insert.isWellFormed() && before.slice(0, index).isWellFormed() && before.slice(index + remove).isWellFormed()
    }),
  )
})

test('two people write at once: both sentences stand', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  writeInto(here.getText('draft:x'), 'La salle se réserve.')
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  writeInto(here.getText('draft:x'), 'La salle commune se réserve.')
  writeInto(there.getText('draft:x'), 'La salle se réserve sur un calendrier.')
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
  expect(here.getText('draft:x').toString()).toBe('La salle commune se réserve sur un calendrier.')
  expect(there.getText('draft:x').toString()).toBe(here.getText('draft:x').toString())
})

test('the caret stays with its words when somebody writes above, and before what is written right at it', () => {
  expect(movedBy(5, [{ insert: 'abc' }])).toBe(8)
  expect(movedBy(5, [{ retain: 5 }, { insert: 'abc' }])).toBe(5)
  expect(movedBy(5, [{ retain: 1 }, { delete: 2 }])).toBe(3)
  expect(movedBy(5, [{ retain: 3 }, { delete: 10 }])).toBe(3)
})

test('the field shows what a button of one’s own wrote, and the next letter does not take it away again', () => {
  const doc = new Y.Doc()
  const shared = doc.getText('draft:i')
  shared.insert(0, 'Un jardin')
  const caret: number[] = []
  const field = { value: '', selectionStart: 9, selectionEnd: 9, setSelectionRange: (from: number | null) => void caret.push(from ?? -1) }
  const end = follow(
    shared,
    field,
    () => true,
    () => {},
  )
  const types = (text: string): void => {
    field.value = text
    writeInto(shared, text)
  }
  types('Un jardin partagé')
  expect(caret).toEqual([])
  shared.insert(0, 'Remis : ')
  expect(field.value).toBe('Remis : Un jardin partagé')
  expect(caret).toEqual([17])
  types(`${field.value}.`)
  expect(shared.toString()).toBe('Remis : Un jardin partagé.')
  end()
  shared.insert(0, '!')
  expect(field.value).toBe('Remis : Un jardin partagé.')
})
