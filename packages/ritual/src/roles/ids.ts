import * as v from 'valibot'

/** The roles of a meeting, in the order in which cards and minutes show them [§2.3]. `host` convenes and is no power once a facilitator has accepted. */
export const roleIds = ['facilitator', 'moodWatcher', 'timekeeper', 'scribe', 'speechKeeper', 'decisionKeeper', 'host'] as const
export type RoleId = (typeof roleIds)[number]
export const RoleIdSchema = v.picklist(roleIds)

export const ranks = ['holder', 'pair', 'backup'] as const
export type Rank = (typeof ranks)[number]
