import type { Board, BoardRecord, EntitySection } from './board.ts'
import type { Closing } from './closing/entities.ts'
import type { Id } from './ids.ts'
import type { Meeting, Now } from './meeting/entities.ts'

type EntityOf<S extends EntitySection> = Board[S][string]

/** The board with one entity put in its place. Everything else keeps its identity, which the projection and the screens compare. */
export const putEntity = <S extends EntitySection>(board: Board, section: S, id: Id, entity: EntityOf<S>): Board => ({
  ...board,
  [section]: { ...board[section], [id]: entity },
})

/** Changes some fields of an entity; an unknown id changes nothing, so that the fold is total. */
export const changeEntity = <S extends EntitySection>(
  board: Board,
  section: S,
  id: Id,
  change: (entity: EntityOf<S>) => EntityOf<S>,
): Board => {
  const entity = board[section][id] as EntityOf<S> | undefined
  return entity === undefined ? board : putEntity(board, section, id, change(entity))
}

export const dropEntity = (board: Board, section: EntitySection, id: Id): Board => {
  if (!Object.hasOwn(board[section], id)) return board
  const { [id]: _dropped, ...rest } = board[section] as Record<string, unknown>
  return { ...board, [section]: rest }
}

export const changeMeeting = (board: Board, change: Partial<Meeting>): Board => ({ ...board, meeting: { ...board.meeting, ...change } })
export const changeNow = (board: Board, change: Partial<Now>): Board => ({ ...board, now: { ...board.now, ...change } })
export const changeClosing = (board: Board, change: Partial<Closing>): Board => ({ ...board, closing: { ...board.closing, ...change } })
export const changeRecord = (board: Board, change: Partial<BoardRecord>): Board => ({ ...board, record: { ...board.record, ...change } })

/** Remembers the order in which entries came, since ids made offline tell the device's time and not the record's [§2.5-25]. */
export const noteOrder = (board: Board, id: Id): Board =>
  Object.hasOwn(board.record.order, id)
    ? board
    : changeRecord(board, { order: { ...board.record.order, [id]: Object.keys(board.record.order).length } })
