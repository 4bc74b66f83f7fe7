import * as v from 'valibot'
import { IdSchema, text } from '../ids.ts'

/** What was written before and is emptied is taken back. */
const emptied = v.union([v.literal(''), text(500)])

/** One's own closing [§2.3, G3]; words are published only when ticked. `personId` for a person without a device. */
export const closingActs = {
  'give-closing': v.object({
    type: v.literal('give-closing'),
    roti: v.optional(v.picklist([1, 2, 3, 4, 5])),
    words: v.optional(emptied),
    publish: v.optional(v.boolean(), false),
    improvement: v.optional(emptied),
    thanks: v.optional(text(300)),
    personId: v.optional(IdSchema),
  }),
  'pass-closing': v.object({ type: v.literal('pass-closing'), personId: v.optional(IdSchema) }),
} as const
