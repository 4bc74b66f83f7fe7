import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepsFormatting } from './formatting.ts'

function textOf(write: (text: Y.Text) => void): Y.Text {
  const text = new Y.Doc().getText('t')
  write(text)
  return text
}

function markers(text: Y.Text, alive = true): Y.Item[] {
  const found: Y.Item[] = []
  for (const structs of text.doc?.store.clients.values() ?? []) {
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat && struct.deleted !== alive) found.push(struct)
  }
  return found
}

test('a marker that bounds a word is not redundant', () => {
  const text = textOf((one) => one.insert(0, 'word', { bold: {} }))
  const [begin, end] = markers(text)
  if (begin === undefined || end === undefined) throw new Error('no markers')
  expect(keepsFormatting(text, new Set([begin]))).toBe(false)
  // Nothing visible follows the word.
  expect(keepsFormatting(text, new Set([end]))).toBe(true)
  text.insert(0, 'before ', { bold: null })
  expect(keepsFormatting(text, new Set())).toBe(true)
})

test('deleted markers and deleted characters do not count', () => {
  const text = textOf((one) => {
    one.insert(0, 'one two')
    one.format(0, 3, { bold: {} })
    one.format(0, 3, { bold: null })
    one.format(4, 3, { italic: {} })
  })
  const open = markers(text).filter(
    (item) => item.content instanceof Y.ContentFormat && item.content.key === 'italic' && item.content.value !== null,
  )
  expect(keepsFormatting(text, new Set(open))).toBe(false)
  text.delete(4, 3)
  expect(keepsFormatting(text, new Set(markers(text)))).toBe(true)
})

test('a dead marker does not stand in for a live one', () => {
  const text = new Y.Doc({ gc: false }).getText('t')
  text.insert(0, 'one')
  for (const value of [{}, null, {}]) text.format(0, 3, { bold: value })
  expect(markers(text, false).length).toBeGreaterThan(0)
  const open = markers(text).filter((item) => item.content instanceof Y.ContentFormat && item.content.value !== null)
  expect(keepsFormatting(text, new Set(open))).toBe(false)
})

test('values of one mark are told apart', () => {
  const text = textOf((one) => {
    one.insert(0, 'ab')
    one.format(0, 1, { link: { href: 'https://a' } })
    one.format(1, 1, { link: { href: 'https://b' } })
  })
  const second = markers(text).filter(
    (item) => item.content instanceof Y.ContentFormat && JSON.stringify(item.content.value).includes('//b'),
  )
  expect(second).toHaveLength(1)
  expect(keepsFormatting(text, new Set(second))).toBe(false)
})
