import * as v from 'valibot'
import { TransmissionStatusSchema } from './follow-up.ts'
import { ReactionSchema } from './reaction.ts'
import { AuthorSchema, CountSchema, DaySchema, TypedSchema, countsOf } from './texts.ts'
import { decisionProcesses, positions } from './vocabulary.ts'

const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
const DecisionOutcomeSchema = v.variant('is', [
  v.object({ is: v.literal('adopted'), ref: TypedSchema }),
  v.object({ is: v.literal('open') }),
  v.object({ is: v.literal('withdrawn') }),
  v.object({ is: v.literal('postponed') }),
  v.object({ is: v.literal('returned'), to: v.optional(TypedSchema) }),
  v.object({ is: v.literal('suspended') }),
])

const ObjectionSchema = v.object({
  by: AuthorSchema,
  text: TypedSchema,
  /** Arrived after the reveal; treated on this day when it was [§4.5]. */
  late: v.optional(v.object({ treatedOn: v.optional(DaySchema) })),
  outcome: v.variant('is', [
    v.object({ is: v.literal('integrated'), version: VersionSchema }),
    v.object({ is: v.literal('became-concern') }),
    v.object({ is: v.literal('withdrawn') }),
    v.object({ is: v.literal('not-lifted') }),
  ]),
})

/** A decision as the minutes show it: positions are counts (names only if the circle chose a roll-call [§2.7]), reserves and objections carry the author they chose. */
export const DecisionSchema = v.object({
  title: TypedSchema,
  process: v.picklist(decisionProcesses),
  outcome: DecisionOutcomeSchema,
  version: VersionSchema,
  text: TypedSchema,
  clarifications: v.optional(TypedSchema),
  feelings: v.optional(TypedSchema),
  amendments: v.array(v.object({ version: VersionSchema, change: TypedSchema })),
  objections: v.array(ObjectionSchema),
  concerns: v.array(
    v.object({
      by: AuthorSchema,
      text: TypedSchema,
      otherVoices: v.array(v.object({ voice: v.nullable(TypedSchema), position: v.picklist(positions) })),
    }),
  ),
  improvements: v.array(v.object({ by: AuthorSchema, text: TypedSchema })),
  lastRound: v.optional(
    v.object({
      counts: countsOf(positions),
      observers: CountSchema,
      rollCall: v.optional(v.array(v.object({ name: TypedSchema, position: v.picklist(positions) }))),
    }),
  ),
  financial: v.optional(TypedSchema),
  interests: v.array(v.object({ name: TypedSchema, text: TypedSchema })),
  efforts: v.array(v.object({ organisation: TypedSchema, text: TypedSchema })),
  responsible: v.optional(TypedSchema),
  copies: v.array(TypedSchema),
  transmission: v.optional(TransmissionStatusSchema),
  /** The meeting itself decided it formally: in force as soon as adopted [A16]. */
  decidedHere: v.optional(v.literal(true)),
  reviewOn: v.optional(DaySchema),
  criteria: v.array(TypedSchema),
  reactions: v.array(ReactionSchema),
  /** A role the group made, with who holds it once they accepted [C9]. Of an election nothing else is told: no tally, no positions [§2.4.6]. */
  card: v.optional(
    v.object({
      name: TypedSchema,
      mission: v.optional(TypedSchema),
      limits: v.optional(TypedSchema),
      until: DaySchema,
      holder: v.optional(TypedSchema),
    }),
  ),
  agreement: v.optional(
    v.object({
      until: DaySchema,
      parties: v.array(v.object({ organisation: TypedSchema, expects: TypedSchema, gives: TypedSchema })),
    }),
  ),
  commitments: v.optional(
    v.array(v.object({ by: AuthorSchema, text: TypedSchema, toConfirm: v.optional(v.literal(true)), confirmBy: v.optional(DaySchema) })),
  ),
})

export type Decision = v.InferOutput<typeof DecisionSchema>
export type Objection = v.InferOutput<typeof ObjectionSchema>
