import * as v from 'valibot'
import { IdSchema, OrgIdSchema, text } from '../ids.ts'
import { AttributionSchema } from '../people/entities.ts'
import { noteChannels, noteHeadings, noteTypes } from './entities.ts'

/** Kinds of entries whose author may withdraw or re-attribute them until sealing [§2.5-19]. */
export const entryKinds = [
  'note',
  'reaction',
  'advice',
  'objection',
  'concern',
  'improvement',
  'weather',
  'closing',
  'closing-improvement',
  'interest',
  'commitment',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** Acts about notes with a name; `author: null` = unsigned, absent = who writes; another person's only by the scribe. */
export const noteActs = {
  'add-note': v.object({
    type: v.literal('add-note'),
    itemId: IdSchema,
    heading: v.optional(v.picklist(noteHeadings)),
    text: text(2000),
    channel: v.optional(v.picklist(noteChannels), 'written'),
    noteType: v.optional(v.picklist(noteTypes)),
    author: v.optional(v.nullable(IdSchema)),
    /** Left out, the author's first. */
    voice: v.optional(v.nullable(OrgIdSchema)),
    attribution: v.optional(AttributionSchema),
  }),
  'edit-note': v.object({ type: v.literal('edit-note'), noteId: IdSchema, text: text(2000) }),
  'hide-note': v.object({ type: v.literal('hide-note'), noteId: IdSchema }),
  're-attribute': v.object({ type: v.literal('re-attribute'), kind: v.picklist(entryKinds), id: IdSchema, attribution: AttributionSchema }),
  'withdraw-entry': v.object({ type: v.literal('withdraw-entry'), kind: v.picklist(entryKinds), id: v.optional(IdSchema) }),
  'support-idea': v.object({ type: v.literal('support-idea'), itemId: IdSchema, ideaId: IdSchema, support: v.optional(v.boolean(), true) }),
} as const
