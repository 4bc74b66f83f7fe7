import * as v from 'valibot'
import { IdSchema, OrgIdSchema, line, text } from '../ids.ts'
import { RoleIdSchema } from '../roles/ids.ts'
import { responseIds, signalKinds } from './entities.ts'

const signalId = { signalId: IdSchema }

/** Acts about mood: whispers to the mood-watch and signals [§2.4.4, §2.4.5]. */
export const signalActs = {
  whisper: v.object({
    type: v.literal('whisper'),
    text: text(280),
    kindHint: v.optional(v.picklist(signalKinds)),
    signed: v.optional(v.boolean(), false),
    /** A random id that the device makes and keeps to itself: by it, and by nothing else, it learns that the whisper was not read [§4.2]. */
    receipt: v.optional(IdSchema),
  }),
  'read-whisper': v.object({ type: v.literal('read-whisper'), whisperId: IdSchema, keep: v.optional(v.boolean(), false) }),
  'answer-whisper': v.object({ type: v.literal('answer-whisper'), whisperId: IdSchema, text: text(280) }),
  /** Closed or opened again by the mood-watch, for everyone; closing forgets those that were sent. */
  'set-whispers': v.object({ type: v.literal('set-whispers'), open: v.boolean() }),
  'raise-signal': v.object({
    type: v.literal('raise-signal'),
    kind: v.picklist(signalKinds),
    level: v.picklist([1, 2, 3]),
    itemId: v.optional(IdSchema),
    aboutRole: v.optional(RoleIdSchema),
    phrase: v.optional(line(200)),
    /** A level-1 signal that this one raises. */
    signalId: v.optional(IdSchema),
    whisperIds: v.optional(v.pipe(v.array(IdSchema), v.maxLength(20)), []),
  }),
  'acknowledge-signal': v.object({ type: v.literal('acknowledge-signal'), ...signalId }),
  'care-signal': v.object({
    type: v.literal('care-signal'),
    ...signalId,
    responses: v.pipe(v.array(v.picklist(responseIds)), v.minLength(1), v.maxLength(8)),
    /** How long, for a response that lasts. */
    minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60))),
  }),
  /** The next step of the response under way; `from` is the step that was seen. */
  'advance-care': v.object({
    type: v.literal('advance-care'),
    ...signalId,
    response: v.picklist(responseIds),
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
  }),
  /** `aside`: with a talk after the meeting, as is offered when somebody would rather not have it handed over. */
  'settle-signal': v.object({ type: v.literal('settle-signal'), ...signalId, aside: v.optional(v.boolean(), false) }),
  /** Among `people`, those without a device have said yes aloud. */
  'ask-consents': v.object({
    type: v.literal('ask-consents'),
    ...signalId,
    to: OrgIdSchema,
    people: v.pipe(v.array(IdSchema), v.minLength(1), v.maxLength(20)),
  }),
  'consent-handover': v.object({ type: v.literal('consent-handover'), ...signalId }),
  'refuse-handover': v.object({ type: v.literal('refuse-handover'), ...signalId }),
  'hand-over-signal': v.object({ type: v.literal('hand-over-signal'), ...signalId }),
  'carry-signal': v.object({ type: v.literal('carry-signal'), ...signalId, as: v.picklist(['item', 'aside-talk', 'action']) }),
  'withdraw-signal': v.object({ type: v.literal('withdraw-signal'), ...signalId }),
  /** Any two people stop the room for a frame point, when facilitation and mood-watch are both concerned [§4.11]. */
  'call-frame-point': v.object({ type: v.literal('call-frame-point'), withdraw: v.optional(v.boolean(), false) }),
} as const
