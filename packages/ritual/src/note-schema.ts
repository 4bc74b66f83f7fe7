import * as v from 'valibot'
import * as Y from 'yjs'
import type { Id } from './ids.ts'
import { noteMarks, noteNodes } from './note-nodes.ts'
import { wordValueSchemas } from './policy.ts'
import { rootOf } from './roots.ts'
import type { Block, Entry, Inline, Inlines, Words, WordsState } from './words.ts'

/** Reads the common words of a document as plain data. With `board-document.ts`, the only place in ritual that knows Yjs. */

const marksOf = (attributes: Readonly<Record<string, unknown>>): Omit<Inline, 'text'> => {
  const marks = (['bold', 'italic', 'strike'] as const).filter((mark) => attributes[mark] !== undefined && attributes[mark] !== null)
  const link = v.safeParse(noteMarks.link, attributes['link'])
  return { ...(marks.length > 0 && { marks }), ...(link.success && { href: link.output.href }) }
}

const inlinesOf = (parent: Y.XmlElement): Inlines => {
  const inlines: (Inline | { break: true })[] = []
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      for (const { insert, attributes } of child.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
        if (typeof insert === 'string' && insert !== '') inlines.push({ text: insert, ...marksOf(attributes ?? {}) })
      }
    } else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') inlines.push({ break: true })
  }
  return inlines
}

const itemsOf = (listElement: Y.XmlElement): readonly (readonly Block[])[] =>
  listElement.toArray().flatMap((child) => (child instanceof Y.XmlElement && child.nodeName === 'listItem' ? [blocksOf(child)] : []))

const blockOf = (element: Y.XmlElement): Block | undefined => {
  switch (element.nodeName) {
    case 'paragraph':
      return { type: 'paragraph', content: inlinesOf(element) }
    case 'heading': {
      const level: unknown = element.getAttribute('level')
      return { type: 'heading', level: v.is(noteNodes.heading.attributes, { level }) && level === 3 ? 3 : 2, content: inlinesOf(element) }
    }
    case 'blockquote':
      return { type: 'quote', content: blocksOf(element) }
    case 'bulletList':
      return { type: 'bullets', items: itemsOf(element) }
    case 'orderedList':
      return { type: 'numbers', items: itemsOf(element) }
    default:
      return undefined
  }
}

const blocksOf = (parent: Y.XmlElement | Y.XmlFragment): readonly Block[] =>
  parent.toArray().flatMap((child) => (child instanceof Y.XmlElement ? (blockOf(child) ?? []) : []))

const hasText = (inlines: Inlines): boolean => inlines.some((inline) => 'text' in inline && inline.text.trim() !== '')
const isEmptyBlock = (block: Block): boolean => {
  if (block.type === 'paragraph' || block.type === 'heading') return !hasText(block.content)
  return block.type === 'quote' ? block.content.every(isEmptyBlock) : block.items.every((item) => item.every(isEmptyBlock))
}

/** Plain blocks of one common note. */
export const readNote = (fragment: Y.XmlFragment): readonly Block[] => blocksOf(fragment)

/** Code units and not the reader's locale: every device and the minutes sort alike. Numbers come before words, a rank left out counts as 0. */
const byRank = (a: { rank: number | string; id: Id }, b: { rank: number | string; id: Id }): number => {
  if (typeof a.rank === 'number' && typeof b.rank === 'number' && a.rank !== b.rank) return a.rank - b.rank
  if (typeof a.rank !== typeof b.rank) return typeof a.rank === 'number' ? -1 : 1
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Live entries of one word map in printing order: what does not fit the schema, and what was removed, is left out. */
export const entriesOf = <S extends v.GenericSchema<unknown, { rank: number | string; removed?: boolean | undefined }>>(
  map: Y.Map<unknown>,
  schema: S,
): readonly Entry<v.InferOutput<S>>[] => {
  const entries: (v.InferOutput<S> & { id: Id })[] = []
  for (const [id, raw] of map.entries()) {
    const value = v.safeParse(schema, raw)
    if (value.success && value.output.removed !== true) entries.push({ ...value.output, id })
  }
  return entries.toSorted(byRank)
}

interface Roots {
  notes: Record<string, Y.XmlFragment>
  drafts: Record<Id, Y.Text>
  ideas: Record<Id, Y.Map<unknown>>
}

const rootsIn = (doc: Y.Doc): Roots => {
  const roots: Roots = { notes: {}, drafts: {}, ideas: {} }
  for (const name of [...doc.share.keys()].toSorted()) {
    const root = rootOf(name)
    if (root?.kind === 'note') roots.notes[name] = doc.getXmlFragment(name)
    else if (root?.kind === 'draft') roots.drafts[root.itemId] = doc.getText(name)
    else if (root?.kind === 'ideas') roots.ideas[root.itemId] = doc.getMap(name)
  }
  return roots
}

/** All common words as plain data, in printing order; empty notes are absent, removed entries left out. */
export const readWords = (doc: Y.Doc): Words => {
  const { notes, drafts, ideas } = rootsIn(doc)
  const read: Record<string, readonly Block[]> = {}
  for (const [name, fragment] of Object.entries(notes)) {
    const blocks = readNote(fragment)
    if (!blocks.every(isEmptyBlock)) read[name] = blocks
  }
  return {
    notes: read,
    drafts: Object.fromEntries(
      Object.entries(drafts).flatMap(([itemId, draft]) => (draft.length > 0 ? [[itemId, draft.toString()] as const] : [])),
    ),
    ideas: Object.fromEntries(
      Object.entries(ideas).flatMap(([itemId, map]) => {
        const entries = entriesOf(map, wordValueSchemas.ideas)
        return entries.length > 0 ? [[itemId, entries] as const] : []
      }),
    ),
    learnings: entriesOf(doc.getMap('learnings'), wordValueSchemas.learnings),
    resources: entriesOf(doc.getMap('resources'), wordValueSchemas.resources),
    disagreements: entriesOf(doc.getMap('disagreements'), wordValueSchemas.disagreements),
  }
}

/** What `judge` is told of the words: 1 for a text that is not empty, the number of live entries of a map, and of the learnings those of each item. */
export const wordsState = (doc: Y.Doc): WordsState => {
  const { notes, drafts, ideas } = rootsIn(doc)
  const state: Record<string, number> = {}
  for (const [name, fragment] of Object.entries(notes)) if (!readNote(fragment).every(isEmptyBlock)) state[name] = 1
  for (const [itemId, draft] of Object.entries(drafts)) if (draft.toString().trim() !== '') state[`draft:${itemId}`] = 1
  const count = (name: string, entries: readonly unknown[]): void => {
    if (entries.length > 0) state[name] = entries.length
  }
  for (const [itemId, map] of Object.entries(ideas)) count(`ideas:${itemId}`, entriesOf(map, wordValueSchemas.ideas))
  for (const name of ['learnings', 'resources', 'disagreements'] as const) count(name, entriesOf(doc.getMap(name), wordValueSchemas[name]))
  for (const { itemId = '' } of entriesOf(doc.getMap('learnings'), wordValueSchemas.learnings)) state[`learnings:${itemId}`] = 1
  return state
}
