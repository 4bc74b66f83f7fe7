import * as v from 'valibot'
import { IdSchema, text } from '../ids.ts'
import { preferences } from '../people/entities.ts'
import { RoleIdSchema, ranks } from './ids.ts'

const RankSchema = v.picklist(ranks)

/** Acts about roles [§2.6, §4.1–4.3]. */
export const roleActs = {
  'offer-role': v.object({ type: v.literal('offer-role'), role: RoleIdSchema, personId: IdSchema, rank: v.optional(RankSchema, 'holder') }),
  'claim-role': v.object({ type: v.literal('claim-role'), role: RoleIdSchema, rank: v.optional(RankSchema, 'holder') }),
  'accept-role': v.object({ type: v.literal('accept-role'), role: RoleIdSchema }),
  'decline-role': v.object({ type: v.literal('decline-role'), role: RoleIdSchema }),
  'hand-over-role': v.object({ type: v.literal('hand-over-role'), role: RoleIdSchema, personId: IdSchema }),
  'ask-handover': v.object({ type: v.literal('ask-handover'), role: RoleIdSchema }),
  /** Within 30 s of somebody's offering to facilitate in place of who is offline; no reason, no name [§4.1]. */
  'object-to-relay': v.object({ type: v.literal('object-to-relay'), role: RoleIdSchema, personId: IdSchema }),
  'set-role-preference': v.object({
    type: v.literal('set-role-preference'),
    role: RoleIdSchema,
    preference: v.nullable(v.picklist(preferences)),
    /** For oneself alone, and never asked for; empty takes it back [C11]. */
    reason: v.optional(v.union([v.literal(''), text(500)])),
  }),
} as const
