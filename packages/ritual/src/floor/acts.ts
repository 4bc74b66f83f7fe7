import * as v from 'valibot'
import { IdSchema, OrgIdSchema } from '../ids.ts'
import { floorKinds, floorOrders } from '../meeting/entities.ts'

/** Acts about the queue for the floor [I7, B8]. `personId`: somebody without a device, for whom a neighbour asks. */
export const floorActs = {
  'ask-floor': v.object({
    type: v.literal('ask-floor'),
    kind: v.optional(v.picklist(floorKinds), 'speak'),
    forOrg: v.optional(OrgIdSchema),
    personId: v.optional(IdSchema),
  }),
  'leave-floor': v.object({ type: v.literal('leave-floor'), personId: v.optional(IdSchema) }),
  /** « Je laisse passer »: the next one goes first. */
  'step-back': v.object({ type: v.literal('step-back'), personId: v.optional(IdSchema) }),
  /** `from`: the turn that was seen, or null for none; two who press at once advance once. */
  'give-floor': v.object({ type: v.literal('give-floor'), personId: IdSchema, from: v.optional(v.nullable(IdSchema)) }),
  'end-floor': v.object({ type: v.literal('end-floor'), turnId: IdSchema }),
  'set-floor-order': v.object({ type: v.literal('set-floor-order'), order: v.picklist(floorOrders) }),
} as const
