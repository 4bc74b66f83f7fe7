import * as v from 'valibot'
import {
  DaySchema,
  IdSchema,
  InstantSchema,
  OrgIdSchema,
  line,
  text,
  type Day,
  type Id,
  type Instant,
  type OrgId,
  type PersonId,
} from '../ids.ts'
import { reviewVerdicts } from '../reviews/entities.ts'
import { signalKinds } from '../signals/entities.ts'
import { RoleIdSchema, type RoleId } from '../roles/ids.ts'
import type { StepMinutes } from './step-minutes.ts'

export const meetingTypes = ['ecosystem', 'commission', 'workshop', 'other'] as const
export const meetingStatuses = ['draft', 'scheduled', 'cancelled', 'live', 'review', 'sealed'] as const
export const phases = ['welcome', 'weather', 'follow-up', 'agenda', 'closing', 'wrap-up'] as const
export const audiences = ['circle', 'members', 'public'] as const
/** Free licences proposed for the minutes; any other may be written [H6]. */
export const freeLicences = ['CC BY-SA 4.0', 'CC BY 4.0', 'CC0 1.0', 'LAL 1.3'] as const
export const formalAuthorities = ['structure', 'meeting'] as const
export type FormalAuthority = (typeof formalAuthorities)[number]
export const locales = ['fr', 'en'] as const

export type MeetingStatus = (typeof meetingStatuses)[number]
export type Phase = (typeof phases)[number]
export type Locale = (typeof locales)[number]

/** Privacy choices of the cadre [§2.7]; each list goes from open to tight: an index may only grow before sealing [§2.5-18]. */
export const privacyLevels = {
  names: ['full', 'first-names', 'structures'],
  weather: ['aggregate', 'held'],
  signals: ['with-phrase', 'count-and-responses', 'none'],
  closing: ['roti-and-consented-words', 'roti-only', 'none'],
  positions: ['roll-call', 'count-and-objections'],
} as const
export const PrivacySchema = v.object({
  names: v.optional(v.picklist(privacyLevels.names), 'full'),
  weather: v.optional(v.picklist(privacyLevels.weather), 'aggregate'),
  signals: v.optional(v.picklist(privacyLevels.signals), 'count-and-responses'),
  closing: v.optional(v.picklist(privacyLevels.closing), 'roti-and-consented-words'),
  positions: v.optional(v.picklist(privacyLevels.positions), 'count-and-objections'),
})
export type Privacy = v.InferOutput<typeof PrivacySchema>
/** What is protected when nobody says anything. */
export const defaultPrivacy: Privacy = v.parse(PrivacySchema, {})

export const FrameSchema = v.pipe(v.array(line(200)), v.maxLength(20))
export const GlossarySchema = v.pipe(
  v.record(line(24), line(200)),
  v.check((entries) => Object.keys(entries).length <= 200),
)

/** What the circle may leave out of its ritual, bit by bit [I2]; leaving out a round leaves its trace in the minutes [A2]. */
export const ritualParts = ['roles', 'weather', 'follow-up', 'closing'] as const
export type RitualPart = (typeof ritualParts)[number]
export const WithoutSchema = v.pipe(v.array(v.picklist(ritualParts)), v.maxLength(ritualParts.length))

/** Roles foreseen for the next meeting, by person of this one. */
export const ForeseenRolesSchema = v.record(RoleIdSchema, v.pipe(v.array(IdSchema), v.maxLength(8)))
export const NextMeetingSchema = v.object({
  date: InstantSchema,
  place: v.optional(line(200)),
  roles: v.optional(ForeseenRolesSchema, {}),
  toInclude: v.optional(v.pipe(v.array(line(300)), v.maxLength(30)), []),
})
export type NextMeeting = v.InferOutput<typeof NextMeetingSchema>

