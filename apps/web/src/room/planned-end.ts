import { isOver, type PublicBoard } from '@clairiere/ritual'

/** When it was to end (ms): its length from its opening, or from the hour it was called for. Null of one that is over: nothing is to come. */
export const plannedEnd = ({ meeting }: Pick<PublicBoard, 'meeting'>): number | null => {
  if (isOver(meeting)) return null
  const start = meeting.openedAt ?? meeting.scheduledStart
  return start === undefined ? null : Date.parse(start) + meeting.plannedMinutes * 60_000
}
