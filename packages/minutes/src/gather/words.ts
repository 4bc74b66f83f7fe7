import type { Block as NoteBlock } from '@clairiere/ritual'
import type { Block } from '../record/rich-text.ts'

/** Common notes in the record's own shape, which a later editor must not change under stored exports. */
export const blocksOf = (blocks: readonly NoteBlock[]): Block[] =>
  blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', content: linesOf(block.content) }
      case 'heading':
        return { type: 'heading', level: block.level, content: linesOf(block.content) }
      case 'quote':
        return { type: 'quote', content: blocksOf(block.content) }
      case 'bullets':
      case 'numbers':
        return { type: 'list', ordered: block.type === 'numbers', items: block.items.map((item) => blocksOf(item)) }
    }
  })

const linesOf = (content: Extract<NoteBlock, { type: 'paragraph' }>['content']) =>
  content.map((inline) =>
    'break' in inline
      ? inline
      : {
          text: inline.text,
          ...(inline.marks === undefined ? {} : { marks: [...inline.marks] }),
          ...(inline.href === undefined ? {} : { href: inline.href }),
        },
  )
