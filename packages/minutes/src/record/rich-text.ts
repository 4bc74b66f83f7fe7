import * as v from 'valibot'
import { TypedSchema } from './texts.ts'

const marks = ['bold', 'italic', 'strike'] as const

/** A run of text with its marks, or a line break. */
export type Inline = { text: string; marks?: (typeof marks)[number][] | undefined; href?: string | undefined } | { break: true }

/** The common notes as a small tree: all that the note schema of the editor can hold, and nothing that a wiki cannot. */
export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: 1 | 2 | 3; content: Inline[] }
  | { type: 'list'; ordered: boolean; items: Block[][] }
  | { type: 'quote'; content: Block[] }

export const InlineSchema: v.GenericSchema<unknown, Inline> = v.union([
  v.object({ break: v.literal(true) }),
  v.object({ text: TypedSchema, marks: v.optional(v.array(v.picklist(marks))), href: v.optional(v.pipe(v.string(), v.maxLength(2000))) }),
])
export const LineSchema = v.array(InlineSchema)

export const BlockSchema: v.GenericSchema<unknown, Block> = v.variant('type', [
  v.object({ type: v.literal('paragraph'), content: LineSchema }),
  v.object({ type: v.literal('heading'), level: v.picklist([1, 2, 3]), content: LineSchema }),
  v.object({ type: v.literal('list'), ordered: v.boolean(), items: v.array(v.array(v.lazy(() => BlockSchema))) }),
  v.object({ type: v.literal('quote'), content: v.array(v.lazy(() => BlockSchema)) }),
])
