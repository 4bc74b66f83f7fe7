import type { Board, Id, Instant, Words } from '@clairiere/ritual'
import { clockIn, type Clock } from './clock.ts'
import { namesOf, type Names } from './names.ts'

/** What every part of a record is gathered from. */
export interface Sources {
  board: Board
  words: Words
  names: Names
  clock: Clock
  openedAt: Instant
  /** The end of the meeting; the present moment while it is live. */
  endedAt: Instant
  /** The day whose open windows are printed: of sealing, or today. */
  today: string
  /** Entities in the order in which they came. */
  inOrder: <T extends { id: Id }>(entities: Readonly<Record<Id, T>>) => T[]
}

export const sourcesOf = (board: Board, words: Words, now: Instant): Sources => {
  const { meeting, record } = board
  const clock = clockIn(meeting.timezone)
  const openedAt = meeting.openedAt ?? meeting.scheduledStart ?? now
  const place = (id: Id) => record.order[id] ?? Number.MAX_SAFE_INTEGER
  return {
    board,
    words,
    names: namesOf(board),
    clock,
    openedAt,
    endedAt: meeting.closedAt ?? now,
    today: clock.day(meeting.status === 'sealed' ? (meeting.sealedAt ?? now) : now),
    inOrder: (entities) => Object.values(entities).toSorted((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1)),
  }
}
