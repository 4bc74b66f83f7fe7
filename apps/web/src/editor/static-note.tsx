import type { Block, Inlines } from '@clairiere/ritual'
import { Fragment, type ReactNode } from 'react'

const marksAround = (content: ReactNode, marks: readonly string[]): ReactNode => {
  let inner = content
  if (marks.includes('strike')) inner = <s>{inner}</s>
  if (marks.includes('italic')) inner = <em>{inner}</em>
  if (marks.includes('bold')) inner = <strong>{inner}</strong>
  return inner
}

const Inline = ({ content }: { content: Inlines }) =>
  content.map((piece, index) => {
    if ('break' in piece) return <br key={index} />
    const inner = marksAround(piece.text, piece.marks ?? [])
    return (
      <Fragment key={index}>
        {piece.href ? (
          <a href={piece.href} rel="noopener noreferrer nofollow" target="_blank">
            {inner}
          </a>
        ) : (
          inner
        )}
      </Fragment>
    )
  })

const BlockView = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {/* An empty paragraph keeps its line, as in the editor. */}
          {block.content.length === 0 ? <br /> : <Inline content={block.content} />}
        </p>
      )
    case 'heading':
      return block.level === 2 ? (
        <h3>
          <Inline content={block.content} />
        </h3>
      ) : (
        <h4>
          <Inline content={block.content} />
        </h4>
      )
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      )
    default: {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} />
        </li>
      ))
      return block.type === 'bullets' ? <ul>{items}</ul> : <ol>{items}</ol>
    }
  }
}

/** A common note as plain HTML: what readers see, and everyone before their first tap, without the editor's weight. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => blocks.map((block, index) => <BlockView key={index} block={block} />)
