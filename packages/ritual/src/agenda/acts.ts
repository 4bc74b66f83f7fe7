import * as v from 'valibot'
import { IdSchema, OrgIdSchema, line, text } from '../ids.ts'
import { itemFormats, itemKinds, itemTopics } from './entities.ts'

export const MinutesSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(480))
/** Empty takes back what was told. */
const ToldSchema = v.union([v.literal(''), text(2000)])
const PeopleSchema = v.pipe(v.array(IdSchema), v.maxLength(20))

/** Fields of an item that people fill in, by the names of the entity. */
export const itemFields = {
  kind: v.picklist(itemKinds),
  format: v.optional(v.picklist(itemFormats), 'free'),
  title: line(200),
  carriers: v.optional(PeopleSchema),
  onBehalfOf: v.optional(v.nullable(OrgIdSchema), null),
  towards: v.optional(OrgIdSchema),
  expectation: v.optional(text(300)),
  context: v.optional(text(4000)),
  plannedMinutes: v.optional(MinutesSchema),
  urgency: v.optional(v.picklist([1, 2, 3, 4, 5]), 3),
  topics: v.optional(v.pipe(v.array(v.picklist(itemTopics)), v.maxLength(6)), []),
  buildsOn: v.optional(v.pipe(v.array(IdSchema), v.maxLength(20)), []),
  structures: v.optional(v.pipe(v.array(OrgIdSchema), v.maxLength(40)), []),
  threadId: v.optional(IdSchema),
  sovereign: v.optional(OrgIdSchema),
} as const

const itemId = { itemId: IdSchema }

/** Acts about the agenda and its items [§2.4.3]. Without `carriers`, who proposes carries. */
export const agendaActs = {
  'propose-item': v.object({ type: v.literal('propose-item'), ...itemFields }),
  'list-item': v.object({ type: v.literal('list-item'), ...itemId }),
  'order-items': v.object({ type: v.literal('order-items'), ids: v.pipe(v.array(IdSchema), v.maxLength(200)) }),
  'set-item': v.object({
    type: v.literal('set-item'),
    ...itemId,
    kind: v.optional(itemFields.kind),
    format: v.optional(v.picklist(itemFormats)),
    title: v.optional(itemFields.title),
    carriers: v.optional(PeopleSchema),
    replacement: v.optional(v.nullable(IdSchema)),
    onBehalfOf: v.optional(v.nullable(OrgIdSchema)),
    towards: v.optional(OrgIdSchema),
    expectation: v.optional(text(300)),
    context: v.optional(text(4000)),
    plannedMinutes: v.optional(MinutesSchema),
    urgency: v.optional(v.picklist([1, 2, 3, 4, 5])),
    topics: v.optional(v.pipe(v.array(v.picklist(itemTopics)), v.maxLength(6))),
    buildsOn: v.optional(v.pipe(v.array(IdSchema), v.maxLength(20))),
    structures: v.optional(v.pipe(v.array(OrgIdSchema), v.maxLength(40))),
    threadId: v.optional(IdSchema),
    sovereign: v.optional(v.nullable(OrgIdSchema)),
    participants: v.optional(v.nullable(v.pipe(v.array(IdSchema), v.maxLength(500)))),
  }),
  'tell-experience': v.object({
    type: v.literal('tell-experience'),
    ...itemId,
    situation: v.optional(ToldSchema),
    did: v.optional(ToldSchema),
    difficulties: v.optional(ToldSchema),
    helped: v.optional(ToldSchema),
    published: v.optional(v.boolean()),
  }),
  'open-item': v.object({ type: v.literal('open-item'), ...itemId }),
  'pause-item': v.object({ type: v.literal('pause-item'), ...itemId }),
  'resume-item': v.object({ type: v.literal('resume-item'), ...itemId }),
  'close-item': v.object({ type: v.literal('close-item'), ...itemId, nextStep: v.optional(text(1000)) }),
  'postpone-item': v.object({ type: v.literal('postpone-item'), ...itemId }),
  'withdraw-item': v.object({ type: v.literal('withdraw-item'), ...itemId }),
  'plan-minutes': v.object({ type: v.literal('plan-minutes'), ...itemId, minutes: MinutesSchema }),
  'agree-overrun': v.object({ type: v.literal('agree-overrun'), ...itemId, minutes: MinutesSchema }),
} as const
