import type { Block as NoteBlock, Inline } from '../record/rich-text.ts'
import type { Block, Depth, Entry, List, Phrase } from './nodes.ts'
import { richLine } from './runs.ts'
import { textOf, tidy } from './typed.ts'

/** Common notes as blocks no richer than a wiki: headings go below the item's own [§2.9 Items], empty paragraphs go. */
export const richBlocks = (blocks: readonly NoteBlock[]): Block[] =>
  blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph':
        return whenFilled(richLine(block.content), (children) => ({ type: 'paragraph', children }))
      case 'heading':
        return whenFilled(plain(richLine(block.content)), (children) => ({ type: 'heading', depth: demoted(block.level), children }))
      case 'list':
        return filledList(block.ordered, block.items)
      case 'quote':
        return whenFilled(joinLines(flatLines(block.content)), (children) => ({ type: 'quote', children }))
    }
  })

/** Every line of some blocks, one after the other: what becomes list items under a workshop heading. */
export const richLines = (blocks: readonly NoteBlock[]): Inline[][] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return richLine(block.content).length === 0 ? [] : [block.content]
      case 'list':
        return block.items.flatMap((item) => richLines(item))
      case 'quote':
        return richLines(block.content)
    }
  })

/** Items are at depth 3, and DokuWiki ends at 5. */
const demoted = (level: 1 | 2 | 3): Depth => (level === 3 ? 5 : 4)

/** DokuWiki reads no marks in a heading, so no format prints any there. */
const plain = (phrases: readonly Phrase[]): Phrase[] => tidy([{ type: 'text', value: textOf(phrases) }])

const whenFilled = <T>(phrases: Phrase[], make: (phrases: Phrase[]) => T): T[] => (phrases.length === 0 ? [] : [make(phrases)])

const filledList = (ordered: boolean, items: readonly (readonly NoteBlock[])[]): List[] => {
  const children = items.map(toEntry).filter((each) => each.line.length > 0 || each.lists.length > 0)
  return children.length === 0 ? [] : [{ type: 'list', ordered, children }]
}

/** One line, and the lists below it; a second paragraph or a quote in an item follows after a break. */
const toEntry = (blocks: readonly NoteBlock[]): Entry => {
  const lists = blocks.flatMap((block) => (block.type === 'list' ? filledList(block.ordered, block.items) : []))
  return { line: joinLines(flatLines(blocks.filter((block) => block.type !== 'list'))), lists }
}

const flatLines = (blocks: readonly NoteBlock[]): Phrase[][] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return whenFilled(richLine(block.content), (phrases) => phrases)
      case 'quote':
        return flatLines(block.content)
      case 'list':
        return block.items.flatMap((item, index) =>
          flatLines(item).map((phrases) => tidy([{ type: 'text', value: block.ordered ? `${index + 1}) ` : '– ' }, ...phrases])),
        )
    }
  })

const joinLines = (lines: readonly Phrase[][]): Phrase[] =>
  lines.flatMap((each, index): Phrase[] => (index > 0 ? [{ type: 'break' }, ...each] : each))
