import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { Fragment, Schema, type Mark, type Node } from 'prosemirror-model'
import type * as Y from 'yjs'
import type { Seeded } from './seeded.ts'

// What people do to a document, at random; every edit is one the schema of `stage.ts` allows.

const schema = new Schema({
  nodes: {
    doc: { content: 'block*' },
    text: { group: 'inline' },
    paragraph: { content: 'inline*', group: 'block' },
    heading: { content: 'text*', group: 'block', attrs: { level: { default: 1 } } },
    bulletList: { content: 'listItem+', group: 'block' },
    listItem: { content: '(paragraph | bulletList)+' },
    hardBreak: { group: 'inline', inline: true },
  },
  marks: { bold: {}, italic: {}, link: { attrs: { href: {} } }, comment: { excludes: '' } },
})

const WORDS = ['a', 'bé', 'cat 🐈', 'much longer words here', '\n', '  ']

export type Edit = (doc: Y.Doc, random: Seeded) => void

const insertText: Edit = (doc, random) => {
  const text = doc.getText(`draft:${random.int(2)}`)
  const at = between(text, random.int(text.length + 1))
  if (random.once(4)) text.insert(at, random.pick(WORDS), { [random.pick(['bold', 'italic'])]: {} })
  else text.insert(at, random.pick(WORDS))
}

/** Typing on at the end, which the others may have only the beginning of. */
const typeOn: Edit = (doc, random) => {
  const text = doc.getText('draft:0')
  text.insert(text.length, random.pick(['x', 'yz', 'one ', '\u{1f408}']))
}

const deleteText: Edit = (doc, random) => {
  const text = doc.getText(`draft:${random.int(2)}`)
  const from = between(text, random.int(text.length + 1))
  const to = between(text, Math.min(text.length, from + random.int(12)))
  if (from < to) text.delete(from, to - from)
}

const formatText: Edit = (doc, random) => {
  const text = doc.getText(`draft:${random.int(2)}`)
  const from = between(text, random.int(text.length + 1))
  const to = between(text, from + random.int(text.length - from + 1))
  if (from >= to) return
  const mark = random.once(5) ? { link: { href: 'https://a.example' } } : { [random.pick(['bold', 'italic'])]: random.once(3) ? null : {} }
  text.format(from, to - from, mark)
}

/** The nearest place at or before `at` that does not cut a surrogate pair: editors never do, and Yjs would show two halves. */
function between(text: Y.Text, at: number): number {
  const code = text.toString().charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}

const setCard: Edit = (doc, random) => {
  doc.getMap('cards').set(`c${random.int(4)}`, { text: random.pick(WORDS), rank: random.int(9), tags: ['x', null, 1.5, true] })
}

const deleteCard: Edit = (doc, random) => {
  doc.getMap('cards').delete(`c${random.int(4)}`)
}

/** As a ProseMirror binding does: the document as a tree, a change of the tree, the difference written back. */
const editNote: Edit = (doc, random) => {
  const fragment = doc.getXmlFragment(`note:${random.int(2)}`)
  const before = yXmlFragmentToProseMirrorRootNode(fragment, schema)
  const after = changed(before, random)
  updateYFragment(doc, fragment, after, { mapping: new Map(), isOMark: new Map() })
}

function changed(root: Node, random: Seeded): Node {
  const blocks = [...root.content.content]
  const at = random.int(blocks.length + 1)
  const block = blocks[at]
  const choice = random.int(10)
  if (block === undefined || choice < 2) blocks.splice(at, 0, newBlock(random))
  else if (choice === 2) blocks.splice(at, 1)
  else if (choice === 3) blocks.splice(at, 1, block, block)
  else if (choice === 4) blocks.splice(at, 1, schema.node('bulletList', null, [schema.node('listItem', null, [newParagraph(random)])]))
  else if (choice === 5 && block.type.name === 'heading')
    blocks.splice(at, 1, schema.node('heading', { level: 1 + random.int(2) }, block.content))
  else blocks.splice(at, 1, typed(block, random))
  return root.copy(Fragment.from(blocks))
}

function newBlock(random: Seeded): Node {
  return random.once(4) ? schema.node('heading', { level: 1 }, [schema.text('title')]) : newParagraph(random)
}

function newParagraph(random: Seeded): Node {
  const inner = [schema.text(random.pick(WORDS), marksOf(random))]
  if (random.once(3)) inner.push(schema.node('hardBreak'), schema.text('after'))
  return schema.node('paragraph', null, inner)
}

function marksOf(random: Seeded): Mark[] {
  const marks: Mark[] = []
  for (const name of ['bold', 'italic', 'comment']) if (random.once(4)) marks.push(schema.mark(name))
  if (random.once(6)) marks.push(schema.mark('link', { href: 'https://b.example' }))
  return marks
}

/** The same block with one of its texts typed into, cut, or marked anew. */
function typed(block: Node, random: Seeded): Node {
  if (!block.isTextblock) {
    const inner = block.content.content.map((child, index) => (index === 0 ? typed(child, random) : child))
    return block.copy(Fragment.from(inner))
  }
  const inner = [...block.content.content]
  const at = inner.findIndex((child) => child.isText)
  const child = inner[at]
  if (child === undefined) return block.copy(Fragment.from(schema.text(random.pick(WORDS))))
  const characters = Array.from(child.text ?? '')
  const cut = random.int(characters.length + 1)
  if (random.once(3)) characters.splice(cut, 2)
  else characters.splice(cut, 0, random.pick(WORDS))
  const marks = random.once(3) ? marksOf(random) : child.marks
  const text = characters.join('')
  inner.splice(at, 1, ...(text === '' ? [] : [schema.text(text, marks)]))
  return block.copy(Fragment.from(inner))
}

export const EDITS: readonly Edit[] = [
  typeOn,
  typeOn,
  insertText,
  deleteText,
  formatText,
  setCard,
  setCard,
  deleteCard,
  editNote,
  editNote,
  editNote,
]
