import * as v from 'valibot'
import { DaySchema, IdSchema, OrgIdSchema, line, text } from '../ids.ts'
import { AttributionSchema } from '../people/entities.ts'
import { decisionProcesses, decisionScopes, decisionSteps, positionIds } from './entities.ts'

const decisionId = { decisionId: IdSchema }
const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(1))
const VoiceOrgSchema = v.nullable(OrgIdSchema)
const PositionSchema = v.picklist(positionIds)
/** At most 1 200 characters, so that it can be read aloud [§2.4.6]. */
const ProposalTextSchema = text(1200)

const RoleCardSchema = v.object({
  name: line(80),
  mission: v.optional(text(1000)),
  limits: v.optional(text(500)),
  until: DaySchema,
  holder: v.optional(IdSchema),
})
const AgreementSchema = v.object({
  parties: v.pipe(v.array(v.object({ org: OrgIdSchema, expects: text(500), gives: text(500) })), v.minLength(2), v.maxLength(20)),
  until: DaySchema,
})

/** Acts about a decision by consent [§2.4.6]. The decision's id is the id of its `propose`. */
export const decisionActs = {
  propose: v.object({
    type: v.literal('propose'),
    itemId: IdSchema,
    text: ProposalTextSchema,
    title: v.optional(line(200)),
    process: v.optional(v.picklist(decisionProcesses), 'consent'),
    scope: v.optional(v.picklist(decisionScopes), 'operational'),
    responsible: OrgIdSchema,
    reviewOn: DaySchema,
    reactionUntil: v.optional(DaySchema),
    cc: v.optional(v.pipe(v.array(OrgIdSchema), v.maxLength(40)), []),
    efforts: v.optional(v.pipe(v.array(v.object({ org: OrgIdSchema, text: line(300) })), v.maxLength(40)), []),
    financial: v.optional(text(500)),
    criteria: v.optional(v.pipe(v.array(line(200)), v.maxLength(20)), []),
    replaces: v.optional(line(40)),
    card: v.optional(RoleCardSchema),
    agreement: v.optional(AgreementSchema),
  }),
  /** The carrier's new version: the text they saw and wrote, `from` the version it amends. */
  amend: v.object({
    type: v.literal('amend'),
    ...decisionId,
    from: VersionSchema,
    text: ProposalTextSchema,
    change: v.optional(text(500)),
    integrates: v.optional(v.pipe(v.array(IdSchema), v.maxLength(20)), []),
    financial: v.optional(text(500)),
    criteria: v.optional(v.pipe(v.array(line(200)), v.maxLength(20))),
    card: v.optional(RoleCardSchema),
    agreement: v.optional(AgreementSchema),
  }),
  'next-step': v.object({ type: v.literal('next-step'), ...decisionId, from: v.picklist(decisionSteps) }),
  'previous-step': v.object({ type: v.literal('previous-step'), ...decisionId, from: v.picklist(decisionSteps) }),
  'give-position': v.object({
    type: v.literal('give-position'),
    ...decisionId,
    round: VersionSchema,
    position: PositionSchema,
    voice: v.optional(VoiceOrgSchema, null),
    text: v.optional(text(1000)),
    positions: v.optional(v.record(v.union([v.literal(''), OrgIdSchema]), PositionSchema)),
    attribution: v.optional(AttributionSchema, 'name-and-voice'),
    /** For a person without a device: read aloud and written by who entered them [§2.5-8]. */
    personId: v.optional(IdSchema),
  }),
  reveal: v.object({ type: v.literal('reveal'), ...decisionId, round: VersionSchema }),
  'state-objection': v.object({
    type: v.literal('state-objection'),
    ...decisionId,
    text: text(1000),
    /** Left out by whoever gives the reason of an objection of the round: it keeps the voice and the name it was made with. */
    voice: v.optional(VoiceOrgSchema),
    attribution: v.optional(AttributionSchema),
    /** For a person without a device, said aloud and written by who writes for them [§2.5-8]. */
    personId: v.optional(IdSchema),
  }),
  'test-objection': v.object({
    type: v.literal('test-objection'),
    ...decisionId,
    objectionId: IdSchema,
    result: v.picklist(['accepted', 'became-concern', 'withdrawn']),
  }),
  'lift-objection': v.object({ type: v.literal('lift-objection'), ...decisionId, objectionId: IdSchema }),
  'confirm-objection': v.object({ type: v.literal('confirm-objection'), ...decisionId, objectionId: IdSchema }),
  improve: v.object({
    type: v.literal('improve'),
    ...decisionId,
    text: text(500),
    voice: v.optional(VoiceOrgSchema, null),
    attribution: v.optional(AttributionSchema, 'name-and-voice'),
  }),
  'keep-improvement': v.object({ type: v.literal('keep-improvement'), ...decisionId, improvementId: IdSchema, kept: v.boolean() }),
  'declare-interest': v.object({ type: v.literal('declare-interest'), ...decisionId, text: text(300) }),
  'set-summary': v.object({
    type: v.literal('set-summary'),
    ...decisionId,
    step: v.picklist(['clarification', 'feelings']),
    text: text(2000),
  }),
  adopt: v.object({ type: v.literal('adopt'), ...decisionId, version: VersionSchema }),
  'withdraw-proposal': v.object({ type: v.literal('withdraw-proposal'), ...decisionId }),
  'return-decision': v.object({ type: v.literal('return-decision'), ...decisionId, to: OrgIdSchema, reason: v.optional(text(500)) }),
  'suspend-decision': v.object({ type: v.literal('suspend-decision'), ...decisionId }),
  /** One's ballot: `personId` is the person named. `voterId` only for a person without a device, by who entered them. */
  'cast-ballot': v.object({ type: v.literal('cast-ballot'), ...decisionId, personId: IdSchema, voterId: v.optional(IdSchema) }),
  nominate: v.object({ type: v.literal('nominate'), ...decisionId, personId: IdSchema }),
  /** By the person proposed; `personId` only when they have no device. */
  'accept-nomination': v.object({ type: v.literal('accept-nomination'), ...decisionId, personId: v.optional(IdSchema) }),
  'decline-nomination': v.object({ type: v.literal('decline-nomination'), ...decisionId, personId: v.optional(IdSchema) }),
  /** `confirmBy`: the day by which the structure confirms, for a voice that is `ad-referendum`; else the one told with the voice. */
  commit: v.object({
    type: v.literal('commit'),
    ...decisionId,
    text: text(300),
    voice: v.optional(VoiceOrgSchema, null),
    confirmBy: v.optional(DaySchema),
  }),
} as const
