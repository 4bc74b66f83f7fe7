import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { Seeded, seeds } from './rehearsal/seeded.ts'
import { schemaOf, type Standing } from './rehearsal/stage.ts'
import { WriteGuard } from './write-guard.ts'

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
const list = (): Y.XmlElement => {
  const element = new Y.XmlElement('bulletList')
  element.insert(0, ['un', 'deux'].map(point))
  return element
}
const point = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('listItem')
  element.insert(0, [paragraph(text)])
  return element
}

/** An editor takes away what its schema has no place for: a list without points, a point without its paragraph. */
const isBroken = (node: unknown): boolean => {
  if (!(node instanceof Y.XmlElement) || node.nodeName === 'paragraph') return false
  const [first] = node.toArray()
  const needs = node.nodeName === 'listItem' ? 'paragraph' : 'listItem'
  return !(first instanceof Y.XmlElement) || first.nodeName !== needs || node.toArray().some(isBroken)
}

const textIn = (node: unknown): Y.XmlText | null => {
  const first = node instanceof Y.XmlElement ? node.get(0) : null
  return first instanceof Y.XmlText ? first : null
}

/** What one types in a long time offline: letters out of paragraphs and into them, a paragraph or a list that goes or comes, a point of an older list that makes way for another. */
function edit(device: Y.Doc, steps: number, random: Seeded): void {
  const note = device.getXmlFragment('note:0')
  const lists = note.toArray().filter((node) => textIn(node) === null)
  for (let step = 0; step < steps; step++) {
    const at = random.int(note.length)
    const [node, text] = [note.get(at), textIn(note.get(at))]
    if (step % 40 === 0) note.insert(at, [random.int(2) === 0 ? paragraph('nouveau') : list()])
    else if (step % 40 === 20) note.delete(at, 1)
    else if (text !== null && text.length > 4) {
      const place = random.int(text.length - 3)
      text.delete(place, 1 + random.int(2))
      if (random.int(3) > 0) text.insert(place, 'mot')
    } else if (node instanceof Y.XmlElement && lists.includes(node)) {
      const first = node.get(0) as Y.XmlElement
      device.transact(() => {
        first.insert(first.length, [paragraph('à la place')])
        first.delete(0, 1)
      })
    }
  }
}

test('[guard.md limits] what cuts more than one update may comes in several SyncStep2, each asked for by what is still missing; nothing is seen broken', () => {
  for (const seed of seeds({ desk: 12, full: 40 })) {
    const [server, device] = [new Y.Doc(), new Y.Doc()]
    const guard = new WriteGuard<Standing>({ doc: server, schema: schemaOf(), limits: { cuts: 30 } })
    const note = server.getXmlFragment('note:0')
    for (let at = 0; at < 40; at++)
      note.push([at % 5 === 0 ? list() : paragraph('Ce qui fut dit, assez long pour que l’on y revienne. '.repeat(4))])
    Y.applyUpdate(device, Y.encodeStateAsUpdate(server))
    edit(device, 200, new Seeded(seed))
    let rounds = 0
    for (let isAsked = true; isAsked; rounds++) {
      const update = Y.encodeStateAsUpdate(device, Y.encodeStateVector(server))
      const verdict = guard.inspect(update, { principal: 'ada', standing: 'writer', kind: 'step2', frozen: false })
      if (verdict.outcome !== 'apply') throw new Error(`seed ${seed}: ${JSON.stringify(verdict)}`)
      for (const client of verdict.claims) guard.claim(client, 'ada')
      let cuts = 0
      server.once('beforeObserverCalls', ({ _mergeStructs }: Y.Transaction) => void (cuts = _mergeStructs.length))
      server.transact(() => guard.apply(verdict))
      expect(cuts).toBeLessThanOrEqual(30)
      expect(note.toArray().some(isBroken), `seed ${seed}, round ${rounds}`).toBe(false)
      isAsked = verdict.rest === true
    }
    expect(rounds).toBeGreaterThan(3)
    expect(note.toJSON()).toBe(device.getXmlFragment('note:0').toJSON())
    expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null])
  }
})

test('[guard.md limits] the same in an update is refused, and so is a SyncStep2 that would only cut what its sender may not', () => {
  const [server, device] = [new Y.Doc(), new Y.Doc()]
  const guard = new WriteGuard<Standing>({ doc: server, schema: schemaOf(), limits: { cuts: 30 } })
  server.getText('draft:0').insert(0, 'x'.repeat(200))
  Y.applyUpdate(device, Y.encodeStateAsUpdate(server))
  device.transact(() => {
    for (let at = 150; at > 0; at -= 3) device.getText('draft:0').delete(at, 1)
  })
  const update = Y.encodeStateAsUpdate(device, Y.encodeStateVector(server))
  const by = { principal: 'ada', frozen: false }
  expect(guard.inspect(update, { ...by, standing: 'writer', kind: 'update' })).toMatchObject({ outcome: 'refuse', code: 'too-complex' })
  expect(guard.inspect(update, { ...by, standing: 'reader', kind: 'step2' })).toMatchObject({ outcome: 'refuse', code: 'too-complex' })
})

test('[guard.md limits] nor is a list left without what came in the place of its first point: that is refused as before', () => {
  const [server, device] = [new Y.Doc(), new Y.Doc()]
  const guard = new WriteGuard<Standing>({ doc: server, schema: schemaOf(), limits: { cuts: 30 } })
  server.getText('draft:0').insert(0, 'x'.repeat(200))
  Y.applyUpdate(device, Y.encodeStateAsUpdate(server))
  const added = list()
  device.getXmlFragment('note:0').insert(0, [added])
  added.delete(0, 2)
  for (let at = 150; at > 0; at -= 3) device.getText('draft:0').insert(at, 'y')
  added.insert(0, [point('à la place')])
  const update = Y.encodeStateAsUpdate(device, Y.encodeStateVector(server))
  const by = { principal: 'ada', standing: 'writer', kind: 'step2', frozen: false } as const
  expect(guard.inspect(update, by)).toMatchObject({ outcome: 'refuse', code: 'too-complex' })
})
