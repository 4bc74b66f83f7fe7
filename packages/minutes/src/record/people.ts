import * as v from 'valibot'
import { CountSchema, DaySchema, HourSchema, TypedSchema } from './texts.ts'
import { roleIds } from './vocabulary.ts'

const SpanSchema = v.object({ from: HourSchema, to: HourSchema })

/** One row of the presence table, in the order of printing. Quality as typed by the person [§2.9]. */
export const PersonSchema = v.object({
  name: TypedSchema,
  voices: v.array(
    v.object({
      organisation: v.nullable(TypedSchema),
      quality: v.optional(TypedSchema),
      /** How far the voice engages its structure, unless it is free to [E2]. */
      mandate: v.optional(v.picklist(['report-back', 'ad-referendum'])),
      confirmBy: v.optional(DaySchema),
    }),
  ),
  observer: v.boolean(),
  remote: v.boolean(),
  /** Only when later than the opening. */
  arrived: v.optional(HourSchema),
  away: v.array(SpanSchema),
  /** Only when before the end. */
  left: v.optional(HourSchema),
})

/** Who was there. A circle that gives structures only [§2.7] is counted by structure. */
export const PresenceSchema = v.object({
  count: CountSchema,
  observers: CountSchema,
  structures: v.object({ present: CountSchema, of: CountSchema }),
  groups: v.object({ present: CountSchema, of: CountSchema }),
  givenMinutes: CountSchema,
  people: v.array(PersonSchema),
  byStructure: v.optional(v.array(v.object({ organisation: v.nullable(TypedSchema), count: CountSchema }))),
})

/** A role as it was held: who began, who took over and when. */
export const RoleHeldSchema = v.object({
  role: v.picklist(roleIds),
  holders: v.array(
    v.object({
      name: TypedSchema,
      /** Absent for who held it from the start. */
      during: v.optional(v.union([v.object({ item: v.string() }), SpanSchema])),
    }),
  ),
  pairs: v.array(TypedSchema),
  backups: v.array(TypedSchema),
})

export type Person = v.InferOutput<typeof PersonSchema>
export type Presence = v.InferOutput<typeof PresenceSchema>
export type RoleHeld = v.InferOutput<typeof RoleHeldSchema>
