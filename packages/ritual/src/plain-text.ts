import type { Block, Inlines } from './words.ts'

const said = (inlines: Inlines): string => inlines.map((inline) => ('text' in inline ? inline.text : '\n')).join('')

const linesOf = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [said(block.content)]
    case 'quote':
      return block.content.flatMap(linesOf)
    case 'bullets':
    case 'numbers':
      return block.items.map((item) => `– ${item.flatMap(linesOf).join('\n')}`)
  }
}

/** A common note as bare lines, without its marks. */
export const plainText = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(linesOf)
    .filter((line) => line.trim() !== '')
    .join('\n')
