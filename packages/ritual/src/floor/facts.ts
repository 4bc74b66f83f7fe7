import type { Board } from '../board.ts'
import { changeNow, changeRecord } from '../board-changes.ts'
import type { Id, OrgId, PersonId } from '../ids.ts'
import type { Floor } from '../meeting/entities.ts'
import type { Appliers } from '../stamp.ts'

type Asked = Floor['queue'][number]

export type FloorFact =
  | { type: 'floor-asked'; personId: PersonId; kind: Asked['kind']; forOrg?: OrgId }
  | { type: 'floor-left'; personId: PersonId }
  | { type: 'floor-given'; turnId: Id; personId: PersonId }
  | { type: 'floor-stepped-back'; personId: PersonId }
  | { type: 'floor-ordered'; order: NonNullable<Floor['order']> }
  | { type: 'floor-ended'; turnId: Id; personId: PersonId }

const changeFloor = (board: Board, change: Partial<Floor>): Board => changeNow(board, { floor: { ...board.now.floor, ...change } })

const timesSpoken = (board: Board, personId: PersonId): number =>
  board.record.turns.filter((turn) => turn.roundId === null && turn.personId === personId).length

/** Before whom one may pass: the frame first, then, unless the group chose the order of asking, those who have spoken least [I7]. */
const rankIn =
  (board: Board) =>
  (entry: Asked): number =>
    entry.kind === 'frame' ? -1 : board.now.floor.order === 'asked' ? 0 : timesSpoken(board, entry.personId)

/** Equal ones stay in the order of asking. */
const insert = (board: Board, asked: Asked): readonly Asked[] => {
  const rank = rankIn(board)
  const queue = board.now.floor.queue.filter((entry) => entry.personId !== asked.personId)
  const place = queue.findIndex((entry) => rank(entry) > rank(asked))
  return place === -1 ? [...queue, asked] : queue.toSpliced(place, 0, asked)
}

const stepBack = ({ queue }: Floor, personId: PersonId): readonly Asked[] => {
  const place = queue.findIndex((entry) => entry.personId === personId)
  const [own, next] = [queue[place], queue[place + 1]]
  return own && next ? queue.toSpliced(place, 2, next, own) : queue
}

/** Whoever has the floor has ended: nobody else speaks while a round gives its turns [§2.4.2]. */
export const endFloorTurn = (board: Board, at: string): Board => {
  const { turn } = board.now.floor
  if (turn === null) return board
  const spoken = { turnId: turn.turnId, roundId: null, personId: turn.personId, from: turn.startedAt, to: at }
  return changeRecord(changeFloor(board, { turn: null }), { turns: [...board.record.turns, spoken] })
}

/** What was asked for belongs to what is talked about: once that is over, whoever speaks has ended and the queue is empty [§2.4.3, B8]. Not at a pause. */
export const clearFloor = (board: Board, at: string): Board => {
  const ended = endFloorTurn(board, at)
  return ended.now.floor.queue.length === 0 ? ended : changeFloor(ended, { queue: [] })
}

export const floorAppliers: Appliers<FloorFact> = {
  'floor-asked': (board, { personId, kind, forOrg }, { at }) =>
    changeFloor(board, { queue: insert(board, { personId, kind, askedAt: at, ...(forOrg !== undefined && { forOrg }) }) }),
  'floor-left': (board, { personId }) =>
    changeFloor(board, { queue: board.now.floor.queue.filter((entry) => entry.personId !== personId) }),
  'floor-given': (board, { turnId, personId }, { at }) => {
    const ended = endFloorTurn(board, at)
    return changeFloor(ended, {
      turn: { turnId, personId, startedAt: at },
      queue: ended.now.floor.queue.filter((entry) => entry.personId !== personId),
    })
  },
  'floor-stepped-back': (board, { personId }) => changeFloor(board, { queue: stepBack(board.now.floor, personId) }),
  'floor-ordered': (board, { order }) => {
    const ordered = changeFloor(board, { order })
    const rank = rankIn(ordered)
    const queue = board.now.floor.queue.toSorted(
      (a, b) => rank(a) - rank(b) || (a.askedAt < b.askedAt ? -1 : a.askedAt > b.askedAt ? 1 : 0),
    )
    return changeFloor(ordered, { queue })
  },
  'floor-ended': (board, _fact, { at }) => endFloorTurn(board, at),
}
