import * as v from 'valibot'
import { IdSchema, InstantSchema, line, type Day, type Id, type Instant, type OrgId, type PersonId } from '../ids.ts'
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
