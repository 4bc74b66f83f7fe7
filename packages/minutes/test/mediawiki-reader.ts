import Parser from 'wikiparser-node'
import { linkMark, canonLine, joinLists, type CanonBlock, type CanonLine, type CanonRun } from './canon.ts'
import { nest } from './dokuwiki-reader.ts'

/** What a line of MediaWiki source is made of, once wikiparser-node has read it. */
type Part =
  | { is: 'text'; text: string }
  | { is: 'quotes' | 'tag'; text: string }
  | { is: 'prefix'; text: string }
  | { is: 'link'; url: string; parts: Part[] }
  | { is: 'heading'; depth: number; parts: Part[] }
  | { is: 'table'; rows: Part[][][] }
  | { is: 'other'; type: string; text: string }

interface Node {
  type: string
  name?: string | undefined
  level?: number
  data?: string
  childNodes: Node[]
  /** The source it was read from. */
  toString: () => string
}

/** MediaWiki source as wikiparser-node reads it; whatever minutes never print (template, switch, automatic link, definition …) comes back as a run marked with its type. */
export const readMediaWiki = (source: string): CanonBlock[] => {
  Parser.warning = false
  return blocksOf(linesOf(partsOf(Parser.parse(source) as unknown as Node)))
}

const partsOf = (token: Node): Part[] => token.childNodes.flatMap(partOf)
const sourceOf = (node: Node | undefined) => node?.toString() ?? ''
const child = (node: Node, type: string) => node.childNodes.find((each) => each.type === type)

const partOf = (node: Node): Part[] => {
  switch (node.type) {
    case 'text':
      return [{ is: 'text', text: decode(node.data ?? '') }]
    case 'quote':
      return [{ is: 'quotes', text: node.toString() }]
    case 'list':
      return [{ is: 'prefix', text: node.toString() }]
    case 'html':
      return [{ is: 'tag', text: node.toString().replaceAll(' ', '') }]
    case 'ext':
      return node.name === 'nowiki'
        ? [{ is: 'text', text: decode(sourceOf(child(node, 'ext-inner'))) }]
        : [{ is: 'other', type: 'ext', text: node.toString() }]
    case 'ext-link':
      return [
        {
          is: 'link',
          url: sourceOf(child(node, 'ext-link-url')),
          parts: child(node, 'ext-link-text')?.childNodes.flatMap(partOf) ?? [],
        },
      ]
    case 'free-ext-link':
      return [{ is: 'link', url: node.toString(), parts: node.childNodes.flatMap(partOf) }]
    case 'heading':
      return [{ is: 'heading', depth: node.level ?? 0, parts: partsOf(node.childNodes[0]!) }]
    case 'table':
      return [{ is: 'table', rows: rowsOf(node) }]
    default:
      return [{ is: 'other', type: node.type, text: node.toString() }]
  }
}

const rowsOf = (table: Node): Part[][][] => {
  const cells = (row: Node) => row.childNodes.filter((each) => each.type === 'td').map((cell) => partsOf(child(cell, 'td-inner')!))
  return [cells(table), ...table.childNodes.filter((each) => each.type === 'tr').map(cells)].filter((row) => row.length > 0)
}

const decode = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const linesOf = (parts: readonly Part[]): Part[][] => {
  const lines: Part[][] = [[]]
  for (const part of parts) {
    if (part.is === 'heading' || part.is === 'table') lines.push([part], [])
    else if (part.is === 'text')
      part.text.split('\n').forEach((text, index) => {
        if (index > 0) lines.push([])
        if (text !== '' || part.text === '') lines.at(-1)!.push({ is: 'text', text })
      })
    else lines.at(-1)!.push(part)
  }
  return lines
}

/** A blank line ends a paragraph or a list; lines of prefixes in a row are one list. */
const blocksOf = (lines: readonly Part[][]): CanonBlock[] => {
  const blocks: CanonBlock[] = []
  let items: { depth: number; ordered: boolean; line: CanonLine }[] = []
  const flush = () => {
    blocks.push(...nest(items))
    items = []
  }
  for (const line of lines) {
    const [first, ...others] = line
    if (first?.is === 'prefix') {
      const prefix = first.text.trim()
      items.push({
        depth: prefix.length,
        ordered: prefix.endsWith('#'),
        line: canonLine(/[^*#]/.test(prefix) ? [{ text: prefix, marks: 'definition' }] : runsOf(others)),
      })
      continue
    }
    flush()
    if (first === undefined) continue
    if (first.is === 'heading') blocks.push({ kind: 'heading', depth: first.depth, text: textOf(runsOf(first.parts)) })
    else if (first.is === 'table')
      blocks.push({ kind: 'table', rows: first.rows.map((cells) => cells.map((cell) => canonLine(runsOf(cell)))) })
    else if (first.is === 'tag' && first.text === '<blockquote>') {
      const last = others.at(-1)
      const isClosed = last?.is === 'tag' && last.text === '</blockquote>'
      blocks.push({ kind: 'quote', line: canonLine(runsOf(isClosed ? others.slice(0, -1) : others)) })
    } else if (first.is === 'text' && first.text.startsWith(' '))
      blocks.push({ kind: 'paragraph', line: [{ text: textOf(runsOf(line)), marks: 'code' }] })
    else blocks.push({ kind: 'paragraph', line: canonLine(runsOf(line)) })
  }
  flush()
  return joinLists(blocks)
}

const textOf = (runs: readonly CanonRun[]) =>
  canonLine(runs)
    .map((run) => (run.marks === '' ? run.text : `<${run.marks}>${run.text}`))
    .join('')

const plainOf = (parts: readonly Part[]) =>
  runsOf(parts)
    .map((run) => run.text)
    .join('')

const toggles: Record<string, readonly string[]> = { "''": ['emphasis'], "'''": ['strong'], "'''''": ['strong', 'emphasis'] }

const runsOf = (parts: readonly Part[], outer: readonly string[] = []): CanonRun[] => {
  const open = new Set(outer)
  const marks = () => [...open].join(' ')
  const toggle = (mark: string) => (open.has(mark) ? open.delete(mark) : open.add(mark))
  return parts.flatMap((part): CanonRun[] => {
    switch (part.is) {
      case 'text':
        return [{ text: part.text, marks: marks() }]
      case 'quotes':
        for (const mark of toggles[part.text] ?? [`quotes ${part.text}`]) toggle(mark)
        return []
      case 'tag':
        if (part.text === '<br/>') return [{ text: '\n', marks: '' }]
        if (part.text === '<s>') open.add('delete')
        else if (part.text === '</s>') open.delete('delete')
        else return [{ text: part.text, marks: 'tag' }]
        return []
      case 'link':
        return runsOf(part.parts, [...open, linkMark(part.url, plainOf(part.parts))])
      case 'other':
        return [{ text: part.text, marks: part.type }]
      default:
        return [{ text: part.is, marks: 'misplaced' }]
    }
  })
}
