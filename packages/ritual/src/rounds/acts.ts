import * as v from 'valibot'
import { IdSchema, line } from '../ids.ts'
import { roundKinds, roundModes } from './entities.ts'

/** Acts about rounds and turns [§2.4.2]. `personId` in `start-turn` picks the speaker of a popcorn round, or says who is next. */
export const roundActs = {
  'start-round': v.object({
    type: v.literal('start-round'),
    kind: v.picklist(roundKinds),
    mode: v.optional(v.picklist(roundModes), 'circle'),
    prompt: v.optional(v.union([v.literal(''), line(200)]), ''),
    order: v.optional(v.pipe(v.array(IdSchema), v.maxLength(500))),
    itemId: v.optional(IdSchema),
    perPersonSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(3600))),
  }),
  'start-turn': v.object({ type: v.literal('start-turn'), roundId: IdSchema, personId: v.optional(IdSchema) }),
  'end-turn': v.object({ type: v.literal('end-turn'), turnId: IdSchema }),
  'pass-turn': v.object({ type: v.literal('pass-turn'), turnId: IdSchema }),
  'end-round': v.object({ type: v.literal('end-round'), roundId: IdSchema }),
} as const
