import { Chance } from '@clairiere/ritual/chance'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mendUndo } from './mend-undo.ts'

mendUndo()

/** Two people write one note, take words and whole paragraphs away, undo and redo, and hear of each other now and then. */
function write(seed: number): Y.Doc[] {
  const chance = new Chance(seed)
  const int = (below: number): number => chance.int(below)
  const people = [11, 22].map((clientID) => {
    const doc = new Y.Doc()
    doc.clientID = clientID
    const note = doc.getXmlFragment('note:a')
    return { doc, note, undo: new Y.UndoManager(note, { captureTimeout: 0 }) }
  })
  const docs = people.map(({ doc }) => doc)
  const meet = (): void => {
    for (const to of docs) for (const from of docs) if (to !== from) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'others')
  }
  for (let step = 0; step < 60; step++) {
    const { note, undo } = people[int(2)] as (typeof people)[number]
    const choice = int(12)
    const place = int(note.length + 1)
    const text = (note.get(Math.min(place, note.length - 1)) as Y.XmlElement | undefined)?.get(0) as Y.XmlText | undefined
    const at = int((text?.length ?? 0) + 1)
    if (choice < 2 || text === undefined) note.insert(place, [paragraph()])
    else if (choice < 4) text.insert(at, 'abc'.slice(0, 1 + int(3)))
    else if (choice < 6) text.delete(at, Math.min(1 + int(3), text.length - at))
    else if (choice < 7) note.delete(Math.min(place, note.length - 1), 1)
    else if (choice < 10) undo.undo()
    else if (choice < 11) undo.redo()
    else meet()
  }
  meet()
  meet()
  return docs
}

function paragraph(): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText('word')])
  return element
}

/** Items whose right origin does not stand right of their origin. */
function crossed(doc: Y.Doc): number {
  let count = 0
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.rightOrigin === null || struct.origin === null) continue
      const right = Y.getItem(doc.store, struct.rightOrigin)
      let at: Y.Item | null = struct.right
      while (at !== null && at !== right) at = at.right
      if (at === null) count++
    }
  }
  return count
}

const shown = (doc: Y.Doc): string => doc.getXmlFragment('note:a').toString()

// With Yjs as it comes, an item is crossed in each of these, and in the first two the replicas part.
test.each([400, 724, 122, 128, 135, 151])(
  '[pitfall 30] undo brings back nothing that replicas would put in different places (seed %i)',
  (seed) => {
    const [one, other] = write(seed)
    if (one === undefined || other === undefined) throw new Error('two people write')
    expect([crossed(one), crossed(other)]).toEqual([0, 0])
    expect(shown(one)).toBe(shown(other))
  },
)

test('what is undone still comes back where it stood', () => {
  const doc = new Y.Doc()
  const note = doc.getXmlFragment('note:a')
  note.insert(0, [paragraph(), paragraph()])
  const undo = new Y.UndoManager(note, { captureTimeout: 0 })
  note.insert(1, [new Y.XmlElement('heading')])
  note.delete(1, 1)
  undo.undo()
  expect(shown(doc)).toBe('<paragraph>word</paragraph><heading></heading><paragraph>word</paragraph>')
})
