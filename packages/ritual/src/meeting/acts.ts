import * as v from 'valibot'
import { InstantSchema, line, text } from '../ids.ts'
import { FrameSchema, GlossarySchema, NextMeetingSchema, audiences, phases, privacyLevels, WithoutSchema } from './entities.ts'
import { PromptsSchema, StepsSchema } from './ritual-template.ts'
import { StepMinutesSchema } from './step-minutes.ts'

const PhaseSchema = v.picklist(phases)

/** Acts about the meeting itself [contract § Acts]. */
export const meetingActs = {
  /** A draft lacks its date or its purpose; whoever convenes may complete it in the same breath. */
  convene: v.object({
    type: v.literal('convene'),
    scheduledStart: v.optional(InstantSchema),
    purpose: v.optional(text(1000)),
    place: v.optional(line(200)),
    plannedMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1440))),
  }),
  cancel: v.object({ type: v.literal('cancel'), reason: text(500) }),
  open: v.object({ type: v.literal('open') }),
  'set-phase': v.object({ type: v.literal('set-phase'), from: v.nullable(PhaseSchema), to: PhaseSchema }),
  /** `silence`: a moment to arrive rather than a break [B17]. */
  pause: v.object({
    type: v.literal('pause'),
    minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120))),
    silence: v.optional(v.boolean()),
  }),
  resume: v.object({ type: v.literal('resume') }),
  close: v.object({ type: v.literal('close'), postponeRest: v.optional(v.boolean(), false) }),
  interrupt: v.object({ type: v.literal('interrupt'), reason: text(500) }),
  'agree-review': v.object({ type: v.literal('agree-review') }),
  seal: v.object({ type: v.literal('seal') }),
  reopen: v.object({ type: v.literal('reopen'), reason: text(500) }),
  /** Each given field can only be tightened [§2.5-18]. */
  'set-privacy': v.object({
    type: v.literal('set-privacy'),
    names: v.optional(v.picklist(privacyLevels.names)),
    weather: v.optional(v.picklist(privacyLevels.weather)),
    signals: v.optional(v.picklist(privacyLevels.signals)),
    closing: v.optional(v.picklist(privacyLevels.closing)),
    positions: v.optional(v.picklist(privacyLevels.positions)),
  }),
  /** `steps`, `stepMinutes` and `prompts` are the group's own [A17], and are set before the weather. Each is given whole. */
  'set-frame': v.object({
    type: v.literal('set-frame'),
    frame: FrameSchema,
    without: v.optional(WithoutSchema),
    steps: v.optional(StepsSchema),
    stepMinutes: v.optional(StepMinutesSchema),
    prompts: v.optional(PromptsSchema),
  }),
  'agree-frame': v.object({ type: v.literal('agree-frame') }),
  'set-audience': v.object({ type: v.literal('set-audience'), audience: v.picklist(audiences) }),
  /** Under which licence the minutes leave [H6]. */
  'set-licence': v.object({ type: v.literal('set-licence'), licence: line(80) }),
  'set-glossary': v.object({ type: v.literal('set-glossary'), glossary: GlossarySchema }),
  'set-next-meeting': v.object({ type: v.literal('set-next-meeting'), ...NextMeetingSchema.entries }),
} as const
