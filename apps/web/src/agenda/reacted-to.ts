import type { Id } from '@clairiere/ritual'

/** What is reacted to: a decision that circulates, by its item, or one adopted in this meeting. */
export type ReactedTo = { itemId: Id } | { decisionId: Id }
