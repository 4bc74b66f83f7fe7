import type { Item, Now } from '@clairiere/ritual'
import { useBoard } from './use-board.ts'
import { useRecordTime } from './use-clock.ts'

/** Time of the open item, in whole minutes as people say them; `part` is 0 to 1. */
export interface ItemTime {
  planned: number
  left: number
  part: number
  /** The time agreed is over: the group is asked, nothing is cut. */
  over: boolean
}

/** How long the open item has been held at `now` (ms), pauses left out: the server stops the timer while they last. */
export const spentMs = (timer: Now['timer'], now: number): number =>
  (timer?.heldMs ?? 0) + (timer?.runningSince ? Math.max(0, now - Date.parse(timer.runningSince)) : 0)

/** Reads the countdown at `now` (ms). */
export const timeOf = (item: Pick<Item, 'plannedMinutes' | 'overrunMinutes'>, timer: Now['timer'], now: number): ItemTime => {
  const planned = item.plannedMinutes + item.overrunMinutes
  const spent = spentMs(timer, now)
  const leftMs = planned * 60_000 - spent
  return {
    planned,
    left: Math.max(0, Math.ceil(leftMs / 60_000)),
    part: planned === 0 ? 0 : Math.min(1, spent / (planned * 60_000)),
    over: leftMs <= 0,
  }
}

/** The same, ticking; null when no item is open. */
export const useItemTime = (): ItemTime | null => {
  const item = useBoard((board) => (board.now.itemId === null ? undefined : board.items[board.now.itemId]))
  const timer = useBoard((board) => board.now.timer)
  const now = useRecordTime(10_000)
  return item ? timeOf(item, timer, now) : null
}
