import type { Board } from '../board.ts'
import type { Id } from '../ids.ts'
import type { Item } from './entities.ts'

/** An item's subject across meetings: its own when it goes on with nothing. Ids of a meeting's first agenda are those of every meeting, hence the meeting's. */
export const threadOf = (board: Pick<Board, 'meeting'>, item: Item): Id => item.threadId ?? `${board.meeting.id}:${item.id}`.slice(0, 64)
