import type { Block, List, MinutesTree, Phrase, Table } from '../tree/nodes.ts'
import { textOf } from '../tree/typed.ts'
import { wikiAddress } from './address.ts'
import { escapeMediaWiki, guardLineStart } from './mediawiki-escape.ts'

/** MediaWiki source. Every block but a list or a table is one line. */
export const printMediaWiki = (tree: MinutesTree): string => `${tree.children.map(printBlock).join('\n\n')}\n`

const wraps = { strong: [`'''`, `'''`], emphasis: [`''`, `''`], delete: ['<s>', '</s>'] } as const

const printBlock = (block: Block): string => {
  switch (block.type) {
    case 'heading': {
      const bar = '='.repeat(block.depth)
      return `${bar} ${printLine(block.children)} ${bar}`
    }
    case 'paragraph':
      return guardLineStart(printLine(block.children))
    case 'quote':
      return `<blockquote>${printLine(block.children)}</blockquote>`
    case 'list':
      return printList(block, '').join('\n')
    case 'table':
      return printTable(block)
  }
}

const printList = (list: List, above: string): string[] => {
  const prefix = above + (list.ordered ? '#' : '*')
  return list.children.flatMap(({ line, lists }) => [`${prefix} ${printLine(line)}`, ...lists.flatMap((each) => printList(each, prefix))])
}

const printTable = ({ rows: [header = [], ...rows] }: Table): string =>
  [
    '{| class="wikitable"',
    `! ${header.map((cell) => printLine(cell)).join(' !! ')}`,
    ...rows.flatMap((cells) => ['|-', `| ${cells.map((cell) => printLine(cell)).join(' || ')}`]),
    '|}',
  ].join('\n')

const printLine = (phrases: readonly Phrase[], before = '', after = ''): string =>
  phrases
    .map((phrase, index) => {
      const previous = phrases[index - 1]
      const next = phrases[index + 1]
      const printed = printPhrase(phrase, previous === undefined ? before : quotesOf(previous), next === undefined ? after : quotesOf(next))
      // two runs of quotes in a row would be read as one
      return quotesOf(phrase) !== '' && previous !== undefined && quotesOf(previous) !== '' ? `<nowiki/>${printed}` : printed
    })
    .join('')

const quotesOf = (phrase: Phrase) => (phrase.type === 'strong' || phrase.type === 'emphasis' ? wraps[phrase.type][0] : '')

/** An address that shows itself stands bare; the empty nowiki ends it whatever follows. */
const printLink = ({ url, children }: Phrase & { type: 'link' }) => {
  const address = wikiAddress(url)
  return textOf(children) === address ? `${address}<nowiki/>` : `[${address} ${printLine(children)}]`
}

const printPhrase = (phrase: Phrase, before: string, after: string): string => {
  switch (phrase.type) {
    case 'text':
      return escapeMediaWiki(phrase.value, before, after)
    case 'break':
      return '<br />'
    case 'link':
      return printLink(phrase)
    default: {
      const [open, close] = wraps[phrase.type]
      return open + printLine(phrase.children, open, close) + close
    }
  }
}
