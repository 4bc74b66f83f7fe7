import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { linkMark, canonLine, joinLists, type CanonBlock, type CanonEntry, type CanonRun } from './canon.ts'

const reader = unified().use(remarkParse).use(remarkGfm)

/** Markdown as GitHub's dialect reads it. Addresses it links by itself stay text here: GFM has no way to forbid that, and the text is the same. */
export const readMarkdown = (source: string): CanonBlock[] => joinLists(reader.parse(source).children.map(blockOf))

const blockOf = (node: RootContent): CanonBlock => {
  switch (node.type) {
    case 'heading':
      return {
        kind: 'heading',
        depth: node.depth,
        text: canonLine(runsOf(node.children, ''))
          .map((run) => run.text)
          .join(''),
      }
    case 'paragraph':
      return { kind: 'paragraph', line: canonLine(runsOf(node.children, '')) }
    case 'blockquote': {
      const lines = node.children.map(blockOf)
      return {
        kind: 'quote',
        line: lines.length === 1 && lines[0]?.kind === 'paragraph' ? lines[0].line : [{ text: JSON.stringify(lines), marks: 'blocks' }],
      }
    }
    case 'list':
      return { kind: 'list', ordered: node.ordered === true, entries: node.children.map((item) => entryOf(item.children)) }
    case 'table':
      return { kind: 'table', rows: node.children.map((row) => row.children.map((cell) => canonLine(runsOf(cell.children, '')))) }
    default:
      return { kind: 'paragraph', line: [{ text: JSON.stringify(node), marks: node.type }] }
  }
}

const entryOf = (children: readonly RootContent[]): CanonEntry => {
  const [first, ...others] = children.map(blockOf)
  if (first?.kind === 'paragraph') return { line: first.line, lists: joinLists(others) }
  return { line: [], lists: first === undefined ? [] : joinLists([first, ...others]) }
}

const runsOf = (nodes: readonly PhrasingContent[], marks: string): CanonRun[] => nodes.flatMap((node) => runOf(node, marks))

const runOf = (node: Nodes, marks: string): CanonRun[] => {
  switch (node.type) {
    case 'text':
      return [{ text: node.value, marks }]
    case 'break':
      return [{ text: '\n', marks: '' }]
    case 'html':
      return node.value === '<br>' ? [{ text: '\n', marks: '' }] : [{ text: node.value, marks: 'html' }]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return runsOf(node.children, `${marks} ${node.type}`)
    case 'link': {
      const text = runsOf(node.children, '').map((run) => run.text)
      return runsOf(node.children, `${marks} ${linkMark(node.url, text.join(''))}`)
    }
    default:
      return [{ text: JSON.stringify(node), marks: node.type }]
  }
}
