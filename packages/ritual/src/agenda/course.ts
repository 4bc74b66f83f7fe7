import type { ActOf } from '../acts.ts'
import type { PublicBoard } from '../board.ts'
import { dayOf } from '../days.ts'
import { endDecisions } from '../decisions/endings.ts'
import type { Id } from '../ids.ts'
import { hatsOf } from '../permissions/hats.ts'
import { refuse } from '../refusal.ts'
import type { Judge, Scene } from '../scene.ts'
import type { Signal } from '../signals/entities.ts'
import { isUntreated } from '../signals/untreated.ts'
import { facts, factsAnd } from '../verdict.ts'
import type { Item } from './entities.ts'
import { hasOutput } from './outputs.ts'

const isPresent = (board: PublicBoard, personId: Id): boolean => board.people[personId]?.presence === 'present'
const untreated = (board: PublicBoard): readonly Signal[] => Object.values(board.signals).filter(isUntreated)
/** The item's end, with that of its open decision, whose unrevealed positions are forgotten. */
const endsWith = (scene: Scene, itemId: Id, status: 'postponed' | 'withdrawn') => {
  const { facts: ended, confidences } = endDecisions(scene, { status }, itemId)
  return factsAnd([...ended, { type: `item-${status}`, itemId }], confidences)
}

const openOne = (board: PublicBoard): Item | undefined => Object.values(board.items).find((item) => item.status === 'open')

/** One open item at a time, its carrier or a replacement there, and what it expects from people said [§2.4.3, D17]. */
export const openItem: Judge<ActOf<'open-item'>> = ({ board }, _actor, { itemId }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.status !== 'listed') return refuse('moved-on')
  const other = openOne(board)
  if (other) return refuse('item-open', { items: [other.id] })
  if (item.expectation === '') return refuse('expectation-missing')
  if (item.carriers.length === 0 && item.replacement === undefined) return refuse('carrier-missing')
  const here = [...item.carriers, ...(item.replacement === undefined ? [] : [item.replacement])].some((id) => isPresent(board, id))
  if (!here) return refuse('carrier-absent', { people: item.carriers })
  if (item.kind === 'feedback' && item.towards === undefined) return refuse('incomplete', { missing: ['towards'] })
  return facts({ type: 'item-opened', itemId })
}

export const pauseItem: Judge<ActOf<'pause-item'>> = ({ board }, _actor, { itemId }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  return item.status === 'open' ? facts({ type: 'item-paused', itemId }) : refuse('moved-on')
}

/** Not before a level-3 signal is settled; the room's pause it laid is lifted with it [§2.4.3]. */
export const resumeItem: Judge<ActOf<'resume-item'>> = ({ board }, _actor, { itemId }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.status !== 'paused') return refuse('moved-on')
  const stopping = untreated(board).filter((signal) => signal.level === 3)
  if (stopping.length > 0) return refuse('signal-open', { signals: stopping.map((signal) => signal.id) })
  const other = openOne(board)
  if (other) return refuse('item-open', { items: [other.id] })
  return facts(...(board.now.pause?.signalId === undefined ? [] : [{ type: 'resumed' as const }]), { type: 'item-resumed', itemId })
}

export const closeItem: Judge<ActOf<'close-item'>> = ({ board, words, now }, _actor, { itemId, nextStep }) => {
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.status !== 'open') return refuse('moved-on')
  const signals = untreated(board)
  if (signals.length > 0) return refuse('signal-open', { signals: signals.map((signal) => signal.id) })
  const output = hasOutput(board, words, item, nextStep, dayOf(now, board.meeting.timezone))
  if (!output.ok) return output
  return facts({ type: 'item-closed', itemId, ...(nextStep !== undefined && { nextStep }) })
}

/** Postponing the item is itself what was chosen to treat it: it does not wait for what it is to settle. */
const isTreatedByPostponing = ({ status, responses }: Signal): boolean => status === 'in-care' && responses.includes('postpone')

/** Facilitation postpones, with the carrier's agreement given aloud; a carrier alone asks for it [§2.6 note 6]. */
export const postponeItem: Judge<ActOf<'postpone-item'>> = (scene, actor, { itemId }) => {
  const { board, online } = scene
  const item = board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.status !== 'listed' && item.status !== 'open' && item.status !== 'paused') return refuse('moved-on')
  const worn = hatsOf(board, online, actor)
  if (!worn.has('F')) return item.postponeAsked ? facts() : facts({ type: 'item-postpone-asked', itemId })
  const signals = item.status === 'listed' ? [] : untreated(board).filter((signal) => !isTreatedByPostponing(signal))
  if (signals.length > 0) return refuse('signal-open', { signals: signals.map((signal) => signal.id) })
  return endsWith(scene, itemId, 'postponed')
}

export const withdrawItem: Judge<ActOf<'withdraw-item'>> = (scene, _actor, { itemId }) => {
  const item = scene.board.items[itemId]
  if (!item) return refuse('no-such-thing')
  if (item.status === 'done' || item.status === 'postponed' || item.status === 'withdrawn') return refuse('moved-on')
  return endsWith(scene, itemId, 'withdrawn')
}
