import * as v from 'valibot'

/** `YYYY-MM-DD`, already resolved in the meeting's time zone: a record needs no zone data to be printed. */
export const DaySchema = v.pipe(v.string(), v.isoDate())
/** `HH:MM` on the meeting's clock. */
export const HourSchema = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'hour'))
/** Anything a person may have typed; what the wikis would read in it is the printers' care, not the record's. */
export const TypedSchema = v.pipe(v.string(), v.maxLength(100_000))
export const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

export type Day = v.InferOutput<typeof DaySchema>
export type Hour = v.InferOutput<typeof HourSchema>

/** Counts by id, zeros left out, always in the order of `ids` whoever counted. */
export const countsOf = <const Ids extends readonly string[]>(ids: Ids) => v.object(v.entriesFromList(ids, v.optional(CountSchema)))

/** How an author appears, already reduced to what they chose [§2.3 attribution]. `voice: null` is « en son nom ». */
export const AuthorSchema = v.variant('as', [
  v.object({ as: v.literal('person'), name: TypedSchema, voice: v.optional(v.nullable(TypedSchema)) }),
  v.object({ as: v.literal('voice'), voice: TypedSchema }),
  v.object({ as: v.literal('unnamed') }),
])
export type Author = v.InferOutput<typeof AuthorSchema>
