import type { BoardRecord } from '../board.ts'
import type { Id } from '../ids.ts'

/** Whole minutes an item was held: from open to done, less the breaks of the whole group; a level-3 pause counts [§2.4.3, AC-15]. */
export const heldMinutes = (record: BoardRecord, itemId: Id): number => {
  let held = 0
  for (const span of record.itemSpans) {
    if (span.itemId !== itemId || span.to === undefined) continue
    const from = Date.parse(span.from)
    const to = Date.parse(span.to)
    held += to - from
    for (const pause of record.pauses) {
      if (pause.signalId !== undefined) continue
      const overlap = Math.min(to, pause.to === undefined ? to : Date.parse(pause.to)) - Math.max(from, Date.parse(pause.from))
      if (overlap > 0) held -= overlap
    }
  }
  return Math.max(0, Math.round(held / 60_000))
}
