import * as v from 'valibot'
import { DecisionSchema } from './decision.ts'
import { ReactionSchema } from './reaction.ts'
import { BlockSchema, LineSchema } from './rich-text.ts'
import { AuthorSchema, CountSchema, DaySchema, TypedSchema } from './texts.ts'
import { itemKinds, itemTopics, noteTypes } from './vocabulary.ts'

/** A named note, or a line under a workshop heading; `by` is the short name, absent when the author is. */
export const NoteSchema = v.object({
  by: v.optional(TypedSchema),
  channel: v.picklist(['oral', 'chat', 'written']),
  text: LineSchema,
  /** What it was in the exchange; absent when it is simply a note [A5]. */
  type: v.optional(v.picklist(noteTypes)),
})

const BroadcastSchema = v.object({
  decidedOn: v.optional(DaySchema),
  text: TypedSchema,
  reactions: v.array(ReactionSchema),
})

const FeedbackSchema = v.object({
  /** The action or decision it is about, with its reference when known. */
  about: v.optional(TypedSchema),
  observation: v.optional(TypedSchema),
  effect: v.optional(TypedSchema),
  need: v.optional(TypedSchema),
  request: v.optional(TypedSchema),
  answer: v.optional(v.object({ by: AuthorSchema, text: TypedSchema })),
  /** Closed without an answer on this day [§2.4.8]. */
  noAnswerOn: v.optional(DaySchema),
  learning: v.optional(TypedSchema),
})

const AdviceTitleSchema = v.picklist(['impacted', 'competent', 'free'])
const AdviceSchema = v.object({
  question: TypedSchema,
  decider: AuthorSchema,
  decideBy: v.optional(DaySchema),
  given: v.array(
    v.object({
      by: AuthorSchema,
      as: AdviceTitleSchema,
      text: TypedSchema,
      answer: v.optional(v.object({ kept: v.picklist(['kept', 'partly', 'not-kept']), why: v.optional(TypedSchema) })),
    }),
  ),
  pending: v.array(v.object({ from: TypedSchema, as: AdviceTitleSchema, expectedBy: v.optional(DaySchema) })),
  outcome: v.optional(TypedSchema),
})

const WorkshopSchema = v.object({
  questions: v.array(NoteSchema),
  synthesis: v.array(NoteSchema),
  participants: v.union([v.literal('all'), v.array(TypedSchema)]),
  important: v.array(NoteSchema),
})

/** One agenda item. The parts a kind brings are optional fields, so that the tree prints what is there whatever the kind. */
export const ItemSchema = v.object({
  number: v.pipe(v.string(), v.maxLength(8)),
  kind: v.picklist(itemKinds),
  title: TypedSchema,
  carriers: v.array(TypedSchema),
  onBehalfOf: v.optional(TypedSchema),
  towards: v.optional(TypedSchema),
  plannedMinutes: CountSchema,
  heldMinutes: v.optional(CountSchema),
  outcome: v.picklist(['listed', 'open', 'done', 'postponed', 'withdrawn']),
  broadcast: v.optional(BroadcastSchema),
  feedback: v.optional(FeedbackSchema),
  advice: v.optional(AdviceSchema),
  decisions: v.array(DecisionSchema),
  workshop: v.optional(WorkshopSchema),
  ideas: v.array(TypedSchema),
  sovereignty: v.array(TypedSchema),
  notes: v.array(BlockSchema),
  namedNotes: v.array(NoteSchema),
  next: v.optional(TypedSchema),
  /** Of a concertation: whom it links, and about what. */
  structures: v.optional(v.array(TypedSchema)),
  topics: v.optional(v.array(v.picklist(itemTopics))),
  /** A REX, only when its narrator published it [G1]. */
  experience: v.optional(
    v.object({
      situation: v.optional(TypedSchema),
      did: v.optional(TypedSchema),
      difficulties: v.optional(TypedSchema),
      helped: v.optional(TypedSchema),
    }),
  ),
})

export type Item = v.InferOutput<typeof ItemSchema>
export type Note = v.InferOutput<typeof NoteSchema>
export type Broadcast = v.InferOutput<typeof BroadcastSchema>
export type Feedback = v.InferOutput<typeof FeedbackSchema>
export type Advice = v.InferOutput<typeof AdviceSchema>
export type AdviceTitle = v.InferOutput<typeof AdviceTitleSchema>
export type Workshop = v.InferOutput<typeof WorkshopSchema>
