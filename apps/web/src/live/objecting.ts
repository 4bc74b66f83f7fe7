import type { ActInput } from '@clairiere/ritual'

/** Somebody objects in a round. */
export type Objecting = Extract<ActInput, { type: 'give-position' }>

/** The act as an objection to a proposal; undefined for every other act. */
export const objectingIn = (act: ActInput): Objecting | undefined =>
  act.type === 'give-position' && act.position === 'objection' ? act : undefined

/** Whether the act answers, for the same person, the round that was objected in. */
export const isSameRound = (act: ActInput, { decisionId, round, personId }: Objecting): boolean =>
  act.type === 'give-position' && act.decisionId === decisionId && act.round === round && act.personId === personId