export interface Meeting {
  id: Id
  type: (typeof meetingTypes)[number]
  title: string
  purpose: string
  templateVersion: string
  timezone: string
  locale: Locale
  scheduledStart?: Instant
  plannedMinutes: number
  place: string
  status: MeetingStatus
  openedAt?: Instant
  closedAt?: Instant
  /** How it was closed; an interrupted meeting leaves what was open suspended or carried [§2.4.1]. */
  interrupted?: { reason: string }
  cancelled?: { reason: string }
  reviewDays: number
  reviewUntil?: Day
  /** Of the sealed minutes; 0 until the first sealing. */
  minutesVersion: number
  sealedAt?: Instant
  sealedBy: readonly PersonId[]
  /** First of the two keys turned; emptied when the second comes [§2.5-22]. Without role where two people of a small or leaderless circle are enough [§2.4.1, §4.7]. */
  keys: readonly { role: RoleId | null; personId: PersonId; for: 'seal' | 'reopen' | 'close' | 'interrupt'; reason?: string }[]
  /** Why, in the words of each of the two who turned a key; once where both said the same. */
  reopened?: { reasons: readonly string[]; at: Instant }
  audience: (typeof audiences)[number]
  licence: string
  frame: readonly string[]
  /** Parts of the ritual left out by choice [I2]; absent when it is held whole. */
  without?: readonly RitualPart[]
  /** The steps in another order, the minutes planned for them, and the group's own questions [A17]; absent where the template's stand. */
  steps?: readonly Phase[]
  stepMinutes?: StepMinutes
  prompts?: Readonly<Record<string, string>>
  frameAgreed: readonly PersonId[]
  reviewAgreed: readonly PersonId[]
  privacy: Privacy
  /** Who decides formally; chosen when the meeting is made, never while it decides [A16]. */
  formalAuthority: FormalAuthority
  /** Domains (a structure, a topic) in which it is the other one [A16]. */
  authorities?: Readonly<Record<string, FormalAuthority>>
  glossary: Readonly<Record<string, string>>
  next?: NextMeeting
  /** Closed by the mood-watch, for everyone and never for one person. */
  whispersClosed?: true
}

/** As much as a point hands on: some hours of notes, and never more than a document can bear. */
export const KEPT_TEXT_MAX = 4000
export const KEPT_LINES_MAX = 60
export const KEPT_LINE_MAX = 2000
const KeptLinesSchema = v.optional(v.pipe(v.array(text(KEPT_LINE_MAX)), v.maxLength(KEPT_LINES_MAX)), [])
/** What a meeting leaves on a point that it did not finish, for the one that takes it up; the words, and nobody’s name [§2.4.3, V7]. */
const KeptSchema = v.object({
  /** The last version of the proposal, or what was being written of one. */
  text: v.optional(text(KEPT_TEXT_MAX)),
  objections: KeptLinesSchema,
  notes: KeptLinesSchema,
})
export type Kept = v.InferOutput<typeof KeptSchema>

const PreviousPersonSchema = line(80)
const PreviousDaySchema = DaySchema
/** What this meeting takes over from those it follows, in the fixture's shapes; people are full names, matched at join [contract § HTTP]. */
export const PreviousSchema = v.object({
  improvements: v.optional(v.pipe(v.array(text(500)), v.maxLength(50)), []),
  transmissions: v.optional(
    v.array(
      v.object({
        ref: line(40),
        title: line(200),
        to: OrgIdSchema,
        state: v.picklist(['to-send', 'sent', 'received', 'registered', 'returned']),
        date: v.optional(PreviousDaySchema),
        structureRef: v.optional(line(80)),
        /** The meeting decided it formally: it is in force without the registration [A16]. */
        inForce: v.optional(v.literal(true)),
        reason: v.optional(text(1000)),
        reviewOn: v.optional(PreviousDaySchema),
        text: v.optional(text(4000)),
      }),
    ),
    [],
  ),
  actions: v.optional(
    v.array(
      v.object({
        ref: line(40),
        title: line(300),
        who: v.optional(v.array(PreviousPersonSchema), []),
        state: v.picklist(['open-without-taker', 'proposed', 'accepted', 'in-progress', 'done', 'given-back', 'dropped']),
        due: v.optional(PreviousDaySchema),
        for: v.optional(v.nullable(OrgIdSchema)),
        /** Reference of the decision it carries out, and whether it spends what that decision gives [D11]. */
        decision: v.optional(line(40)),
        spends: v.optional(v.literal(true)),
      }),
    ),
    [],
  ),
  roleHistory: v.optional(v.array(v.objectWithRest({ meeting: line(60) }, line(80))), []),
  rolePreferences: v.optional(v.record(PreviousPersonSchema, v.record(RoleIdSchema, v.picklist(['gladly', 'in-pair', 'declines']))), {}),
  items: v.optional(
    v.array(
      v.object({
        title: line(200),
        kind: v.optional(line(40)),
        from: v.optional(line(60)),
        status: v.optional(line(40)),
        text: v.optional(text(4000)),
        towards: v.optional(OrgIdSchema),
        threadId: v.optional(IdSchema),
        replaces: v.optional(line(40)),
        expectation: v.optional(text(300)),
        minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(480))),
        /** What the group had on it already, where it did not finish it [§2.4.3]. */
        kept: v.optional(KeptSchema),
      }),
    ),
    [],
  ),
  /** Every decision that stands, with the day it will be looked at again: the meeting that comes after that day brings it back [D13]. */
  reviews: v.optional(
    v.array(
      v.object({
        ref: line(40),
        title: line(200),
        responsible: OrgIdSchema,
        reviewOn: PreviousDaySchema,
        text: v.optional(text(4000)),
        /** It gives somebody a role [§2.4.6]. */
        election: v.optional(v.literal(true)),
        criteria: v.optional(v.array(line(200))),
        said: v.optional(
          v.object({
            on: PreviousDaySchema,
            helped: v.optional(v.string()),
            hindered: v.optional(v.string()),
            verdict: v.optional(v.picklist(reviewVerdicts)),
          }),
        ),
      }),
    ),
  ),
  /** What was said before on each subject, the newest last [C8]. */
  threads: v.optional(
    v.array(
      v.object({
        threadId: IdSchema,
        title: line(200),
        kind: v.optional(line(40)),
        on: v.optional(PreviousDaySchema),
        outcome: v.optional(text(1000)),
        decisions: v.optional(v.array(v.object({ ref: line(40), title: line(200) })), []),
        learnings: v.optional(v.array(text(1000)), []),
      }),
    ),
  ),
  /** The log of what was learnt, the newest last, without a name [F5]. */
  learnings: v.optional(
    v.array(
      v.object({ kind: v.picklist(['learning', 'watchpoint', 'recommendation']), text: text(1000), on: v.optional(PreviousDaySchema) }),
    ),
  ),
  /** Who is sovereign on what, as the organisations’ cards gathered it [A8]. */
  sovereignty: v.optional(v.array(v.object({ org: OrgIdSchema, text: text(500) }))),
  /** What each meeting of the line counted of itself, about nobody, the newest last [G4]. */
  measures: v.optional(
    v.array(
      v.object({
        on: PreviousDaySchema,
        /** Which one it was: two of a line may be held on one day. */
        meeting: v.optional(IdSchema),
        days: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
        waiting: v.pipe(v.number(), v.integer(), v.minValue(0)),
        signals: v.array(v.object({ kind: v.picklist(signalKinds), treated: v.number(), left: v.number() })),
      }),
    ),
  ),
  /** The template as the group has changed it, with its version [A17]. */
  template: v.optional(
    v.object({
      version: line(40),
      steps: v.optional(v.array(v.picklist(phases))),
      stepMinutes: v.optional(v.record(line(40), v.pipe(v.number(), v.integer(), v.minValue(1)))),
      prompts: v.optional(v.record(line(40), line(200))),
    }),
  ),
  /** Highest numbers known in the line of meetings, so that the server's numbers go on [contract § Acts]. */
  highest: v.optional(v.object({ decision: v.optional(v.number(), 0), action: v.optional(v.number(), 0) })),
})
/** `followed`: the server knows that meeting, and tells this one what its structures answer, however late; said by the server alone. */
export type Previous = v.InferOutput<typeof PreviousSchema> & { followed?: true; objected?: readonly Objected[] }

