import type { Action } from '../record/follow-up.ts'
import type { Sentences } from '../sentences/fr.ts'

type Named = Pick<Action, 'who' | 'state'> & { proposedTo?: readonly string[] | undefined; helpers?: readonly string[] | undefined }

/** Whether nobody does it any more, or ever will. */
export const isLeft = ({ state }: Pick<Action, 'state'>): boolean => state === 'given-back' || state === 'dropped'

/** Who carries an action, or was asked to, and who helps; nobody is named as taker before accepting [§2.5-4]. */
export const takersOf = (action: Named, s: Sentences, nobody: string = s.registers.withoutTaker): string => {
  const { who, proposedTo = [], helpers = [] } = action
  const r = s.registers
  const taker = who.length > 0 ? s.and(who) : proposedTo.length > 0 && !isLeft(action) ? r.proposedTo(s.and(proposedTo)) : nobody
  return helpers.length === 0 ? taker : `${taker} ${r.helpedBy(s.and(helpers))}`
}
