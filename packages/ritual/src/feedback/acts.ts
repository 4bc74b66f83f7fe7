import * as v from 'valibot'
import { DaySchema, IdSchema, OrgIdSchema, line, text } from '../ids.ts'

const itemId = { itemId: IdSchema }

/** Acts about a feedback [A6–A8]. */
export const feedbackActs = {
  'state-feedback': v.object({
    type: v.literal('state-feedback'),
    ...itemId,
    about: v.optional(v.object({ kind: v.picklist(['action', 'decision']), ref: v.optional(line(40)), text: text(300) })),
    observation: v.optional(text(1000)),
    effect: v.optional(text(1000)),
    need: v.optional(text(1000)),
    request: v.optional(text(1000)),
    towards: v.optional(OrgIdSchema),
  }),
  'answer-feedback': v.object({
    type: v.literal('answer-feedback'),
    ...itemId,
    text: text(1000),
    voice: v.optional(v.nullable(OrgIdSchema)),
  }),
  'close-feedback': v.object({ type: v.literal('close-feedback'), ...itemId, noAnswerOn: v.optional(DaySchema) }),
  'learn-from-feedback': v.object({ type: v.literal('learn-from-feedback'), ...itemId, text: text(1000) }),
  'set-sovereignty': v.object({ type: v.literal('set-sovereignty'), org: OrgIdSchema, text: text(500), itemId: v.optional(IdSchema) }),
} as const
