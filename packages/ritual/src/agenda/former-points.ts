import type { Board } from '../board.ts'
import type { Fact } from '../facts.ts'
import type { Id } from '../ids.ts'
import type { Previous } from '../meeting/handed-on.ts'
import { isOver } from '../meeting/is-over.ts'
import { broughtItem } from './brought-item.ts'
import type { Item } from './entities.ts'

/** A point of the former meeting that goes on, or, with its id alone, one that was dealt with there. */
export type FormerPoint = { id: Id; goesOn?: Previous['items'][number] }

/** The id of that point where it comes once the meeting was made. No colon: it would part the names of its notes. */
const heardId = (id: Id): Id => `former-point-${id.replaceAll(/[^0-9A-Za-z_.-]/g, '-')}`.slice(0, 64)

/** That point here: brought from the beginning, or heard of since. */
const pointHere = ({ previous, items }: Board, id: Id): Item | undefined => {
  const index = previous.items.findIndex(({ point }) => point === id)
  return items[index === -1 ? heardId(id) : `former-${index + 1}`]
}

const isTakenUp = ({ notes }: Board, { id, status, carriers }: Item): boolean =>
  status !== 'proposed' || carriers.length > 0 || Object.values(notes).some(({ itemId }) => itemId === id)

/**
 * The facts by which a meeting made early learns what became of its former's points: one postponed since comes to its agenda; one dealt with there leaves it, unless
 * somebody has taken it up here [§2.4.3].
 */
export const pointsHeard = (board: Board, points: readonly FormerPoint[]): readonly Fact[] =>
  points.flatMap(({ id, goesOn }): readonly Fact[] => {
    const here = pointHere(board, id)
    if (goesOn) return here || isOver(board.meeting) ? [] : [{ type: 'item-proposed', itemId: heardId(id), ...broughtItem(goesOn) }]
    return here && !isTakenUp(board, here) ? [{ type: 'item-withdrawn', itemId: here.id }] : []
  })
