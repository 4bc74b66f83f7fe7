import * as v from 'valibot'
import { IdSchema } from '../ids.ts'
import { PersonNameSchema, VoicesSchema, standings } from './entities.ts'

/** Acts about people; `personId` names a person without a device, for whoever entered them [I7]. */
export const peopleActs = {
  /** `name` puts right a name typed wrongly at the door. */
  'set-voices': v.object({
    type: v.literal('set-voices'),
    voices: VoicesSchema,
    name: v.optional(PersonNameSchema),
    personId: v.optional(IdSchema),
  }),
  'enter-person': v.object({
    type: v.literal('enter-person'),
    name: PersonNameSchema,
    voices: v.optional(VoicesSchema, []),
    newcomer: v.optional(v.boolean(), false),
  }),
  leave: v.object({ type: v.literal('leave'), personId: v.optional(IdSchema) }),
  'set-standing': v.object({ type: v.literal('set-standing'), personId: IdSchema, standing: v.picklist(standings) }),
} as const
