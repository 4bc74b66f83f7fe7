import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { piecesForServer } from './server-pieces.ts'

/** What the server takes at once: docs/decisions/what-one-person-may-record.md */
const MAX_CUTS = 2_000

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
const point = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('listItem')
  element.insert(0, [paragraph(text)])
  return element
}
const list = (): Y.XmlElement => {
  const element = new Y.XmlElement('bulletList')
  element.insert(0, [point('un'), point('deux')])
  return element
}

/** A note of so many paragraphs, and some lists, that others wrote. */
function written(paragraphs: number): Y.Doc {
  const doc = new Y.Doc()
  const note = doc.getXmlFragment('note:a')
  for (let at = 0; at < paragraphs; at++)
    note.push([at % 20 === 0 ? list() : paragraph('Ce qui fut dit, en une phrase assez longue pour que l’on y revienne. '.repeat(4))])
  return doc
}

const textOf = (node: unknown): Y.XmlText | undefined => {
  const first = node instanceof Y.XmlElement ? node.get(0) : undefined
  return first instanceof Y.XmlText ? first : undefined
}

/** Edits as an editor makes them of what one types: small deletes and inserts in one paragraph after another, and now and then something whole that goes or comes. */
function edit(doc: Y.Doc, steps: number, seed = 1): void {
  const note = doc.getXmlFragment('note:a')
  const chance = chances(seed)
  for (let step = 0; step < steps; step++) {
    const at = chance(note.length)
    const text = textOf(note.get(at))
    if (step % 40 === 0) note.insert(at + 1, [chance(2) === 0 ? paragraph('nouveau') : list()])
    else if (step % 40 === 20 && at > 0) note.delete(at, 1)
    else if (text !== undefined && text.length > 4) {
      const place = chance(text.length - 3)
      text.delete(place, 1 + chance(2))
      if (chance(3) > 0) text.insert(place, 'mot')
    }
  }
}

/** Whole numbers under a bound, the same for the same seed. */
const chances = (seed: number) => {
  let last = seed
  return (below: number): number => (last = (last * 16_807) % 2_147_483_647) % below
}

/** How many structs an update made two of, as Yjs counts them. */
function cutsOf(doc: Y.Doc, update: Uint8Array): number {
  let cuts = 0
  doc.once('beforeObserverCalls', (transaction: Y.Transaction) => void (cuts = transaction._mergeStructs.length))
  Y.applyUpdate(doc, update)
  return cuts
}

test('[sync.md 4.20] three hours offline, 10,000 deletes over 500 paragraphs: no piece cuts more than the server takes, and nothing is missing', () => {
  const [server, whole, device] = [written(500), new Y.Doc(), new Y.Doc()]
  for (const doc of [whole, device]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
  edit(device, 10_500)
  const update = Y.encodeStateAsUpdate(device, Y.encodeStateVector(server))
  expect(cutsOf(whole, update), 'all of it at once would be refused').toBeGreaterThan(4 * MAX_CUTS)
  const cuts = piecesForServer(device, update, [device.clientID]).map((piece) => cutsOf(server, piece))
  expect(Math.max(...cuts)).toBeLessThanOrEqual(MAX_CUTS)
  expect(cuts.length).toBeLessThan(20)
  expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null])
  expect(Y.encodeStateAsUpdate(server)).toEqual(Y.encodeStateAsUpdate(whole))
})

test('what comes or goes in a list is never seen in half: an editor would take the list away, and all that is new in it', () => {
  const isBroken = (node: unknown): boolean => {
    if (!(node instanceof Y.XmlElement) || node.nodeName === 'paragraph') return false
    const [first] = node.toArray()
    const needs = node.nodeName === 'listItem' ? 'paragraph' : 'listItem'
    return !(first instanceof Y.XmlElement) || first.nodeName !== needs || node.toArray().some(isBroken)
  }
  for (let seed = 1; seed <= 12; seed++) {
    const [server, other, device] = [written(60), new Y.Doc(), new Y.Doc()]
    Y.applyUpdate(other, Y.encodeStateAsUpdate(server))
    const pointIn = (doc: Y.Doc): Y.XmlElement => (doc.getXmlFragment('note:a').get(0) as Y.XmlElement).get(0) as Y.XmlElement
    pointIn(other).push([list()])
    for (const doc of [server, device]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
    // What one wrote and another wrote beside it makes way for something new, which stands behind both.
    pointIn(device).push([paragraph('à la place')])
    pointIn(device).delete(0, 2)
    edit(device, 200, seed)
    const note = server.getXmlFragment('note:a')
    const update = Y.encodeStateAsUpdate(device, Y.encodeStateVector(server))
    const pieces = piecesForServer(device, update, [device.clientID], {
      bytes: 4_000,
      structs: seed % 2 === 0 ? 25 : 1_000,
      cuts: seed % 2 === 0 ? 200 : 40,
    })
    expect(pieces.length).toBeGreaterThan(4)
    for (const piece of pieces) {
      Y.applyUpdate(server, piece)
      expect(note.toArray().some(isBroken)).toBe(false)
    }
    expect(note.toJSON()).toBe(device.getXmlFragment('note:a').toJSON())
  }
})

test('[guard.md ahead] what others wrote and the server lost comes whole with the SyncStep2: among the updates after it, it would be refused as written under their name', () => {
  const [server, other, device] = [written(300), new Y.Doc(), new Y.Doc()]
  other.clientID = 1 // the last to be encoded
  const seen = Y.encodeStateAsUpdate(server)
  for (const doc of [other, device]) Y.applyUpdate(doc, seen)
  edit(other, 20, 3)
  Y.applyUpdate(device, Y.encodeStateAsUpdate(other, Y.encodeStateVector(server)))
  edit(device, 4_000)
  const update = Y.encodeStateAsUpdate(device, Y.encodeStateVector(server))
  const pieces = piecesForServer(device, update, [device.clientID])
  const writers = pieces.map((piece) => Y.decodeUpdate(piece).structs.map(({ id }) => id.client))
  expect(pieces.length).toBeGreaterThan(2)
  expect(writers[0]).toContain(other.clientID)
  expect(new Set(writers.slice(1).flat())).toEqual(new Set([device.clientID]))
  for (const piece of pieces) Y.applyUpdate(server, piece)
  expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null])
  expect(server.getXmlFragment('note:a').toJSON()).toBe(device.getXmlFragment('note:a').toJSON())
})
