import * as v from 'valibot'
import { IdSchema, line, text } from '../ids.ts'
import { redactionKinds } from './entities.ts'

/** Acts about the record after the meeting [§4.12]. `redact` replaces a person's name or words by the redaction mark, on their request. */
export const correctionActs = {
  'ask-correction': v.object({
    type: v.literal('ask-correction'),
    place: line(200),
    before: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),
    after: text(2000),
    reason: v.optional(text(500)),
    kind: v.optional(v.picklist(['spelling', 'meaning']), 'meaning'),
    quoted: v.optional(IdSchema),
  }),
  /** `disputed`: whoever has to agree does not; « X demande que soit noté » is then printed beside, and nothing waits any more. */
  'accept-correction': v.object({
    type: v.literal('accept-correction'),
    correctionId: IdSchema,
    disputed: v.optional(v.boolean(), false),
  }),
  redact: v.object({
    type: v.literal('redact'),
    kind: v.picklist(redactionKinds),
    id: IdSchema,
  }),
} as const
