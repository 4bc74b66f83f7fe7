import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { piecesOf } from './sync-pieces.ts'

const textOf = (doc: Y.Doc): string => doc.getText('t').toString()

/** A paragraph, or something within an earlier one, which another device may have made. */
const nest = (note: Y.XmlFragment, at: number): void => {
  const made = note.length === 0 || at % 3 === 0 ? undefined : note.get(at % note.length)
  if (made instanceof Y.XmlElement) made.insert(0, [at % 2 === 0 ? new Y.XmlText(`${at}`) : new Y.XmlElement('listItem')])
  else note.insert(at % (note.length + 1), [new Y.XmlElement('paragraph')])
}

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
      else text.insert(at % (text.length + 1), `${index} é🙂 `)
      doc.getMap('m').set(String(at % 3), at % 4 === 0 ? new Y.Map([['deep', { at }]]) : [index, null, 'é'])
      nest(doc.getXmlFragment('n'), at)
      if (at % 7 === 0) text.format(0, Math.min(2, text.length), { bold: at % 2 === 0 ? true : null })
      if (at % 11 === 0) text.insertEmbed(0, { image: at })
      if (at % 13 === 0) doc.getArray('a').insert(0, [new Uint8Array([at]), false, 2 ** 40])
    })
    const update = Y.encodeStateAsUpdate(doc)
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, update)
  }
  return docs[0] as Y.Doc
}

const step = fc.record({ by: fc.nat({ max: 2 }), at: fc.nat({ max: 500 }), cut: fc.boolean() })

test('taken in order, no piece has a gap, and together they are the update', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 20, max: 200 }),
      fc.integer({ min: 4, max: 40 }),
      (steps, bytes, cuts) => {
        const doc = written(steps)
        const update = Y.encodeStateAsUpdate(doc)
        const pieces = piecesOf(update, undefined, { bytes, structs: 7, cuts })
        const server = new Y.Doc()
        for (const piece of pieces) {
          Y.applyUpdate(server, piece)
          expect(server.store.pendingStructs).toBeNull()
        }
        expect(server.store.pendingDs).toBeNull()
        expect([textOf(server), server.getMap('m').toJSON()]).toEqual([textOf(doc), doc.getMap('m').toJSON()])
        expect(server.getXmlFragment('n').toJSON()).toEqual(doc.getXmlFragment('n').toJSON())
        expect(Y.encodeStateAsUpdate(server)).toEqual(update)
      },
    ),
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

test('what is not a whole document’s, a gap or a document within, is left in one piece', () => {
  const outer = new Y.Doc()
  for (let i = 0; i < 30; i++) outer.getMap('m').set(`k${i}`, 'x'.repeat(20))
  const whole = Y.encodeStateAsUpdate(outer)
  expect(piecesOf(whole, undefined, { bytes: 100, structs: 5, cuts: 1_000 }).length).toBeGreaterThan(4)
  outer.getMap('m').set('within', new Y.Doc())
  const within = Y.encodeStateAsUpdate(outer)
  expect(piecesOf(within, undefined, { bytes: 100, structs: 5, cuts: 1_000 })).toEqual([within])
  const updates: Uint8Array[] = []
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => void updates.push(update))
  for (let i = 0; i < 30; i++) doc.getText('t').insert(0, 'x'.repeat(20))
  const gap = Y.mergeUpdates([...updates.slice(0, 10), ...updates.slice(20)])
  expect(piecesOf(gap, undefined, { bytes: 100, structs: 5, cuts: 1_000 })).toEqual([gap])
})

test('what is small is left as it is', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'bonjour')
  const update = Y.encodeStateAsUpdate(doc)
  expect(piecesOf(update)).toEqual([update])
})
