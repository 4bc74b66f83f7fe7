import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Root, Table as MdastTable } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Block, Entry, List, MinutesTree, Phrase, Table } from '../tree/nodes.ts'

/** Without `stringLength` a wider cell would re-align its whole table, and one changed word would be a diff of every row. */
const printer = unified()
  .use(remarkGfm, { stringLength: () => 3 })
  .use(remarkStringify, { bullet: '-' })
  .freeze()

/** GitHub-flavoured Markdown; escaping is remark-stringify's. */
export const printMarkdown = (tree: MinutesTree): string =>
  printer.stringify({ type: 'root', children: tree.children.flatMap(toMdast) } satisfies Root)

const toMdast = (block: Block): (BlockContent | DefinitionContent)[] => {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', depth: block.depth, children: inline(block.children) }]
    case 'paragraph':
      return [{ type: 'paragraph', children: inline(block.children) }]
    case 'quote':
      return [{ type: 'blockquote', children: [{ type: 'paragraph', children: inline(block.children) }] }]
    case 'list':
      return [listToMdast(block)]
    case 'table':
      return [tableToMdast(block)]
  }
}

const listToMdast = (list: List): BlockContent => ({
  type: 'list',
  ordered: list.ordered,
  spread: false,
  children: list.children.map(entryToMdast),
})

const entryToMdast = ({ line, lists }: Entry): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [...(line.length > 0 ? [{ type: 'paragraph' as const, children: inline(line) }] : []), ...lists.map(listToMdast)],
})

const tableToMdast = ({ rows }: Table): MdastTable => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: inCell(cell) })),
  })),
})

const inline = (phrases: readonly Phrase[]): PhrasingContent[] => phrases.map(phraseToMdast)

const phraseToMdast = (phrase: Phrase): PhrasingContent => {
  switch (phrase.type) {
    case 'text':
    case 'break':
      return phrase
    case 'link':
      return { type: 'link', url: phrase.url, children: inline(phrase.children) }
    default:
      return { type: phrase.type, children: inline(phrase.children) }
  }
}

/** A row is one line of source, so a break inside a cell is HTML's. */
const inCell = (phrases: readonly Phrase[]): PhrasingContent[] =>
  inline(phrases).map((phrase) => (phrase.type === 'break' ? { type: 'html', value: '<br>' } : phrase))
