import * as v from 'valibot'

const none = v.strictObject({})

/**
 * What a common note may hold, by the editor's names: the guard checks it before anything is applied, the editor is built from it, and the minutes print
 * exactly this. `content` lists what may stand inside; `text` is text with marks.
 */
export const noteNodes = {
  paragraph: { content: ['text', 'hardBreak'], attributes: none },
  heading: { content: ['text', 'hardBreak'], attributes: v.strictObject({ level: v.picklist([2, 3]) }) },
  bulletList: { content: ['listItem'], attributes: none },
  orderedList: {
    content: ['listItem'],
    attributes: v.strictObject({
      start: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
      type: v.optional(v.nullable(v.literal('1'))),
    }),
  },
  listItem: { content: ['paragraph', 'bulletList', 'orderedList'], attributes: none },
  blockquote: { content: ['paragraph', 'bulletList', 'orderedList'], attributes: none },
  hardBreak: { content: [], attributes: none },
} as const satisfies Record<string, { content: readonly string[]; attributes: v.GenericSchema }>
export type NoteNode = keyof typeof noteNodes

/** Nodes at the top of a note. */
export const noteTop: readonly NoteNode[] = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote']

const LinkSchema = v.looseObject({ href: v.pipe(v.string(), v.maxLength(500), v.regex(/^(https?:\/\/|mailto:)[^\s]+$/i)) })

/** Marks by name, each with the value the editor gives it: `{}` or `true`; only a link carries an address, and never a `javascript:` one. */
export const noteMarks = {
  bold: v.union([v.literal(true), none]),
  italic: v.union([v.literal(true), none]),
  strike: v.union([v.literal(true), none]),
  link: LinkSchema,
} as const satisfies Record<string, v.GenericSchema>
