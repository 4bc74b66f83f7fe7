/** The minutes as one tree, in the shapes of mdast (so Markdown prints it as it is) and no richer than the poorest wiki:
 * a list item is one line and maybe a list, a quote is one paragraph. */
export type Phrase =
  | { type: 'text'; value: string }
  | { type: 'strong' | 'emphasis' | 'delete'; children: Phrase[] }
  | { type: 'link'; url: string; children: Phrase[] }
  | { type: 'break' }

export type Depth = 1 | 2 | 3 | 4 | 5

export interface Heading {
  type: 'heading'
  depth: Depth
  children: Phrase[]
}
export interface Paragraph {
  type: 'paragraph'
  children: Phrase[]
}
export interface List {
  type: 'list'
  ordered: boolean
  children: Entry[]
}
export interface Entry {
  line: Phrase[]
  lists: List[]
}
export interface Quote {
  type: 'quote'
  children: Phrase[]
}
/** The first row is the header; every row has as many cells. */
export interface Table {
  type: 'table'
  rows: Phrase[][][]
}
export type Block = Heading | Paragraph | List | Quote | Table

export interface MinutesTree {
  locale: 'fr' | 'en'
  title: string
  children: Block[]
}
