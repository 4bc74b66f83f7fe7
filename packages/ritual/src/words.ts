import * as v from 'valibot'
import { IdSchema, OrgIdSchema, line, text, type Id } from './ids.ts'

/** Inline text of a common note, as the editor's schema allows it. */
export interface Inline {
  text: string
  marks?: readonly ('bold' | 'italic' | 'strike')[]
  href?: string
}
export type Inlines = readonly (Inline | { break: true })[]
/** A common note as plain blocks; what the minutes print and what a reader sees before the editor has loaded. */
export type Block =
  | { type: 'paragraph'; content: Inlines }
  | { type: 'heading'; level: 2 | 3; content: Inlines }
  | { type: 'quote'; content: readonly Block[] }
  | { type: 'bullets' | 'numbers'; items: readonly (readonly Block[])[] }

/** Plain JSON values of the word maps: edited by every participant, removed by a flag, printed by `rank` then id. */
const ranked = {
  rank: v.optional(v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.maxLength(64))]), 0),
  removed: v.optional(v.boolean()),
}
export const IdeaSchema = v.object({ text: text(1000), group: v.optional(line(80)), ...ranked })
export const LearningSchema = v.object({
  kind: v.picklist(['learning', 'watchpoint', 'recommendation']),
  text: text(1000),
  itemId: v.optional(IdSchema),
  ...ranked,
})
export const ResourceSchema = v.object({
  title: line(200),
  type: v.optional(v.union([v.literal(''), line(80)]), ''),
  url: v.optional(v.pipe(v.string(), v.maxLength(500), v.regex(/^https?:\/\//))),
  licence: v.optional(line(80)),
  steward: v.optional(OrgIdSchema),
  reciprocity: v.optional(line(300)),
  /** The item it was cited on [H1]. */
  itemId: v.optional(IdSchema),
  ...ranked,
})
export const DisagreementSchema = v.object({
  subject: line(200),
  shared: v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
  debated: v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
  next: v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
  itemId: v.optional(IdSchema),
  ...ranked,
})
export type Idea = v.InferOutput<typeof IdeaSchema>
export type Learning = v.InferOutput<typeof LearningSchema>
export type Resource = v.InferOutput<typeof ResourceSchema>
export type Disagreement = v.InferOutput<typeof DisagreementSchema>
export type Entry<T> = T & { id: Id }

/** All common words of a meeting as plain data, read from the document by `readWords`; entries without the removed ones, in printing order. */
export interface Words {
  /** By root name: `note:<itemId>` and `note:<itemId>:<heading>`; empty notes are absent. */
  notes: Readonly<Record<string, readonly Block[]>>
  drafts: Readonly<Record<Id, string>>
  ideas: Readonly<Record<Id, readonly Entry<Idea>[]>>
  learnings: readonly Entry<Learning>[]
  resources: readonly Entry<Resource>[]
  disagreements: readonly Entry<Disagreement>[]
}

/** The words that the next meeting takes over. */
export type LeftWords = Pick<Words, 'notes' | 'drafts' | 'ideas' | 'learnings' | 'disagreements'>
export const noWords: LeftWords = { notes: {}, drafts: {}, ideas: {}, learnings: [], disagreements: [] }

/** What `judge` is told of the words: per root, how many live entries (map), or 1 for a text that is not empty; `learnings:<itemId>` is 1 where an item has a learning, `learnings:` where one names no item. Absent = empty. */
export type WordsState = Readonly<Record<string, number>>
