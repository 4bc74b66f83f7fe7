import * as v from 'valibot'
import { AuthorSchema, TypedSchema } from './texts.ts'

/** A typed reaction to a circulated decision, or to one adopted here [D2]. */
export const ReactionSchema = v.object({
  by: AuthorSchema,
  type: v.picklist(['question', 'support', 'concern', 'objection']),
  text: TypedSchema,
  answer: v.optional(TypedSchema),
})
export type Reaction = v.InferOutput<typeof ReactionSchema>
