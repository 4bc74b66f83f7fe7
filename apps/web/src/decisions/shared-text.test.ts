import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { movedBy, replacementOf, writeInto } from './shared-text.ts'

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
