import * as v from 'valibot'
import { DaySchema, IdSchema, line, text } from '../ids.ts'

const decisionId = { decisionId: IdSchema }

/** Acts of the registration circuit [§2.4.7]: `transmit` by the meeting, the others by the contact of the structure, whose inbox tells which circuit of the decision is meant. */
export const transmissionActs = {
  transmit: v.object({ type: v.literal('transmit'), decisionId: IdSchema }),
  receive: v.object({ type: v.literal('receive'), ...decisionId }),
  register: v.object({
    type: v.literal('register'),
    ...decisionId,
    organ: v.optional(line(200)),
    date: v.optional(DaySchema),
    structureRef: line(80),
    links: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(500), v.regex(/^https?:\/\//))), v.maxLength(10)), []),
  }),
  return: v.object({ type: v.literal('return'), ...decisionId, reason: text(1000) }),
} as const
