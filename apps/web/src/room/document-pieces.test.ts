import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { piecesOfDocument } from './document-pieces.ts'

const textOf = (doc: Y.Doc): string => doc.getText('t').toString()
const contentsOf = (doc: Y.Doc): unknown => [textOf(doc), doc.getMap('m').toJSON(), doc.getXmlFragment('n').toJSON()]

/** Devices that write beside and inside one another, delete, and nest; each change reaches all at once. */
class Table {
  readonly docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id
    return doc
  })
  #written = 0

  get first(): Y.Doc {
    return this.docs[0] as Y.Doc
  }

  does({ by, at, cut }: { by: number; at: number; cut: boolean }): void {
    const doc = this.docs[by] as Y.Doc
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => void updates.push(update)
    doc.on('update', keep)
    doc.transact(() => {
      const [text, note] = [doc.getText('t'), doc.getXmlFragment('n')]
      if (cut && text.length > 2) text.delete(at % (text.length - 1), 1)
      else text.insert(at % (text.length + 1), `${this.#written++} `)
      if (at % 5 === 0) note.insert(at % (note.length + 1), [new Y.XmlElement('paragraph')])
      else if (cut && note.length > 1) note.delete(at % note.length, 1)
      else if (note.length > 0) (note.get(at % note.length) as Y.XmlElement).insert(0, [new Y.XmlText(`${at}`)])
      doc.getMap('m').set(String(at % 3), { at })
    })
    doc.off('update', keep)
    for (const other of this.docs) if (other !== doc) for (const update of updates) Y.applyUpdate(other, update)
  }
}

const step = fc.record({ by: fc.nat({ max: 2 }), at: fc.nat({ max: 500 }), cut: fc.boolean() })
const steps = fc.array(step, { minLength: 1, maxLength: 60 })

test('taken in order, no piece has a gap, and together they are the document', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (all, structs) => {
      const table = new Table()
      for (const each of all) table.does(each)
      const again = new Y.Doc()
      for (const piece of piecesOfDocument(table.first, 400, structs)) {
        Y.applyUpdate(again, piece)
        expect(again.store.pendingStructs).toBeNull()
      }
      expect(again.store.pendingDs).toBeNull()
      expect(contentsOf(again)).toEqual(contentsOf(table.first))
      expect(Y.encodeStateAsUpdate(again)).toEqual(Y.encodeStateAsUpdate(table.first))
    }),
    { numRuns: 150 },
  )
})

test('a document that is written in meanwhile: with what came since, they are all of it', () => {
  fc.assert(
    fc.property(steps, steps, fc.integer({ min: 1, max: 9 }), (before, meanwhile, structs) => {
      const table = new Table()
      for (const each of before) table.does(each)
      const since: Uint8Array[] = []
      table.first.on('update', (update: Uint8Array) => void since.push(update))
      const waiting = [...meanwhile]
      const again = new Y.Doc()
      for (const piece of piecesOfDocument(table.first, 400, structs)) {
        Y.applyUpdate(again, piece)
        expect(again.store.pendingStructs).toBeNull()
        for (const each of waiting.splice(0, 3)) table.does(each)
      }
      for (const update of since) Y.applyUpdate(again, update)
      expect([again.store.pendingStructs, again.store.pendingDs]).toEqual([null, null])
      expect(contentsOf(again)).toEqual(contentsOf(table.first))
    }),
    { numRuns: 150 },
  )
})

test('no piece is much larger than it may be, unless one struct is', () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 900; i++) doc.getMap('ideas:a').set(`idea-${i}`, { text: 'é'.repeat(400) })
  const pieces = [...piecesOfDocument(doc, 20_000)]
  expect(pieces.length).toBeGreaterThan(15)
  for (const piece of pieces) expect(piece.length).toBeLessThan(45_000)
})

test('what waits for something that is not here is in it too', () => {
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => void updates.push(update))
  for (const letter of 'abc') other.getText('t').insert(other.getText('t').length, letter)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, updates[0] as Uint8Array)
  Y.applyUpdate(doc, updates[2] as Uint8Array)
  const again = new Y.Doc()
  for (const piece of piecesOfDocument(doc)) Y.applyUpdate(again, piece)
  expect(textOf(again)).toBe('a')
  Y.applyUpdate(again, updates[1] as Uint8Array)
  expect(textOf(again)).toBe('abc')
})

test('an empty document is one empty update', () => {
  const pieces = [...piecesOfDocument(new Y.Doc())]
  expect(pieces).toEqual([Y.encodeStateAsUpdate(new Y.Doc())])
})
