import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { prepareDocument } from './document.ts'
import { schemaOf } from './rehearsal/stage.ts'

function written(): Y.Doc {
  const doc = new Y.Doc()
  doc.getText('draft:x').insert(0, 'hello', { bold: {} })
  doc.getMap('cards').set('a', { text: 'one' })
  doc.getXmlFragment('note:x').insert(0, [new Y.XmlElement('paragraph')])
  return doc
}

test('roots get their type as soon as an update mentions them', () => {
  const doc = prepareDocument(new Y.Doc(), schemaOf())
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(written()))
  expect(doc.share.get('draft:x')).toBeInstanceOf(Y.Text)
  expect(doc.share.get('cards')).toBeInstanceOf(Y.Map)
  expect(doc.share.get('note:x')).toBeInstanceOf(Y.XmlFragment)
  expect(doc.getText('draft:x').toString()).toBe('hello')
})

test('roots that are there already without a type get theirs', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(written()))
  expect(doc.share.get('cards')).not.toBeInstanceOf(Y.Map)
  prepareDocument(doc, schemaOf())
  expect(doc.getMap('cards').toJSON()).toEqual({ a: { text: 'one' } })
  expect(doc.share.get('draft:x')).toBeInstanceOf(Y.Text)
})

test('it says nothing of its own: redundant markers stay, and no second update follows', () => {
  const source = written()
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  for (const replica of [one, two]) {
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(source))
    replica.getText('draft:x').format(0, 5, { italic: {} })
  }
  const emitted = (doc: Y.Doc): number => {
    let count = 0
    doc.on('update', () => count++)
    for (const replica of [source, one, two]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(replica))
    return count
  }
  expect(emitted(prepareDocument(new Y.Doc(), schemaOf()))).toBe(3)
  const tidying = new Y.Doc()
  tidying.getText('draft:x')
  expect(emitted(tidying)).toBeGreaterThan(3)
})

test('the id Yjs gives anew while it loads its own structs is why a server sets its id after loading', () => {
  const source = written()
  const doc = prepareDocument(new Y.Doc(), schemaOf())
  doc.clientID = source.clientID
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(source))
  expect(doc.clientID).not.toBe(source.clientID)
})
