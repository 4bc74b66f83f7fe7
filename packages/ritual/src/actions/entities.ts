import type { Day, Id, OrgId, PersonId } from '../ids.ts'

export const actionStatuses = ['open-without-taker', 'proposed', 'accepted', 'in-progress', 'done', 'given-back', 'dropped'] as const
export type ActionStatus = (typeof actionStatuses)[number]

/** Something to do; each taker accepts personally [C5, C6]. An action taken over from a previous meeting keeps its reference and names people by `who`. */
export interface Action {
  id: Id
  ref: string
  title: string
  takers: readonly { personId: PersonId; accepted: boolean }[]
  /** People asked who are not of this meeting, by full name. */
  absent?: readonly string[]
  helpers: readonly PersonId[]
  forOrg: OrgId | null
  due?: Day
  itemId?: Id
  decisionId?: Id
  /** Of an action of a former meeting: reference of the decision it carries out. */
  decisionRef?: string
  commons?: string
  /** Spends what its decision gives [D11]. */
  spends?: true
  helpAsked?: boolean
  status: ActionStatus
  /** From a former meeting: looked at in the follow-up, printed there and not among this meeting's actions. */
  carriedOver?: { who: readonly string[]; helpers?: readonly string[]; seen: boolean; helpAsked: boolean }
}