/** A decision of a former meeting objected to after this one was made, as the point it asks for. `onAgenda`: this meeting has, or had, that point; no other one asks for it again [D2]. `takenBack`: nothing stands against it any more. */
export interface Objected {
  item: v.InferOutput<typeof PreviousSchema>['items'][number]
  onAgenda?: true
  takenBack?: true
}

/** All hot state of the meeting in one value, because two hot keys cost thirty times one [architecture § Acts, facts, board]. */
export interface Now {
  phase: Phase | null
  /** The `pause` overlay: a break of the whole group, or a level-3 signal. */
  pause: { since: Instant; untilMinutes?: number; signalId?: Id; silence?: true } | null
  itemId: Id | null
  /** Countdown of the open item: held before the last start, and that start while it runs (ms). */
  timer: { heldMs: number; runningSince: Instant | null } | null
  /** Time held in each step (ms), pauses left out, and since when the present one runs; null while the group pauses. Absent outside `live`. */
  stepTimer?: { heldMs: Readonly<Partial<Record<Phase, number>>>; runningSince: Instant | null }
  roundId: Id | null
  turn: { turnId: Id; personId: PersonId; startedAt: Instant } | null
  floor: Floor
  /** Receipts of the whispers that were not read when their mood-watch went: each device looks for its own [§4.2]. They go with the live meeting. */
  unreadWhispers?: readonly Id[]
  /** When words last came after `close`, by the root they stand in: the scribe reads them again before sealing [§4.5]. */
  lateWords?: Readonly<Record<string, Instant>>
  /** Somebody, unnamed, asks for a frame point; a second person makes it happen [§4.11]. */
  frameCalledAt?: Instant
}

export const floorKinds = ['speak', 'reaction', 'clarification', 'frame'] as const
export const floorOrders = ['least-heard', 'asked'] as const

/** Who waits to speak. `forOrg`: asked in the name of a structure or a group [§4.8]; `order` is the group's choice, those least heard first unless it says otherwise [I7]. */
export interface Floor {
  order?: (typeof floorOrders)[number]
  queue: readonly { personId: PersonId; kind: (typeof floorKinds)[number]; askedAt: Instant; forOrg?: OrgId }[]
  turn: { turnId: Id; personId: PersonId; startedAt: Instant } | null
}
