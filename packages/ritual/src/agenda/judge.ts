import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { given } from '../fields.ts'
import type { Id } from '../ids.ts'
import { ok, refuse, type Outcome } from '../refusal.ts'
import type { Judge } from '../scene.ts'
import { facts, whoActs } from '../verdict.ts'
import type { agendaActs } from './acts.ts'
import { givesWay } from '../decisions/sovereign.ts'
import { closeItem, openItem, pauseItem, postponeItem, resumeItem, withdrawItem } from './course.ts'
import type { Item, ItemStatus } from './entities.ts'

const DEFAULT_MINUTES = 10

/** Names that an item may not make up: people and organisations of this meeting only. */
const knowsNames = (
  board: PublicBoard,
  names: { people?: readonly Id[] | undefined; orgs?: readonly (Id | null | undefined)[] },
): Outcome<true> => {
  const people = names.people?.filter((id) => !board.people[id]) ?? []
  if (people.length > 0) return refuse('unknown-person', { people })
  const organisations = (names.orgs ?? []).filter((id): id is Id => id != null && !board.organisations[id])
  return organisations.length > 0 ? refuse('no-such-thing', { organisations }) : ok(true)
}

const propose: Judge<ActOf<'propose-item'>> = ({ board }, actor, { type: _type, carriers, expectation, plannedMinutes, ...fields }) => {
  const proposer = whoActs(actor)
  const carrying = carriers ?? (actor.kind === 'person' ? [proposer] : [])
  const known = knowsNames(board, { people: carrying, orgs: [fields.onBehalfOf, fields.towards, fields.sovereign, ...fields.structures] })
  if (!known.ok) return known
  if (board.items[actor.actId]) return refuse('already-there')
  return facts({
    type: 'item-proposed',
    itemId: actor.actId,
    ...given(fields),
    carriers: carrying,
    expectation: expectation ?? '',
    plannedMinutes: plannedMinutes ?? DEFAULT_MINUTES,
    proposedBy: proposer,
  })
}

const list: Judge<ActOf<'list-item'>> = ({ board }, _actor, { itemId }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.status !== 'proposed') return refuse('moved-on')
  if (item.carriers.length === 0) return refuse('carrier-missing')
  if (item.expectation === '') return refuse('expectation-missing')
  return facts({ type: 'item-listed', itemId })
}

const order: Judge<ActOf<'order-items'>> = ({ board }, _actor, { ids }) => {
  const unknown = ids.filter((id) => (board.items[id]?.position ?? -1) < 0)
  if (unknown.length > 0 || new Set(ids).size < ids.length) return refuse('moved-on', { items: unknown })
  return facts({ type: 'items-ordered', ids })
}

const ended: readonly ItemStatus[] = ['done', 'postponed', 'withdrawn']

const set: Judge<ActOf<'set-item'>> = ({ board }, _actor, { type: _type, itemId, ...changes }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  const { participants: _named, ...rest } = changes
  if (ended.includes(item.status) && Object.keys(rest).length > 0) return refuse('wrong-status')
  // The way of deciding is displayed before the item starts and cannot change silently after [D18].
  if (changes.kind !== undefined && changes.kind !== item.kind && item.openedAt !== undefined && !givesWay(board, item, changes.kind))
    return refuse('process-locked')
  const people = [...(changes.carriers ?? []), ...(changes.participants ?? []), ...(changes.replacement ? [changes.replacement] : [])]
  const known = knowsNames(board, { people, orgs: [changes.onBehalfOf, changes.towards, changes.sovereign, ...(changes.structures ?? [])] })
  if (!known.ok) return known
  return facts({ type: 'item-set', itemId, changes: given(changes) })
}

/** The narrator alone tells, and says whether it may be published [G1]. */
const tell: Judge<ActOf<'tell-experience'>> = ({ board }, _actor, { type: _type, itemId, ...told }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.kind !== 'rex') return refuse('process-locked')
  const said = given(told)
  // After the meeting only what is published changes: the rest is frozen with the minutes.
  if (board.meeting.status !== 'live' && Object.keys(said).some((field) => field !== 'published')) return refuse('frozen')
  return facts({ type: 'experience-told', itemId, told: said })
}

const isRunning = (item: Item | undefined): item is Item => item !== undefined && !ended.includes(item.status)

export const agendaJudges = {
  'propose-item': propose,
  'list-item': list,
  'order-items': order,
  'set-item': set,
  'tell-experience': tell,
  'open-item': openItem,
  'pause-item': pauseItem,
  'resume-item': resumeItem,
  'close-item': closeItem,
  'postpone-item': postponeItem,
  'withdraw-item': withdrawItem,
  'plan-minutes': ({ board }, _actor, { itemId, minutes }) => {
    const item = board.items[itemId]
    return isRunning(item) ? facts({ type: 'minutes-planned', itemId, minutes }) : refuse(item ? 'wrong-status' : 'no-such-thing')
  },
  'agree-overrun': ({ board }, _actor, { itemId, minutes }) => {
    const item = board.items[itemId]
    if (!item) return refuse('no-such-thing')
    return item.status === 'open' || item.status === 'paused' ? facts({ type: 'overrun-agreed', itemId, minutes }) : refuse('wrong-status')
  },
} satisfies { [T in keyof typeof agendaActs]: Judge<ActOf<T>> }
