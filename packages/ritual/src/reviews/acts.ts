import * as v from 'valibot'
import { DaySchema, IdSchema, text } from '../ids.ts'
import { reviewVerdicts } from './entities.ts'

/** Empty takes back what was said. */
const SaidSchema = v.union([v.literal(''), text(1000)])

/** What the group says of a decision brought back [G5, D13]: « ce qui a aidé », « ce qui a gêné », « garder / modifier / arrêter ». A day alone puts it off. */
export const reviewActs = {
  'review-decision': v.object({
    type: v.literal('review-decision'),
    reviewId: IdSchema,
    helped: v.optional(SaidSchema),
    hindered: v.optional(SaidSchema),
    verdict: v.optional(v.picklist(reviewVerdicts)),
    nextOn: v.optional(DaySchema),
  }),
} as const
