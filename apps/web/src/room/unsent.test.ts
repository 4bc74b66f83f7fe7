import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { arrivedBefore, arrivedIn } from './arrived.ts'
import { putBack } from './put-back.ts'
import type { Arrived } from './arrived.ts'
import { unsent as search, type RootKind, type Unsent } from './unsent.ts'

const kindOf = (root: string): RootKind | null =>
  root.startsWith('note:') ? 'fragment' : root.startsWith('draft:') ? 'text' : root.startsWith('ideas:') ? 'map' : null
const unsent = (mine: Y.Doc, arrived: Arrived): Unsent[] => search(mine, { arrived, kindOf, isMine: (client) => client === mine.clientID })
const copy = (doc: Y.Doc): Y.Doc => {
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return fresh
}
const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  const content = new Y.XmlText(text)
  element.insert(0, [content])
  return element
}
const textAt = (doc: Y.Doc, root: string, index: number): Y.XmlText =>
  (doc.getXmlFragment(root).get(index) as Y.XmlElement).get(0) as Y.XmlText

const meeting = (): { server: Y.Doc; mine: Y.Doc } => {
  const server = new Y.Doc()
  server.getXmlFragment('note:a').insert(0, [paragraph('la salle est ouverte')])
  server.getText('draft:a').insert(0, 'du 1er janvier')
  server.getMap('board').set('meeting', { title: 'x' })
  return { server, mine: copy(server) }
}

test('a run in the middle, at a paragraph’s start and a whole new paragraph are listed with their place', () => {
  const { server, mine } = meeting()
  textAt(mine, 'note:a', 0).insert(8, 'commune ')
  mine.getXmlFragment('note:a').insert(1, [paragraph('et la cuisine')])
  textAt(mine, 'note:a', 0).insert(0, 'Oui, ')
  const pieces = unsent(mine, arrivedIn(server))
  expect(pieces.map((piece) => piece.kind === 'text' && piece.text)).toEqual(['Oui, ', 'commune ', 'et la cuisine'])
})

test('ideas, drafts and deletions are listed; facts and others’ words are not', () => {
  const { server, mine } = meeting()
  mine.getMap('ideas:a').set('i1', { text: 'une idée' })
  mine.getText('draft:a').delete(0, 3)
  server.getXmlFragment('note:a').insert(1, [paragraph('des autres')])
  expect(unsent(mine, arrivedIn(server))).toMatchObject([
    { kind: 'removed', root: 'draft:a', text: 'du ' },
    { kind: 'value', root: 'ideas:a', key: 'i1', mine: { text: 'une idée' }, theirs: undefined },
  ])
})

test('put back between others’ concurrent edits, and at the end when its place is gone', () => {
  const { server, mine } = meeting()
  textAt(mine, 'note:a', 0).insert(9, 'commune ')
  const fresh = copy(server)
  textAt(fresh, 'note:a', 0).insert(20, ' le soir')
  const [piece] = unsent(mine, arrivedIn(server))
  expect(piece && putBack(fresh, piece, kindOf)).toBe(true)
  expect(textAt(fresh, 'note:a', 0).toString()).toBe('la salle commune est ouverte le soir')
  const other = new Y.Doc()
  expect(piece && putBack(other, piece, kindOf)).toBe(true)
  expect(other.getXmlFragment('note:a').toString()).toBe('<paragraph>commune </paragraph>')
})

test('nothing unsent: nothing listed', () => {
  const { server, mine } = meeting()
  expect(unsent(mine, arrivedIn(server))).toEqual([])
})

test('across a sealing, the numbers with which the older document ended are the measure: what had arrived is not listed again', () => {
  const { server, mine } = meeting()
  mine.getMap('ideas:a').set('i1', { text: 'arrivée' })
  Y.applyUpdate(server, Y.encodeStateAsUpdate(mine))
  mine.getMap('ideas:a').set('i2', { text: 'en retard' })
  const pieces = unsent(mine, arrivedBefore(Y.encodeStateVector(server)))
  expect(pieces).toMatchObject([{ kind: 'value', root: 'ideas:a', key: 'i2', mine: { text: 'en retard' }, theirs: undefined }])
})

test('one’s words within a paragraph of another’s that never arrived are listed, as a paragraph of their own; the other’s are not', () => {
  const { server, mine } = meeting()
  const other = copy(server)
  const list = new Y.XmlElement('bulletList')
  const point = new Y.XmlElement('listItem')
  point.insert(0, [paragraph('le poêle ')])
  list.insert(0, [point])
  other.getXmlFragment('note:a').insert(1, [paragraph('le bois ce soir'), list])
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(other))
  textAt(mine, 'note:a', 1).insert(7, ' et le foin')
  const within = (mine.getXmlFragment('note:a').get(2) as Y.XmlElement).get(0) as Y.XmlElement
  ;((within.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(9, 'fume')
  within.push([paragraph('et la porte')])
  const pieces = unsent(mine, arrivedIn(server))
  expect(pieces).toMatchObject([{ kind: 'text', root: 'note:a', text: ' et le foin\nfume\net la porte', block: true }])
  const [piece] = pieces
  expect(piece && putBack(server, piece, kindOf)).toBe(true)
  expect(server.getXmlFragment('note:a').length).toBe(4)
})
