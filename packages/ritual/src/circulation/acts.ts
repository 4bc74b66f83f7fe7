import * as v from 'valibot'
import { DaySchema, IdSchema, OrgIdSchema, text } from '../ids.ts'
import { AttributionSchema } from '../people/entities.ts'
import { reactionTypes } from './entities.ts'

/** Acts about circulated decisions and reactions [D2]; `react` names an item (its broadcast) or an adopted decision. */
export const circulationActs = {
  'set-broadcast': v.object({
    type: v.literal('set-broadcast'),
    itemId: IdSchema,
    text: text(2000),
    decidedOn: DaySchema,
    openUntil: v.optional(DaySchema),
    org: v.optional(v.nullable(OrgIdSchema)),
  }),
  react: v.object({
    type: v.literal('react'),
    itemId: v.optional(IdSchema),
    decisionId: v.optional(IdSchema),
    voice: v.optional(v.nullable(OrgIdSchema), null),
    reactionType: v.picklist(reactionTypes),
    text: text(1000),
    attribution: v.optional(AttributionSchema, 'name-and-voice'),
  }),
  'answer-reaction': v.object({ type: v.literal('answer-reaction'), reactionId: IdSchema, text: text(1000) }),
} as const
