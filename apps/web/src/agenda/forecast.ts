import { plannedSteps, stepsOf, type PublicBoard } from '@clairiere/ritual'
import { agendaOf } from '../room/agenda-order.ts'
import { timeOf } from '../room/item-time.ts'
import { stepTimeOf } from '../room/step-time.ts'

/** Minutes still to come: what is left of the present step or of the open item, the items listed, the steps after this one. The agenda's own are those of its items. */
export const minutesToCome = (board: PublicBoard, now: number): number => {
  const { phase, itemId, timer } = board.now
  const steps = stepsOf(board.meeting)
  const at = steps.indexOf(phase ?? 'welcome')
  const open = itemId === null ? undefined : board.items[itemId]
  const ofItem = open ? timeOf(open, timer, now).left : 0
  const listed = agendaOf(board.items).filter(({ status, id }) => (status === 'listed' || status === 'paused') && id !== itemId)
  const ofItems = at <= steps.indexOf('agenda') ? listed.reduce((sum, item) => sum + item.plannedMinutes, 0) : 0
  const ofStep = phase === 'agenda' ? 0 : (stepTimeOf(board, now)?.left ?? 0)
  const after = plannedSteps(board.meeting).filter((each) => steps.indexOf(each.phase) > at && each.phase !== 'agenda')
  return ofItem + ofItems + ofStep + after.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** When the meeting ends at this pace (ms): foretold, not alarmed. Null when it is not under way. */
export const endForecast = (board: PublicBoard, now: number): number | null =>
  board.meeting.status === 'live' ? now + minutesToCome(board, now) * 60_000 : null

/** Whole minutes of pause inside the open item, which its countdown leaves out. */
export const pausedMinutes = (board: PublicBoard, now: number): number => {
  const item = board.now.itemId === null ? undefined : board.items[board.now.itemId]
  const { timer } = board.now
  if (item?.openedAt === undefined || timer === null) return 0
  const running = timer.runningSince === null ? 0 : Math.max(0, now - Date.parse(timer.runningSince))
  return Math.max(0, Math.floor((now - Date.parse(item.openedAt) - timer.heldMs - running) / 60_000))
}
