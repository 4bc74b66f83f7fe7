import * as v from 'valibot'
import { DaySchema, TypedSchema } from './texts.ts'
import { actionStates, reviewVerdicts } from './vocabulary.ts'

/** Where a decision stands at its structure, on the day of the minutes [§2.4.7]. */
export const TransmissionStatusSchema = v.variant('state', [
  v.object({ state: v.literal('to-send') }),
  v.object({ state: v.literal('sent'), on: v.optional(DaySchema) }),
  v.object({ state: v.literal('received'), on: v.optional(DaySchema) }),
  v.object({ state: v.literal('registered'), on: v.optional(DaySchema), reference: v.optional(TypedSchema) }),
  v.object({ state: v.literal('returned'), on: v.optional(DaySchema), reason: v.optional(TypedSchema) }),
])

/** A decision of a former meeting on the day it was to be looked at again, with what the group said of it [G5, D13]. */
export const ReviewSchema = v.object({
  ref: TypedSchema,
  title: TypedSchema,
  helped: v.optional(TypedSchema),
  hindered: v.optional(TypedSchema),
  verdict: v.optional(v.picklist(reviewVerdicts)),
  nextOn: v.optional(DaySchema),
})

/**
 * A decision of a former meeting that stands, with the day it will be looked at and what was last said of it [D13]. Never printed: for the meeting that goes on from these
 * minutes alone [F8].
 */
export const StandingSchema = v.object({
  ref: TypedSchema,
  title: TypedSchema,
  responsible: TypedSchema,
  reviewOn: DaySchema,
  text: v.optional(TypedSchema),
  /** It gives somebody a role. */
  election: v.optional(v.literal(true)),
  criteria: v.optional(v.array(TypedSchema)),
  said: v.optional(
    v.object({
      on: DaySchema,
      helped: v.optional(TypedSchema),
      hindered: v.optional(TypedSchema),
      verdict: v.optional(v.picklist(reviewVerdicts)),
    }),
  ),
})

/** What earlier meetings left, as the « suivi » step found it. */
export const FollowUpSchema = v.object({
  transmissions: v.array(v.object({ ref: TypedSchema, title: TypedSchema, to: TypedSchema, status: TransmissionStatusSchema })),
  actions: v.array(
    v.object({
      ref: TypedSchema,
      title: TypedSchema,
      who: v.array(TypedSchema),
      /** Absent when nobody was asked without having answered, or helps. */
      proposedTo: v.optional(v.array(TypedSchema)),
      helpers: v.optional(v.array(TypedSchema)),
      state: v.picklist(actionStates),
      due: v.optional(DaySchema),
      /** Reference of the decision it carries out, and, when it spends, whether that still waits for its registration [D11]. */
      decision: v.optional(TypedSchema),
      spends: v.optional(v.picklist(['waits', 'may'])),
    }),
  ),
  /** Absent when none was due. */
  reviews: v.optional(v.array(ReviewSchema)),
  /** Absent when none stands. */
  standing: v.optional(v.array(StandingSchema)),
})

/** An action born in this meeting. `who` holds those who accepted [§2.5-4], `proposedTo` those who were asked. */
export const ActionSchema = v.object({
  ref: TypedSchema,
  title: TypedSchema,
  who: v.array(TypedSchema),
  proposedTo: v.array(TypedSchema),
  helpers: v.array(TypedSchema),
  state: v.picklist(actionStates),
  for: v.optional(TypedSchema),
  due: v.optional(DaySchema),
  item: v.optional(v.string()),
  /** Reference of the decision it carries out, of an action that spends. */
  decision: v.optional(TypedSchema),
  /** It spends, and whether it still waits for the registration of its decision [D11]. */
  spends: v.optional(v.picklist(['waits', 'may'])),
})

export type TransmissionStatus = v.InferOutput<typeof TransmissionStatusSchema>
export type FollowUp = v.InferOutput<typeof FollowUpSchema>
export type Action = v.InferOutput<typeof ActionSchema>
export type Review = v.InferOutput<typeof ReviewSchema>
