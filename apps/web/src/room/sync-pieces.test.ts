import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { piecesOf } from './sync-pieces.ts'

const textOf = (doc: Y.Doc): string => doc.getText('t').toString()

/** Several devices that write beside and inside one another, and delete. */
const written = (steps: readonly { by: number; at: number; cut: boolean }[]): Y.Doc => {
  const docs = [1, 2, 3].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id
    return doc
  })
  for (const [index, { by, at, cut }] of steps.entries()) {
    const doc = docs[by] as Y.Doc
    const text = doc.getText('t')
    doc.transact(() => {
      if (cut && text.length > 2) text.delete(at % (text.length - 1), 1)
      else text.insert(at % (text.length + 1), `${index} `)
      doc.getMap('m').set(String(at % 3), index)
    })
    const update = Y.encodeStateAsUpdate(doc)
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, update)
  }
  return docs[0] as Y.Doc
}

const step = fc.record({ by: fc.nat({ max: 2 }), at: fc.nat({ max: 500 }), cut: fc.boolean() })

test('taken in order, no piece has a gap, and together they are the update', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.integer({ min: 20, max: 200 }), (steps, bytes) => {
      const doc = written(steps)
      const update = Y.encodeStateAsUpdate(doc)
      const pieces = piecesOf(update, bytes, 7)
      const server = new Y.Doc()
      for (const piece of pieces) {
        Y.applyUpdate(server, piece)
        expect(server.store.pendingStructs).toBeNull()
      }
      expect(server.store.pendingDs).toBeNull()
      expect([textOf(server), server.getMap('m').toJSON()]).toEqual([textOf(doc), doc.getMap('m').toJSON()])
      expect(Y.encodeStateAsUpdate(server)).toEqual(update)
    }),
    { numRuns: 120 },
  )
})

test('an hour offline passes under the server’s 1 MiB', () => {
  const doc = new Y.Doc()
  for (let i = 0; i < 900; i++) doc.getMap('ideas:a').set(`idea-${i}`, { text: 'x'.repeat(2_000) })
  const pieces = piecesOf(Y.encodeStateAsUpdate(doc))
  expect(pieces.length).toBeGreaterThan(2)
  for (const piece of pieces) expect(piece.length).toBeLessThan(1024 * 1024)
})

test('what is small is left as it is', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'bonjour')
  const update = Y.encodeStateAsUpdate(doc)
  expect(piecesOf(update)).toEqual([update])
})
