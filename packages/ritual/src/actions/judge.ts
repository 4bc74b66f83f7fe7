import type { ActOf } from '../acts.ts'
import { mayWriteFor, personOf } from '../acting.ts'
import type { PublicBoard } from '../board.ts'
import { nextActionRef } from '../decisions/numbering.ts'
import { given } from '../fields.ts'
import type { Person } from '../people/entities.ts'
import { refuse, type Outcome } from '../refusal.ts'
import type { Actor, Judge, Scene } from '../scene.ts'
import { facts } from '../verdict.ts'
import type { actionActs } from './acts.ts'
import type { Action } from './entities.ts'

/**
 * An action of this meeting, numbered on from those before. Who names themselves, or says it for a person without a device, has accepted; anybody else named
 * is asked. Without taker it stays visible as such: nobody is assigned by default [C5, C6].
 */
const createAction: Judge<ActOf<'create-action'>> = (scene, actor, act) => {
  const creator = personOf(scene, actor)
  if (!creator.ok) return creator
  const { board } = scene
  const named = [...new Set(act.takers)].map((personId) => board.people[personId])
  if (named.some((person) => !person)) return refuse('unknown-person')
  const decision = act.decisionId === undefined ? undefined : board.decisions[act.decisionId]
  const itemId = act.itemId ?? decision?.itemId ?? board.now.itemId ?? undefined
  const missing =
    (act.decisionId !== undefined && !decision) ||
    (itemId !== undefined && !board.items[itemId]) ||
    (act.forOrg !== null && !board.organisations[act.forOrg])
  if (missing) return refuse('no-such-thing')
  // Somebody who is here is asked on their own screen, however they were named.
  const here = new Map(Object.values(board.people).map((person) => [person.name, person]))
  const absent = [...new Set(act.absent)].filter((name) => !here.has(name))
  for (const name of act.absent) {
    const person = here.get(name)
    if (person && !named.includes(person)) named.push(person)
  }
  const takers = named.flatMap((person) =>
    person ? [{ personId: person.id, accepted: mayWriteFor(scene, creator.value.id, person) }] : [],
  )
  const { title, forOrg, due, decisionId, commons, spends } = act
  if (spends && !decision) return refuse('incomplete', { missing: ['decision'] })
  return facts({
    type: 'action-created',
    actionId: actor.actId,
    ref: nextActionRef(board),
    title,
    takers,
    ...(absent.length > 0 && { absent }),
    forOrg,
    ...given({ due, itemId, decisionId, commons }),
    ...(spends && { spends }),
  })
}

/** Statuses of a circuit to register a decision of a former meeting in which that decision is not in force. */
const notInForce = ['to-send', 'sent', 'received', 'returned']

/**
 * An action that spends waits until its decision is in force, which for a structure's decision is once it is registered [D11, §2.5-12]. One of a former meeting knows its
 * decision by reference: it waits while a circuit of that decision is brought along unregistered; one that is no more brought along was seen registered.
 */
export const isHeldBack = (
  { decisions, transmissions }: Pick<PublicBoard, 'decisions' | 'transmissions'>,
  { spends, decisionId, decisionRef }: Action,
): boolean => {
  if (!spends) return false
  if (decisionRef === undefined) return decisions[decisionId ?? '']?.legalEffect !== 'in-force'
  return Object.values(transmissions).some(
    (circuit) =>
      circuit.kind === 'register' && !circuit.inForce && circuit.decisionRef === decisionRef && notInForce.includes(circuit.status),
  )
}

const isOver = (action: Action): boolean => action.status === 'done' || action.status === 'dropped'

const actionFor = (scene: Scene, actor: Actor, actionId: string): Outcome<{ person: Person; action: Action }> => {
  const person = personOf(scene, actor)
  if (!person.ok) return person
  const action = scene.board.actions[actionId]
  return action ? { ok: true, value: { person: person.value, action } } : refuse('no-such-thing')
}

/** Whether the person has taken it; one of a former meeting names its people in full [C7]. */
export const hasTaken = (action: Action, person: Person): boolean =>
  action.takers.some((taker) => taker.personId === person.id && taker.accepted) || action.carriedOver?.who.includes(person.name) === true

/** Accepted by the person alone, asked or volunteering. */
const acceptAction: Judge<ActOf<'accept-action'>> = (scene, actor, act) => {
  const found = actionFor(scene, actor, act.actionId)
  if (!found.ok) return found
  const { person, action } = found.value
  if (isOver(action)) return refuse('wrong-status')
  if (action.takers.some((taker) => taker.personId === person.id && taker.accepted)) return refuse('already-there')
  return facts({ type: 'action-accepted', actionId: action.id, personId: person.id })
}

/** Declined or given back, without a reason [C6]. */
const giveBackAction: Judge<ActOf<'give-back-action'>> = (scene, actor, act) => {
  const found = actionFor(scene, actor, act.actionId)
  if (!found.ok) return found
  const { person, action } = found.value
  if (isOver(action)) return refuse('wrong-status')
  const named =
    action.takers.some((taker) => taker.personId === person.id) || hasTaken(action, person) || action.absent?.includes(person.name) === true
  return named ? facts({ type: 'action-given-back', actionId: action.id, personId: person.id }) : refuse('not-yours')
}

/**
 * Said by who took it: done, in progress, needs help [F11]; anyone may say it of an action that has nobody. In the follow-up, anyone may say that the line
 * was looked at, since its takers may be elsewhere.
 */
const updateAction: Judge<ActOf<'update-action'>> = (scene, actor, act) => {
  const found = actionFor(scene, actor, act.actionId)
  if (!found.ok) return found
  const { person, action } = found.value
  const { type: _type, actionId, ...asked } = act
  const changes = given(asked)
  const onlySeen = Object.keys(changes).every((field) => field === 'seen')
  const orphan = action.takers.length === 0 && !action.absent?.length && !action.carriedOver?.who.length
  if (!onlySeen && !orphan && !hasTaken(action, person)) return refuse('not-yours')
  // Where the former meeting is known by its papers alone, nobody tells this one of a registration: it is said there as it stood, and those who know better are not stopped.
  const begins = act.status === 'in-progress' || act.status === 'done'
  const hears = !action.carriedOver || scene.board.previous.followed === true
  if (begins && hears && isHeldBack(scene.board, action)) return refuse('awaiting-registration')
  return facts({ type: 'action-updated', actionId, ...changes })
}

const helpAction: Judge<ActOf<'help-action'>> = (scene, actor, act) => {
  const found = actionFor(scene, actor, act.actionId)
  if (!found.ok) return found
  const { person, action } = found.value
  if (isOver(action)) return refuse('wrong-status')
  const helps = action.helpers.includes(person.id) || action.carriedOver?.helpers?.includes(person.name)
  if (helps || action.takers.some((taker) => taker.personId === person.id)) return refuse('already-there')
  return facts({ type: 'action-helped', actionId: action.id, personId: person.id })
}

/** Rules of actions [A3, C5–C7]. */
export const actionJudges: { [T in keyof typeof actionActs]: Judge<ActOf<T>> } = {
  'create-action': createAction,
  'accept-action': acceptAction,
  'give-back-action': giveBackAction,
  'update-action': updateAction,
  'help-action': helpAction,
}
