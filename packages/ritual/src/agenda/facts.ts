import type { Board } from '../board.ts'
import { changeEntity, changeNow, changeRecord, noteOrder, putEntity } from '../board-changes.ts'
import type { Id, OrgId, PersonId } from '../ids.ts'
import { clearFloor } from '../floor/facts.ts'
import type { Appliers } from '../stamp.ts'
import type { Experience, Item } from './entities.ts'
import { heldMinutes } from './held.ts'

/** What is said of a point when it is proposed. */
export type Proposed = Omit<
  Item,
  'id' | 'status' | 'position' | 'openedAt' | 'closedAt' | 'heldMinutes' | 'overrunMinutes' | 'support' | 'postponeAsked' | 'nextStep'
>
/** Fields that `set-item` may change; `null` takes an optional one away. */
export type ItemChanges = Partial<Omit<Proposed, 'proposedBy' | 'replacement' | 'participants' | 'sovereign' | 'experience'>> & {
  sovereign?: OrgId | null
  replacement?: PersonId | null
  participants?: readonly PersonId[] | null
}

export type AgendaFact =
  | ({ type: 'item-proposed'; itemId: Id } & Proposed)
  | { type: 'item-listed'; itemId: Id }
  | { type: 'items-ordered'; ids: readonly Id[] }
  | { type: 'item-set'; itemId: Id; changes: ItemChanges }
  | { type: 'experience-told'; itemId: Id; told: Partial<Experience> }
  | { type: 'item-opened'; itemId: Id }
  | { type: 'item-paused'; itemId: Id; signalId?: Id }
  | { type: 'item-resumed'; itemId: Id }
  | { type: 'item-closed'; itemId: Id; nextStep?: string }
  | { type: 'item-postpone-asked'; itemId: Id }
  | { type: 'item-postponed'; itemId: Id }
  | { type: 'item-withdrawn'; itemId: Id }
  | { type: 'minutes-planned'; itemId: Id; minutes: number }
  | { type: 'overrun-agreed'; itemId: Id; minutes: number }

const change = (board: Board, itemId: Id, changes: Partial<Item>): Board =>
  changeEntity(board, 'items', itemId, (item) => ({ ...item, ...changes }))

const runTimer = (board: Board, itemId: Id, at: string): Board => {
  const heldMs = board.now.itemId === itemId ? (board.now.timer?.heldMs ?? 0) : 0
  const isAnother = board.now.itemId !== null && board.now.itemId !== itemId
  return changeNow(isAnother ? clearFloor(board, at) : board, {
    itemId,
    timer: { heldMs, runningSince: board.now.pause === null ? at : null },
  })
}
const holdTimer = (board: Board, itemId: Id, at: string): Board => {
  const { timer } = board.now
  if (board.now.itemId !== itemId || timer === null || timer.runningSince === null) return board
  return changeNow(board, {
    timer: { heldMs: timer.heldMs + Math.max(0, Date.parse(at) - Date.parse(timer.runningSince)), runningSince: null },
  })
}
const beginSpan = (board: Board, itemId: Id, at: string): Board =>
  board.record.itemSpans.some((span) => span.itemId === itemId && span.to === undefined)
    ? board
    : changeRecord(board, { itemSpans: [...board.record.itemSpans, { itemId, from: at }] })
const endSpan = (board: Board, itemId: Id, at: string): Board =>
  changeRecord(board, {
    itemSpans: board.record.itemSpans.map((span) => (span.itemId === itemId && span.to === undefined ? { ...span, to: at } : span)),
  })

const end = (board: Board, itemId: Id, status: Item['status'], at: string, more: Partial<Item> = {}): Board => {
  const item = board.items[itemId]
  if (!item) return board
  const ended = endSpan(board, itemId, at)
  const held = item.openedAt === undefined ? {} : { heldMinutes: heldMinutes(ended.record, itemId), closedAt: at }
  const changed = change(ended, itemId, { status, ...held, ...more })
  return changed.now.itemId === itemId ? changeNow(clearFloor(changed, at), { itemId: null, timer: null }) : changed
}

const setItem = (item: Item, { replacement, participants, sovereign, ...changes }: ItemChanges): Item => {
  const { replacement: formerReplacement, participants: formerParticipants, sovereign: formerSovereign, ...rest } = { ...item, ...changes }
  const nextReplacement = replacement === undefined ? formerReplacement : replacement
  const nextParticipants = participants === undefined ? formerParticipants : participants
  const nextSovereign = sovereign === undefined ? formerSovereign : sovereign
  return {
    ...rest,
    ...(nextReplacement != null && { replacement: nextReplacement }),
    ...(nextParticipants != null && { participants: nextParticipants }),
    ...(nextSovereign != null && { sovereign: nextSovereign }),
  }
}

const untold: Experience = { situation: '', did: '', difficulties: '', helped: '', published: false }

export const agendaAppliers: Appliers<AgendaFact> = {
  'experience-told': (board, { itemId, told }) =>
    changeEntity(board, 'items', itemId, (item) => ({ ...item, experience: { ...(item.experience ?? untold), ...told } })),
  'item-proposed': (board, { type: _type, itemId, ...given }) =>
    noteOrder(
      putEntity(board, 'items', itemId, { ...given, id: itemId, status: 'proposed', position: -1, overrunMinutes: 0, support: {} }),
      itemId,
    ),
  'item-listed': (board, { itemId }) => {
    const last = Math.max(-1, ...Object.values(board.items).map((item) => item.position))
    return change(board, itemId, { status: 'listed', position: last + 1 })
  },
  'items-ordered': (board, { ids }) => {
    // The ones not named keep their order, behind the named ones.
    const named = new Set(ids)
    const others = Object.values(board.items)
      .filter((item) => item.position >= 0 && !named.has(item.id))
      .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    return [...ids, ...others.map((item) => item.id)].reduce(
      (next, id, position) => (next.items[id]?.position === position ? next : change(next, id, { position })),
      board,
    )
  },
  'item-set': (board, { itemId, changes }) => changeEntity(board, 'items', itemId, (item) => setItem(item, changes)),
  'item-opened': (board, { itemId }, { at }) =>
    beginSpan(runTimer(change(board, itemId, { status: 'open', openedAt: at }), itemId, at), itemId, at),
  // A level-3 signal stops the visible countdown, not the held time [§2.4.3].
  'item-paused': (board, { itemId, signalId }, { at }) => {
    const paused = holdTimer(change(board, itemId, { status: 'paused' }), itemId, at)
    return signalId === undefined ? endSpan(paused, itemId, at) : paused
  },
  'item-resumed': (board, { itemId }, { at }) => beginSpan(runTimer(change(board, itemId, { status: 'open' }), itemId, at), itemId, at),
  'item-closed': (board, { itemId, nextStep }, { at }) => end(board, itemId, 'done', at, nextStep === undefined ? {} : { nextStep }),
  'item-postpone-asked': (board, { itemId }) => change(board, itemId, { postponeAsked: true }),
  'item-postponed': (board, { itemId }, { at }) => end(board, itemId, 'postponed', at),
  'item-withdrawn': (board, { itemId }, { at }) => end(board, itemId, 'withdrawn', at),
  'minutes-planned': (board, { itemId, minutes }) => change(board, itemId, { plannedMinutes: minutes }),
  'overrun-agreed': (board, { itemId, minutes }) =>
    changeEntity(board, 'items', itemId, (item) => ({ ...item, overrunMinutes: item.overrunMinutes + minutes })),
}
