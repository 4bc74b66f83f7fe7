import * as v from 'valibot'
import { IdSchema } from '../ids.ts'

/** Acts about the queue for the floor [I7, B8]. */
export const floorActs = {
  'ask-floor': v.object({
    type: v.literal('ask-floor'),
    kind: v.optional(v.picklist(['speak', 'clarification', 'reaction', 'frame']), 'speak'),
  }),
  'leave-floor': v.object({ type: v.literal('leave-floor') }),
  'give-floor': v.object({ type: v.literal('give-floor'), personId: IdSchema }),
  'end-floor': v.object({ type: v.literal('end-floor'), turnId: IdSchema }),
} as const
