import { changeEntity, noteOrder, putEntity } from '../board-changes.ts'
import type { Previous } from '../meeting/handed-on.ts'
import type { Day, Id, OrgId, PersonId } from '../ids.ts'
import type { Action, ActionStatus } from './entities.ts'
import type { Appliers } from '../stamp.ts'

/** What happens to actions [A3, C5–C7, F11]. */
export type ActionFact =
  | {
      type: 'action-created'
      actionId: Id
      ref: string
      title: string
      takers: Action['takers']
      absent?: readonly string[]
      forOrg: OrgId | null
      due?: Day
      itemId?: Id
      decisionId?: Id
      commons?: string
      spends?: true
    }
  | { type: 'action-accepted'; actionId: Id; personId: PersonId }
  | { type: 'action-given-back'; actionId: Id; personId: PersonId }
  | { type: 'action-updated'; actionId: Id; status?: ActionStatus; title?: string; due?: Day | null; helpNeeded?: boolean; seen?: boolean }
  | { type: 'action-helped'; actionId: Id; personId: PersonId }
  /** An action of the former meeting, made or changed there since this one was made. */
  | { type: 'action-handed-on'; action: Action; told: Previous['actions'][number] }

/** Where an action stands from its takers alone; nobody is ever assigned by default [C5]. */
export const statusOfTakers = (takers: Action['takers'], absent: readonly string[] = []): ActionStatus =>
  takers.length + absent.length === 0 ? 'open-without-taker' : takers.some((taker) => taker.accepted) ? 'accepted' : 'proposed'

/** The action once the person named so among the absent has answered for themselves. */
const withoutAbsent = ({ absent, ...action }: Action, name: string | undefined): Action => {
  const left = absent?.filter((other) => other !== name) ?? []
  return left.length === 0 ? action : { ...action, absent: left }
}

export const actionAppliers: Appliers<ActionFact> = {
  'action-created': (board, { type: _type, actionId, ...fields }) =>
    noteOrder(
      putEntity(board, 'actions', actionId, { id: actionId, ...fields, helpers: [], status: statusOfTakers(fields.takers, fields.absent) }),
      actionId,
    ),
  'action-accepted': (board, { actionId, personId }) =>
    changeEntity(board, 'actions', actionId, (action) => {
      const known = action.takers.some((taker) => taker.personId === personId)
      const takers = known
        ? action.takers.map((taker) => (taker.personId === personId ? { ...taker, accepted: true } : taker))
        : [...action.takers, { personId, accepted: true }]
      return {
        ...withoutAbsent(action, board.people[personId]?.name),
        takers,
        status: action.status === 'in-progress' ? 'in-progress' : 'accepted',
      }
    }),
  'action-given-back': (board, { actionId, personId }) =>
    changeEntity(board, 'actions', actionId, (before) => {
      const name = board.people[personId]?.name
      const action = withoutAbsent(before, name)
      const takers = action.takers.filter((taker) => taker.personId !== personId)
      const carriedOver = action.carriedOver && {
        ...action.carriedOver,
        seen: true,
        who: action.carriedOver.who.filter((who) => who !== name),
      }
      const left = takers.length + (action.absent?.length ?? 0) + (carriedOver?.who.length ?? 0)
      const status = left === 0 ? 'given-back' : carriedOver?.who.length ? action.status : statusOfTakers(takers, action.absent)
      return { ...action, takers, status, ...(carriedOver ? { carriedOver } : {}) }
    }),
  'action-updated': (board, { actionId, status, title, due, helpNeeded, seen }) =>
    changeEntity(board, 'actions', actionId, ({ due: before, ...action }) => {
      const dueNow = due === undefined ? before : (due ?? undefined)
      const carriedOver = action.carriedOver && {
        ...action.carriedOver,
        seen: seen ?? (status !== undefined || helpNeeded !== undefined ? true : action.carriedOver.seen),
        helpAsked: helpNeeded ?? action.carriedOver.helpAsked,
      }
      return {
        ...action,
        ...(status === undefined ? {} : { status }),
        ...(title === undefined ? {} : { title }),
        ...(dueNow === undefined ? {} : { due: dueNow }),
        ...(carriedOver ? { carriedOver } : helpNeeded === undefined ? {} : { helpAsked: helpNeeded }),
      }
    }),
  'action-helped': (board, { actionId, personId }) =>
    changeEntity(board, 'actions', actionId, (action) => ({ ...action, helpers: [...action.helpers, personId] })),
  'action-handed-on': (board, { action, told }) => {
    const { actions } = board.previous
    const isKnown = actions.some(({ ref }) => ref === told.ref)
    const previous = {
      ...board.previous,
      actions: isKnown ? actions.map((one) => (one.ref === told.ref ? told : one)) : [...actions, told],
    }
    return noteOrder(putEntity({ ...board, previous }, 'actions', action.id, action), action.id)
  },
}
