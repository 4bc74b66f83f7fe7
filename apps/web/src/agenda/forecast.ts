import { defaultTemplate, stepsOf, type Phase, type PublicBoard } from '@clairiere/ritual'
import { agendaOf } from '../room/agenda-order.ts'
import { timeOf } from '../room/item-time.ts'

/** Minutes the template gives a phase of a meeting of this length. The agenda's own are those of its items. */
export const phaseMinutes = (phase: Phase, plannedMinutes: number): number =>
  Math.round((defaultTemplate.phases.find((each) => each.phase === phase)?.share ?? 0) * plannedMinutes)

/** Minutes still to come: what is left of the open item, the items listed, the phases after this one. The present phase without a clock counts as begun and done. */
export const minutesToCome = (board: PublicBoard, now: number): number => {
  const { phase, itemId, timer } = board.now
  const steps = stepsOf(board.meeting)
  const at = steps.indexOf(phase ?? 'welcome')
  const open = itemId === null ? undefined : board.items[itemId]
  const ofItem = open ? timeOf(open, timer, now).left : 0
  const listed = agendaOf(board.items).filter(({ status, id }) => (status === 'listed' || status === 'paused') && id !== itemId)
  const ofItems = at <= steps.indexOf('agenda') ? listed.reduce((sum, item) => sum + item.plannedMinutes, 0) : 0
  const after = steps.filter((each, index) => index > at && each !== 'agenda')
  return ofItem + ofItems + after.reduce((sum, each) => sum + phaseMinutes(each, board.meeting.plannedMinutes), 0)
}

/** When the meeting ends at this pace (ms): foretold, not alarmed. Null when it is not under way. */
export const endForecast = (board: PublicBoard, now: number): number | null =>
  board.meeting.status === 'live' ? now + minutesToCome(board, now) * 60_000 : null

/** When it was to end (ms): its length from its opening, or from the hour it was called for. */
export const plannedEnd = ({ meeting }: Pick<PublicBoard, 'meeting'>): number | null => {
  const start = meeting.openedAt ?? meeting.scheduledStart
  return start === undefined ? null : Date.parse(start) + meeting.plannedMinutes * 60_000
}

/** Whole minutes of pause inside the open item, which its countdown leaves out. */
export const pausedMinutes = (board: PublicBoard, now: number): number => {
  const item = board.now.itemId === null ? undefined : board.items[board.now.itemId]
  const { timer } = board.now
  if (item?.openedAt === undefined || timer === null) return 0
  const running = timer.runningSince === null ? 0 : Math.max(0, now - Date.parse(timer.runningSince))
  return Math.max(0, Math.floor((now - Date.parse(item.openedAt) - timer.heldMs - running) / 60_000))
}
