import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readWords, wordsState } from './note-schema.ts'
import { noteMarks, noteNodes } from './note-nodes.ts'
import { mayWrite, wordValueSchemas } from './policy.ts'
import { rootOf, rootsOfItem, rootTypes } from './roots.ts'
import { circle } from './circle.ts'
import * as v from 'valibot'

const text = (content: string, marks?: Record<string, unknown>): Y.XmlText => {
  const made = new Y.XmlText()
  made.insert(0, content, marks)
  return made
}
const element = (name: string, children: (Y.XmlElement | Y.XmlText)[], attributes: Record<string, unknown> = {}): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(0, children)
  return made
}

describe('[contract § Document] the common words as plain data', () => {
  test('every node and mark a note may hold', () => {
    const doc = new Y.Doc()
    doc
      .getXmlFragment('note:i1')
      .insert(0, [
        element('heading', [text('Titre')], { level: 3 }),
        element('paragraph', [
          text('gras', { bold: {} }),
          element('hardBreak', []),
          text('lien', { link: { href: 'https://tera.coop' }, italic: {} }),
        ]),
        element('bulletList', [
          element('listItem', [
            element('paragraph', [text('un')]),
            element('orderedList', [element('listItem', [element('paragraph', [text('deux')])])]),
          ]),
        ]),
        element('blockquote', [element('paragraph', [text('cité', { strike: {} })])]),
      ])
    expect(readWords(doc).notes).toEqual({
      'note:i1': [
        { type: 'heading', level: 3, content: [{ text: 'Titre' }] },
        {
          type: 'paragraph',
          content: [{ text: 'gras', marks: ['bold'] }, { break: true }, { text: 'lien', marks: ['italic'], href: 'https://tera.coop' }],
        },
        {
          type: 'bullets',
          items: [
            [
              { type: 'paragraph', content: [{ text: 'un' }] },
              { type: 'numbers', items: [[{ type: 'paragraph', content: [{ text: 'deux' }] }]] },
            ],
          ],
        },
        { type: 'quote', content: [{ type: 'paragraph', content: [{ text: 'cité', marks: ['strike'] }] }] },
      ],
    })
  })
  test('what the schema does not know is not read: unknown nodes, an address that is a script', () => {
    const doc = new Y.Doc()
    doc
      .getXmlFragment('note:i1')
      .insert(0, [element('iframe', [text('x')]), element('paragraph', [text('clic', { link: { href: 'javascript:alert(1)' } })])])
    expect(readWords(doc).notes['note:i1']).toEqual([{ type: 'paragraph', content: [{ text: 'clic' }] }])
    expect(v.is(noteMarks.link, { href: 'javascript:alert(1)' })).toBe(false)
    expect(v.is(noteNodes.heading.attributes, { level: 1 })).toBe(false)
  })
  test('an empty note is no note; a draft and maps are counted', () => {
    const doc = new Y.Doc()
    doc.getXmlFragment('note:i1').insert(0, [element('paragraph', []), element('paragraph', [text('  ')])])
    doc.getText('draft:i1').insert(0, 'Allumer')
    doc.getMap('ideas:i1').set('a', { text: 'un binôme', rank: 2 })
    doc.getMap('ideas:i1').set('b', { text: 'une fiche', rank: 1 })
    doc.getMap('ideas:i1').set('c', { text: 'retirée', removed: true })
    doc.getMap('ideas:i1').set('d', { text: 7 })
    doc.getMap('learnings').set('l', { kind: 'watchpoint', text: 'une contribution peut exclure' })
    const words = readWords(doc)
    expect(words.notes).toEqual({})
    expect(words.drafts).toEqual({ i1: 'Allumer' })
    expect(words.ideas['i1']?.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(wordsState(doc)).toEqual({ 'draft:i1': 1, 'ideas:i1': 2, learnings: 1, 'learnings:': 1 })
  })
  test('[house law 3] entries come by rank, then id, whatever the order they were put in', () => {
    const entries = Object.entries({ z: 1, a: 1, m: 0 })
    for (const order of [entries, entries.toReversed()]) {
      const doc = new Y.Doc()
      for (const [id, rank] of order) doc.getMap('resources').set(id, { title: id, rank })
      expect(readWords(doc).resources.map(({ id }) => id)).toEqual(['m', 'a', 'z'])
    }
  })
})

describe('[contract § Document] roots', () => {
  test.each([
    ['note:01ARZ', { kind: 'note', itemId: '01ARZ' }],
    ['note:01ARZ:synthesis', { kind: 'note', itemId: '01ARZ', heading: 'synthesis' }],
    ['draft:x', { kind: 'draft', itemId: 'x' }],
    ['ideas:x', { kind: 'ideas', itemId: 'x' }],
    ['learnings', { kind: 'learnings' }],
    ['board', { kind: 'board' }],
    ['note:x:other', undefined],
    ['note:', undefined],
    ['note:__proto__', undefined],
    ['note:x:synthesis:y', undefined],
    ['draft:x:y', undefined],
    ['users', undefined],
    ['', undefined],
  ])('%s', (name, root) => expect(rootOf(name)).toEqual(root))
  test('an item’s roots are all known, and have a type', () => {
    for (const name of rootsOfItem('01ARZ')) expect(rootTypes[rootOf(name)?.kind ?? 'board']).toMatch(/xml|text|map/)
    expect(rootsOfItem('x')).toHaveLength(6)
  })
})

describe('[architecture § The guard] who writes words', () => {
  const c = circle('ada', 'ben')
  c.joins('oli', { standing: 'observer' })
  const itemId = c.did('ada', { type: 'propose-item', kind: 'information', title: 'x' })
  const note = `note:${itemId}`
  test.each([
    ['ada', note, 'yes'],
    ['ada', 'learnings', 'yes'],
    ['oli', note, 'no'],
    ['oli', 'learnings', 'no'],
    ['ghost', note, 'no'],
    ['ada', 'board', 'no'],
    ['ada', 'note:later', 'wait'],
    ['oli', 'note:later', 'no'],
    ['ada', 'stuff', 'unknown-root'],
  ] as const)('%s into %s: %s', (who, root, verdict) => expect(mayWrite(c.board, who, root === note ? note : root)).toBe(verdict))
  test('sealing alone closes words: in review and on a closed item they stay open', () => {
    c.did('ada', { type: 'close' })
    expect(mayWrite(c.board, 'ada', note)).toBe('yes')
    c.at(1).joins('late')
    expect(mayWrite(c.board, 'late', note)).toBe('no')
    const sealed = { ...c.board, meeting: { ...c.board.meeting, status: 'sealed' as const } }
    expect(mayWrite(sealed, 'ada', note)).toBe('frozen')
  })
  test('values of the maps are whole and bounded', () => {
    expect(v.is(wordValueSchemas.ideas, { text: 'x', rank: 1.5 })).toBe(true)
    expect(v.is(wordValueSchemas.ideas, { text: 'x'.repeat(1001) })).toBe(false)
    expect(v.is(wordValueSchemas.resources, { title: 'x', url: 'javascript:x' })).toBe(false)
    expect(v.is(wordValueSchemas.learnings, { kind: 'sermon', text: 'x' })).toBe(false)
  })
})
