import type { Block, Entry, List, MinutesTree, Phrase } from '../src/tree/nodes.ts'
import { textOf } from '../src/tree/typed.ts'

/** What a reader of minutes sees, whatever the syntax: runs of text with their marks; `\n` is a line break. */
export interface CanonRun {
  text: string
  marks: string
}
export type CanonLine = CanonRun[]
export interface CanonEntry {
  line: CanonLine
  lists: CanonBlock[]
}
export type CanonBlock =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph' | 'quote'; line: CanonLine }
  | { kind: 'list'; ordered: boolean; entries: CanonEntry[] }
  | { kind: 'table'; rows: CanonLine[][] }

/** One line from runs: equal neighbours joined, spaces at its ends gone as every reader drops them. A space carries no mark that anyone could see. */
export const canonLine = (runs: readonly CanonRun[]): CanonLine => {
  const line: CanonLine = []
  for (const run of runs) {
    const last = line.at(-1)
    const marks = [...new Set(run.marks.split(' '))].filter(Boolean).toSorted().join(' ')
    if (run.text === '') continue
    if (last?.marks === marks) last.text += run.text
    else line.push({ text: run.text, marks })
  }
  const [first] = line
  if (first) first.text = first.text.trimStart()
  const end = line.at(-1)
  if (end) end.text = end.text.trimEnd()
  return line.filter((run) => run.text !== '')
}

export const canonTree = (tree: MinutesTree): CanonBlock[] => joinLists(tree.children.map(canonBlock))

const canonBlock = (block: Block): CanonBlock => {
  switch (block.type) {
    case 'heading':
      return {
        kind: 'heading',
        depth: block.depth,
        text: canonLine(runsOf(block.children, ''))
          .map((run) => run.text)
          .join(''),
      }
    case 'paragraph':
    case 'quote':
      return { kind: block.type, line: canonLine(runsOf(block.children, '')) }
    case 'list':
      return canonList(block)
    case 'table':
      return { kind: 'table', rows: block.rows.map((cells) => cells.map((cell) => canonLine(runsOf(cell, '')))) }
  }
}

const canonList = (list: List): CanonBlock => ({ kind: 'list', ordered: list.ordered, entries: list.children.map(canonEntry) })
const canonEntry = ({ line, lists }: Entry): CanonEntry => ({ line: canonLine(runsOf(line, '')), lists: joinLists(lists.map(canonList)) })

/** Two lists of one kind in a row are one list in every wiki. */
export const joinLists = (blocks: readonly CanonBlock[]): CanonBlock[] => {
  const joined: CanonBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last?.kind === 'list' && block.kind === 'list' && last.ordered === block.ordered) last.entries.push(...block.entries)
    else joined.push(block)
  }
  return joined
}

/** An address that shows itself is one with its text: whether a reader calls it a link is that wiki's affair. */
export const linkMark = (url: string, text: string): string =>
  [text, `http://${text}`, `mailto:${text}`].some((each) => addressMark(each) === addressMark(url)) ? '' : addressMark(url)

const addressMark = (url: string): string => {
  const plain = url.replace(/^mailto:/i, '')
  try {
    return `link=${encodeURI(decodeURI(plain))}`
  } catch {
    return `link=${plain}`
  }
}

const runsOf = (phrases: readonly Phrase[], marks: string): CanonRun[] =>
  phrases.flatMap((phrase) => {
    if (phrase.type === 'text') return [{ text: phrase.value, marks }]
    if (phrase.type === 'break') return [{ text: '\n', marks: '' }]
    return runsOf(phrase.children, `${marks} ${phrase.type === 'link' ? linkMark(phrase.url, textOf(phrase.children)) : phrase.type}`)
  })

/** DokuWiki's links cannot hold brackets or braces: there these stand beside the link, as text. */
export const bracketsOutOfLinks = (blocks: readonly CanonBlock[]): CanonBlock[] => {
  const split = (line: CanonLine): CanonLine =>
    canonLine(
      line.flatMap((run) =>
        run.text
          .split(/([[\]{}]+)/)
          .map((text, index) => ({ text, marks: index % 2 === 0 && text.trim() !== '' ? run.marks : run.marks.replace(/link=\S*/, '') })),
      ),
    )
  const entry = ({ line, lists }: CanonEntry): CanonEntry => ({ line: split(line), lists: bracketsOutOfLinks(lists) })
  return blocks.map((block) => {
    if (block.kind === 'heading') return block
    if (block.kind === 'list') return { ...block, entries: block.entries.map(entry) }
    if (block.kind === 'table') return { ...block, rows: block.rows.map((cells) => cells.map(split)) }
    return { ...block, line: split(block.line) }
  })
}
