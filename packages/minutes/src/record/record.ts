import * as v from 'valibot'
import { ActionSchema, FollowUpSchema } from './follow-up.ts'
import { ItemSchema } from './items.ts'
import { MoodSchema, WeatherSchema } from './mood.ts'
import { PresenceSchema, RoleHeldSchema } from './people.ts'
import { AuthorSchema, CountSchema, DaySchema, HourSchema, TypedSchema, countsOf } from './texts.ts'
import { redactions, roleIds, rotiValues } from './vocabulary.ts'

export const recordFormat = 'clairiere-minutes/1'

/** Live and review minutes are drafts and say so in their first line [A18, AC-24]. */
const StageSchema = v.variant('is', [
  v.object({ is: v.literal('live') }),
  v.object({ is: v.literal('review'), until: v.optional(DaySchema) }),
  v.object({ is: v.literal('sealed'), day: DaySchema, hour: HourSchema, by: v.array(TypedSchema) }),
])

const MeetingSchema = v.object({
  type: v.picklist(['ecosystem', 'commission', 'workshop', 'other']),
  title: TypedSchema,
  purpose: v.optional(TypedSchema),
  place: v.optional(TypedSchema),
  timezone: v.pipe(v.string(), v.maxLength(64)),
  day: DaySchema,
  start: HourSchema,
  /** Absent while live. */
  end: v.optional(HourSchema),
  minutes: v.optional(CountSchema),
  /** Days of the settling period, from the closing. */
  review: v.optional(v.object({ from: DaySchema, until: DaySchema })),
  audience: v.picklist(['circle', 'members', 'public']),
  licence: v.optional(TypedSchema),
  interrupted: v.optional(TypedSchema),
  /** Why a version before this one was reopened, in the words of those who did it. */
  reopened: v.optional(v.array(TypedSchema)),
})

const ClosingSchema = v.object({
  /** The circle chose to leave the round out [A2]. */
  skipped: v.optional(v.literal(true)),
  /** Answers by value; absent under five answers [§2.7]. */
  roti: v.optional(countsOf(rotiValues)),
  improvements: v.array(TypedSchema),
  words: v.array(v.object({ by: AuthorSchema, text: TypedSchema })),
})

const NextMeetingSchema = v.object({
  day: v.optional(DaySchema),
  hour: v.optional(HourSchema),
  place: v.optional(TypedSchema),
  roles: v.array(v.object({ role: v.picklist(roleIds), people: v.array(TypedSchema) })),
  toInclude: v.array(TypedSchema),
})

const CorrectionSchema = v.object({
  on: DaySchema,
  place: TypedSchema,
  reason: TypedSchema,
  /** What stood there, where whoever asked said it; and what is to be read instead. Absent from a redaction. */
  before: v.optional(TypedSchema),
  after: v.optional(TypedSchema),
  /** Something personal was taken out: what it was is nowhere, where it was is said in the record's language [§2.7 Rights]. */
  redacted: v.optional(v.picklist(redactions)),
  /** Both wordings stand side by side when a correction is disputed [§4.12]. */
  disputed: v.optional(v.object({ by: AuthorSchema, text: TypedSchema })),
})

/** All that the minutes may show of a meeting, and nothing else: what is not in a record cannot leave by an export [architecture, always 7]. Plain JSON. */
export const MinutesRecordSchema = v.object({
  format: v.literal(recordFormat),
  locale: v.picklist(['fr', 'en']),
  version: CountSchema,
  stage: StageSchema,
  meeting: MeetingSchema,
  presence: PresenceSchema,
  roles: v.array(RoleHeldSchema),
  weather: v.optional(WeatherSchema),
  followUp: FollowUpSchema,
  items: v.array(ItemSchema),
  actions: v.array(ActionSchema),
  mood: v.optional(MoodSchema),
  disagreements: v.array(v.object({ subject: TypedSchema, shared: TypedSchema, debated: TypedSchema, next: TypedSchema })),
  learnings: v.array(v.object({ kind: v.picklist(['learning', 'watchpoint', 'recommendation']), text: TypedSchema })),
  resources: v.array(
    v.object({
      title: TypedSchema,
      type: v.optional(TypedSchema),
      url: v.optional(v.pipe(v.string(), v.maxLength(2000))),
      licence: v.optional(TypedSchema),
      steward: v.optional(TypedSchema),
      reciprocity: v.optional(TypedSchema),
    }),
  ),
  closing: ClosingSchema,
  next: v.optional(NextMeetingSchema),
  /** Reaction windows still open, by date. */
  windows: v.array(v.object({ until: DaySchema, decisions: v.array(TypedSchema), items: v.array(TypedSchema) })),
  corrections: v.array(CorrectionSchema),
  writtenBy: v.array(TypedSchema),
  /** Nobody sealed in time: what stood in the circle was forgotten on this day [§2.5-24]. */
  forgottenOn: v.optional(DaySchema),
  /** Entries used in the printed text, in printing order. */
  glossary: v.array(v.object({ word: TypedSchema, meaning: TypedSchema })),
})

export type MinutesRecord = v.InferOutput<typeof MinutesRecordSchema>
export type Stage = v.InferOutput<typeof StageSchema>
export type NextMeeting = v.InferOutput<typeof NextMeetingSchema>
