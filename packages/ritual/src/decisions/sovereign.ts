import type { Item, ItemKind } from '../agenda/entities.ts'
import type { PublicBoard } from '../board.ts'
import type { OrgId } from '../ids.ts'

/** The structure or commission that decides alone here and has nobody present to speak for it; `undefined` when nothing stands against deciding [D12]. */
export const absentSovereign = (board: PublicBoard, { sovereign }: Pick<Item, 'sovereign'>): OrgId | undefined => {
  if (sovereign === undefined) return undefined
  const isHeard = Object.values(board.people).some(
    ({ presence, voices }) => presence === 'present' && voices.some(({ org }) => org === sovereign),
  )
  return isHeard ? undefined : sovereign
}

/** A decision that cannot be taken here becomes an advice or a feedback, said aloud; nothing else changes its kind once opened [D12, D18]. */
export const givesWay = (board: PublicBoard, item: Item, kind: ItemKind): boolean =>
  item.kind === 'decision' &&
  (kind === 'advice' || kind === 'feedback') &&
  absentSovereign(board, item) !== undefined &&
  !Object.values(board.decisions).some(
    (decision) => decision.itemId === item.id && (decision.status === 'open' || decision.status === 'adopted'),
  )
