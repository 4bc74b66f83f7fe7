import * as v from 'valibot'
import { DaySchema, IdSchema, OrgIdSchema, line, text } from '../ids.ts'

const actionId = { actionId: IdSchema }

/** Acts about actions [A3, C5–C7]. A taker named by somebody else is asked and has accepted nothing yet. */
export const actionActs = {
  'create-action': v.object({
    type: v.literal('create-action'),
    title: line(300),
    takers: v.optional(v.pipe(v.array(IdSchema), v.maxLength(10)), []),
    /** Somebody who is not here, by full name: asked, and free to accept when they come. */
    absent: v.optional(v.pipe(v.array(line(80)), v.maxLength(10)), []),
    forOrg: v.optional(v.nullable(OrgIdSchema), null),
    due: v.optional(DaySchema),
    itemId: v.optional(IdSchema),
    decisionId: v.optional(IdSchema),
    commons: v.optional(text(200)),
    /** Spends what the decision gives: begun only once the structure has registered it [D11]. */
    spends: v.optional(v.boolean()),
  }),
  'accept-action': v.object({ type: v.literal('accept-action'), ...actionId }),
  'give-back-action': v.object({ type: v.literal('give-back-action'), ...actionId }),
  'update-action': v.object({
    type: v.literal('update-action'),
    ...actionId,
    status: v.optional(v.picklist(['in-progress', 'done', 'dropped'])),
    title: v.optional(line(300)),
    due: v.optional(v.nullable(DaySchema)),
    helpNeeded: v.optional(v.boolean()),
    seen: v.optional(v.boolean()),
  }),
  'help-action': v.object({ type: v.literal('help-action'), ...actionId }),
} as const
