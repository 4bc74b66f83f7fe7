import * as v from 'valibot'
import { DaySchema, IdSchema, OrgIdSchema, text } from '../ids.ts'
import { AttributionSchema } from '../people/entities.ts'
import { adviceAnswers, adviceTitles } from './entities.ts'

const itemId = { itemId: IdSchema }

/** Acts of the advice process [A10, A11, D3]. */
export const adviceActs = {
  'set-advice': v.object({
    type: v.literal('set-advice'),
    ...itemId,
    question: text(1000),
    decider: IdSchema,
    forOrg: v.optional(v.nullable(OrgIdSchema), null),
    decideBy: DaySchema,
  }),
  'ask-advice': v.object({
    type: v.literal('ask-advice'),
    ...itemId,
    target: OrgIdSchema,
    as: v.picklist(['impacted', 'competent']),
    reason: v.optional(text(300)),
    expectedBy: v.optional(DaySchema),
  }),
  'give-advice': v.object({
    type: v.literal('give-advice'),
    ...itemId,
    voice: v.optional(v.nullable(OrgIdSchema), null),
    as: v.optional(v.picklist(adviceTitles), 'free'),
    text: text(1000),
    attribution: v.optional(AttributionSchema, 'name-and-voice'),
  }),
  'answer-advice': v.object({
    type: v.literal('answer-advice'),
    ...itemId,
    adviceId: IdSchema,
    answer: v.picklist(adviceAnswers),
    why: v.optional(text(500)),
  }),
  'conclude-advice': v.object({ type: v.literal('conclude-advice'), ...itemId, text: text(2000) }),
} as const
