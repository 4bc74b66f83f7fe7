import * as v from 'valibot'
import { CountSchema, TypedSchema, countsOf } from './texts.ts'
import { responseIds, signalKinds, weatherIds } from './vocabulary.ts'

/** Counts only, and only as fine as their number allows [§2.5-17]. */
export const WeatherSchema = v.variant('is', [
  v.object({ is: v.literal('held') }),
  v.object({ is: v.literal('skipped') }),
  v.object({ is: v.literal('counted'), total: CountSchema, counts: countsOf(weatherIds) }),
  v.object({ is: v.literal('banded'), total: CountSchema, clear: CountSchema, variable: CountSchema, heavy: CountSchema }),
])

/** Signals without person, time or item; a phrase only if every person concerned agreed [§2.7]. */
export const MoodSchema = v.object({
  signals: v.array(v.object({ kind: v.picklist(signalKinds), count: CountSchema })),
  /** Neither settled nor carried yet: only while the meeting is live. */
  untreated: CountSchema,
  carried: CountSchema,
  /** One list per answered signal, in the order of their time. */
  responses: v.array(v.array(v.picklist(responseIds))),
  handedOver: CountSchema,
  phrases: v.array(TypedSchema),
})

export type Weather = v.InferOutput<typeof WeatherSchema>
export type Mood = v.InferOutput<typeof MoodSchema>
