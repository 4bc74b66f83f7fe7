import type { Block, Depth, List, MinutesTree, Phrase, Table } from '../tree/nodes.ts'
import { textOf } from '../tree/typed.ts'
import { wikiAddress } from './address.ts'
import { escapeDokuWiki } from './dokuwiki-escape.ts'

/** DokuWiki source. Every block but a list or a table is one line, so nothing typed can begin one. */
export const printDokuWiki = (tree: MinutesTree): string => `${tree.children.map(printBlock).join('\n\n')}\n`

const bars: Record<Depth, string> = { 1: '======', 2: '=====', 3: '====', 4: '===', 5: '==' }
const wraps = { strong: ['**', '**'], emphasis: ['//', '//'], delete: ['<del>', '</del>'] } as const

const printBlock = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      // DokuWiki takes a heading's text as it stands: nothing is read in it, nowiki included
      return `${bars[block.depth]} ${textOf(block.children)} ${bars[block.depth]}`
    case 'paragraph':
      return printLine(block.children)
    case 'quote':
      return `> ${printLine(block.children)}`
    case 'list':
      return printList(block, 1).join('\n')
    case 'table':
      return printTable(block)
  }
}

const printList = (list: List, depth: number): string[] =>
  list.children.flatMap(({ line, lists }) => [
    `${'  '.repeat(depth)}${list.ordered ? '-' : '*'} ${printLine(line)}`,
    ...lists.flatMap((each) => printList(each, depth + 1)),
  ])

/** An empty cell holds a space, or it would merge with the one before. */
const printTable = ({ rows }: Table): string =>
  rows
    .map((cells, index) => {
      const bar = index === 0 ? '^' : '|'
      return cells.map((cell) => `${bar} ${cell.length === 0 ? '' : `${printLine(cell)} `}`).join('') + bar
    })
    .join('\n')

/** Each text is escaped knowing the syntax printed on both its sides: `*` next to bold would be read with it. */
const printLine = (phrases: readonly Phrase[], before = '', after = ''): string =>
  phrases
    .map((phrase, index) => {
      const previous = phrases[index - 1]
      const next = phrases[index + 1]
      return printPhrase(phrase, previous === undefined ? before : syntaxOf(previous)[1], next === undefined ? after : syntaxOf(next)[0])
    })
    .join('')

const syntaxOf = (phrase: Phrase): readonly [open: string, close: string] => {
  if (phrase.type === 'text') return ['', '']
  if (phrase.type === 'break') return ['\\\\ ', '\\\\ ']
  return phrase.type === 'link' ? ['[[', ']]'] : wraps[phrase.type]
}

const printPhrase = (phrase: Phrase, before: string, after: string): string => {
  switch (phrase.type) {
    case 'text':
      return escapeDokuWiki(phrase.value, before, after)
    case 'break':
      return '\\\\ '
    case 'link':
      return printLink(phrase)
    default: {
      const [open, close] = wraps[phrase.type]
      return open + printLine(phrase.children, open, close) + close
    }
  }
}

/** DokuWiki reads a link's title as plain text, but for brackets and braces: those stand between two links to the same address. */
const printLink = ({ url, children }: Phrase & { type: 'link' }) => {
  const address = wikiAddress(url).replace(/^mailto:/i, '')
  const title = textOf(children)
  if (title === address) return `[[${address}]]`
  return title
    .split(/([[\]{}]+)/)
    .map((part, index) => (index % 2 === 0 && part.trim() !== '' ? `[[${address}|${part}]]` : escapeDokuWiki(part, ']', '[')))
    .join('')
}
