import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { arrivedIn } from './arrived.ts'
import { putBack } from './put-back.ts'
import { plainText } from './unsent-runs.ts'
import { unsent, type RootKind, type Unsent } from './unsent.ts'

const kindOf = (root: string): RootKind | null =>
  root.startsWith('note:') ? 'fragment' : root.startsWith('draft:') ? 'text' : root.startsWith('ideas:') ? 'map' : null

/** Each letter is written once in a run: what is lost, and whose it was, can be read from it. Mine are ideograms, others’ Hangul. */
class Letters {
  #next: number
  constructor(first: number) {
    this.#next = first
  }
  /** The next one to be written. */
  get next(): string {
    return String.fromCharCode(this.#next)
  }
  take(count: number): string {
    return Array.from({ length: count }, () => String.fromCharCode(this.#next++)).join('')
  }
}
const isMine = (letter: string): boolean => letter >= '\u4e00' && letter <= '\u9fff'
const isOthers = (letter: string): boolean => letter >= '\uac00'

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
const lettersOf = (doc: Y.Doc): string =>
  plainText(doc.getXmlFragment('note:a')) +
  doc.getText('draft:a').toString() +
  ['i0', 'i1', 'i2', 'i3'].map((key) => doc.getMap('ideas:a').get(key)).join('')

interface Edit {
  what: 'letters' | 'paragraph' | 'cut' | 'drop' | 'draft' | 'cut-draft' | 'idea'
  at: number
  length: number
}

const edit = (doc: Y.Doc, { what, at, length }: Edit, letters: Letters): void => {
  const note = doc.getXmlFragment('note:a')
  const draft = doc.getText('draft:a')
  const inside = note.length > 0 ? ((note.get(at % note.length) as Y.XmlElement).get(0) as Y.XmlText) : null
  if (what === 'letters') inside?.insert(at % (inside.length + 1), letters.take(length))
  if (what === 'paragraph') note.insert(at % (note.length + 1), [paragraph(letters.take(length))])
  if (what === 'cut' && inside && inside.length > 0) {
    const from = at % inside.length
    inside.delete(from, Math.min(length, inside.length - from))
  }
  if (what === 'drop' && note.length > 1) note.delete(at % note.length, 1)
  if (what === 'draft') draft.insert(at % (draft.length + 1), letters.take(length))
  if (what === 'cut-draft' && draft.length > 0) draft.delete(at % draft.length, Math.min(length, draft.length - (at % draft.length)))
  if (what === 'idea') doc.getMap('ideas:a').set(`i${at % 4}`, letters.take(length))
}

const edits = fc.array(
  fc.record({
    what: fc.constantFrom<Edit['what']>('letters', 'letters', 'paragraph', 'cut', 'drop', 'draft', 'cut-draft', 'idea'),
    at: fc.nat({ max: 60 }),
    length: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 14 },
)
const send = (from: Y.Doc, to: Y.Doc): void => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))

/** Some of mine arrives, then no more; others go on, and what they write reaches me as long as nothing was refused. */
const refused = (arrived: readonly Edit[], lost: readonly Edit[], theirs: readonly Edit[], later: readonly Edit[]) => {
  const [mine, others, server] = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  mine.clientID = 1
  others.clientID = 2
  const [my, their] = [new Letters(0x4e00), new Letters(0xac00)]
  for (const each of theirs) edit(others, each, their)
  send(others, server)
  send(server, mine)
  for (const each of arrived) edit(mine, each, my)
  send(mine, server)
  const firstLost = my.next
  for (const each of lost) edit(mine, each, my)
  send(server, others)
  for (const each of later) edit(others, each, their)
  send(others, server)
  const fresh = new Y.Doc()
  send(server, fresh)
  const pieces = unsent(mine, { arrived: arrivedIn(fresh), kindOf, isMine: (client) => client === 1 })
  return { mine, fresh, server, pieces, isLost: (letter: string) => isMine(letter) && letter >= firstLost }
}

const texts = (pieces: readonly Unsent[], removed: boolean): string =>
  pieces
    .filter(({ kind }) => (kind === 'removed') === removed)
    .map((piece) => (piece.kind === 'value' ? String(piece.mine) : piece.text))
    .join('')

test('everything lost is listed, and nothing of others’ words', () => {
  let listed = 0
  fc.assert(
    fc.property(edits, edits, edits, edits, (arrived, lost, theirs, later) => {
      const { mine, fresh, pieces, isLost } = refused(arrived, lost, theirs, later)
      const [here, there, added, removed] = [lettersOf(mine), lettersOf(fresh), texts(pieces, false), texts(pieces, true)]
      expect(here.split('').filter((letter) => isLost(letter) && !added.includes(letter))).toEqual([])
      expect(added.split('').filter(isOthers)).toEqual([])
      // Deleted here, and known here before: either it is gone there too, or it is listed as a deletion.
      const known = lettersOf(copyUpTo(mine, fresh))
      const gone = there.split('').filter((letter) => !here.includes(letter) && known.includes(letter))
      expect(gone.filter((letter) => !(removed + added).includes(letter))).toEqual([])
      listed += pieces.length
    }),
    { numRuns: 250 },
  )
  expect(listed).toBeGreaterThan(250)
})

/** What of the server’s copy this device had seen: without the others’ later words. */
const copyUpTo = (mine: Y.Doc, fresh: Y.Doc): Y.Doc => {
  const seen = new Y.Doc()
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(fresh))
  const letters = structs
    .filter((struct) => struct.id.clock + struct.length <= Y.getState(mine.store, struct.id.client))
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ''))
    .join('')
  seen.getText('draft:a').insert(0, letters)
  return seen
}

test('put back in any order: every lost letter is there again, every deletion done again, and copies converge', () => {
  fc.assert(
    fc.property(edits, edits, edits, edits, fc.nat(), (arrived, lost, theirs, later, turn) => {
      const { mine, fresh, server, pieces, isLost } = refused(arrived, lost, theirs, later)
      const order = pieces.length === 0 ? [] : [...pieces.slice(turn % pieces.length), ...pieces.slice(0, turn % pieces.length)]
      for (const piece of order) expect(putBack(fresh, piece, kindOf)).toBe(true)
      send(fresh, server)
      send(server, fresh)
      expect(lettersOf(fresh)).toBe(lettersOf(server))
      const there = lettersOf(fresh)
      expect(
        lettersOf(mine)
          .split('')
          .filter((letter) => isLost(letter) && !there.includes(letter)),
      ).toEqual([])
      expect(
        unsent(mine, { arrived: arrivedIn(fresh), kindOf, isMine: (client) => client === 1 }).filter(({ kind }) => kind === 'removed'),
      ).toEqual([])
    }),
    { numRuns: 250 },
  )
})

test('put back where nobody else wrote meanwhile, everything stands where it stood', () => {
  fc.assert(
    fc.property(edits, edits, (theirs, lost) => {
      const { mine, fresh, pieces } = refused([], lost, theirs, [])
      for (const piece of pieces) putBack(fresh, piece, kindOf)
      const read = (doc: Y.Doc): string => [plainText(doc.getXmlFragment('note:a')), doc.getText('draft:a').toString()].join('\n')
      expect(read(fresh)).toBe(read(mine))
    }),
    { numRuns: 250 },
  )
})
