import type { Block, Depth, Entry, Heading, List, Paragraph, Phrase, Table } from './nodes.ts'
import type { Sentences } from '../sentences/fr.ts'
import { textOf, tidy, typed } from './typed.ts'

/** What a line may be made of: a string is text, typed or generated. */
export type Piece = string | Phrase | readonly Phrase[]

/** Joins pieces into one line; strings may hold line breaks, which become breaks. */
export const line = (...pieces: readonly Piece[]): Phrase[] =>
  tidy(pieces.flatMap((piece) => (typeof piece === 'string' ? typed(piece) : 'type' in piece ? [piece] : [...piece])))

export const strong = (text: string): Phrase => ({ type: 'strong', children: [{ type: 'text', value: oneLine(text) }] })
export const paragraph = (...pieces: readonly Piece[]): Paragraph => ({ type: 'paragraph', children: line(...pieces) })
/** A heading is one line of plain text in every wiki. */
export const heading = (depth: Depth, text: string): Heading => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: oneLine(text) || '–' }],
})
export const entry = (...pieces: readonly Piece[]): Entry => ({ line: line(...pieces), lists: [] })
export const list = (entries: readonly Entry[]): List => ({ type: 'list', ordered: false, children: [...entries] })

/** A paragraph or list entry that opens with a bold label. */
export const labelled = (s: Sentences, label: string, ...text: readonly Piece[]): Paragraph =>
  paragraph(strong(s.label(label)), ' ', ...text)
export const labelledEntry = (s: Sentences, label: string, ...text: readonly Piece[]): Entry => entry(strong(s.label(label)), ' ', ...text)

export const table = (header: readonly string[], rows: readonly (readonly Piece[])[]): Table => ({
  type: 'table',
  rows: [header, ...rows].map((cells) => cells.map((cell) => line(cell))),
})

/** A section with its heading, or nothing at all when it has no content [§2.9]. */
export const section = (depth: Depth, title: string, content: readonly (Block | false | undefined)[]): Block[] => {
  const blocks = content.filter((block) => block !== undefined && block !== false)
  return blocks.length === 0 ? [] : [heading(depth, title), ...blocks]
}

/** A list of the entries that are there, or nothing. */
export const listOf = (entries: readonly (Entry | false | undefined)[]): List | undefined => {
  const present = entries.filter((each) => each !== undefined && each !== false)
  return present.length === 0 ? undefined : list(present)
}

const oneLine = (text: string) => textOf(typed(text)).trim()
