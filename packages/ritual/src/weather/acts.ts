import * as v from 'valibot'
import { IdSchema, text } from '../ids.ts'
import { WeatherIdSchema } from './entities.ts'

/** One's own weather; `personId` for a person without a device, aloud and written by who entered them. */
export const weatherActs = {
  'give-weather': v.object({
    type: v.literal('give-weather'),
    value: WeatherIdSchema,
    words: v.optional(text(280)),
    need: v.optional(text(280)),
    energy: v.optional(v.picklist([1, 2, 3, 4, 5])),
    personId: v.optional(IdSchema),
  }),
  'pass-weather': v.object({ type: v.literal('pass-weather'), personId: v.optional(IdSchema) }),
} as const
