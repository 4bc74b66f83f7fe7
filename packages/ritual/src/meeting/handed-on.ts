import * as v from 'valibot'
import { FormerDecisionSchema } from '../decisions/former-decision.ts'
import { DaySchema, IdSchema, OrgIdSchema, line, text } from '../ids.ts'
import { reviewVerdicts } from '../reviews/entities.ts'
import { RoleIdSchema } from '../roles/ids.ts'
import { signalKinds } from '../signals/entities.ts'
import { phases } from './entities.ts'

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

/** Requests of correction shown at the next opening: more than a circle reads then. */
export const CORRECTIONS_MAX = 20

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
        /** Asked and not yet answered: nobody carries an action before accepting it [§2.5-4]. */
        proposedTo: v.optional(v.array(PreviousPersonSchema)),
        helpers: v.optional(v.array(PreviousPersonSchema)),
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
  /** Who was to hold what this time, as the meeting before foresaw it; proposed first, taken by nobody but themselves. */
  rolesForeseen: v.optional(v.record(RoleIdSchema, v.pipe(v.array(PreviousPersonSchema), v.maxLength(8)))),
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
        /** Its id in the meeting before, by which that one tells what becomes of it. */
        point: v.optional(IdSchema),
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
  /** How decisions that are followed or will be looked at again came about [D5]; not all of them, nor always whole. */
  decisions: v.optional(v.array(FormerDecisionSchema)),
  /** Corrections of the minutes before that nobody has answered: where, and what is asked to be read. Nobody is named [§4.12]. */
  corrections: v.optional(v.pipe(v.array(v.object({ place: line(200), after: text(2000) })), v.maxLength(CORRECTIONS_MAX))),
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

/** What a former meeting may tell anew once this one was made. */
export type Retold = Partial<
  Pick<
    Previous,
    'improvements' | 'roleHistory' | 'rolePreferences' | 'rolesForeseen' | 'threads' | 'learnings' | 'decisions' | 'corrections' | 'highest'
  >
>

/** A decision of a former meeting objected to after this one was made, as the point it asks for. `onAgenda`: this meeting has, or had, that point; no other one asks for it again [D2]. `takenBack`: nothing stands against it any more. */
export interface Objected {
  item: v.InferOutput<typeof PreviousSchema>['items'][number]
  onAgenda?: true
  takenBack?: true
}
