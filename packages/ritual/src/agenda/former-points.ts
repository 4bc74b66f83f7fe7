import type { Board } from '../board.ts'
import type { Fact } from '../facts.ts'
import type { Id } from '../ids.ts'
import { asksTheSame } from '../circulation/objected-point.ts'
import type { Objected, Previous } from '../meeting/handed-on.ts'
import { isOver } from '../meeting/is-over.ts'
import { broughtItem } from './brought-item.ts'
import type { Item } from './entities.ts'

/** A point of the former meeting that goes on, with the objection that asked for it where one did [D2], or, with its id alone, one that was dealt with there. */
export type FormerPoint = { id: Id; goesOn?: Previous['items'][number]; objected?: Objected }

/** The id of that point where it comes once the meeting was made. No colon: it would part the names of its notes. */
const heardId = (id: Id): Id => `former-point-${id.replaceAll(/[^0-9A-Za-z_.-]/g, '-')}`.slice(0, 64)

/** That point here: brought from the beginning, or heard of since. */
const pointHere = ({ previous, items }: Board, id: Id): Item | undefined => {
  const index = previous.items.findIndex(({ point }) => point === id)
  return items[index === -1 ? heardId(id) : `former-${index + 1}`]
}

const isTakenUp = ({ notes }: Board, { id, status, carriers }: Item): boolean =>
  status !== 'proposed' || carriers.length > 0 || Object.values(notes).some(({ itemId }) => itemId === id)

/** Whether that objection has its point here already. */
const isAsked = ({ items }: Pick<Board, 'items'>, { item }: Objected): boolean =>
  Object.values(items).some((point) => asksTheSame(point, item))

/** The id of a line of « À mettre à l’ordre du jour » that comes once the meeting was made. */
const askedId = (index: number): Id => `former-asked-${index}`

/** What the former meeting wants spoken of, written once this one was made: each line comes as a point, once, until this one opens. */
export const askedHeard = ({ items, meeting }: Board, asked: Previous['items']): readonly Fact[] => {
  if (meeting.openedAt !== undefined || isOver(meeting)) return []
  const known = new Set(Object.values(items).map(({ title }) => title))
  const first = Object.keys(items).filter((id) => id.startsWith('former-asked-')).length + 1
  return asked
    .filter(({ title }) => !known.has(title))
    .map((told, index) => ({ type: 'item-proposed', itemId: askedId(first + index), ...broughtItem(told) }))
}

/**
 * The facts by which a meeting made early learns what became of its former's points: one postponed since comes to its agenda; one dealt with there leaves it, unless
 * somebody has taken it up here [§2.4.3].
 */
export const pointsHeard = (board: Board, points: readonly FormerPoint[]): readonly Fact[] =>
  points.flatMap(({ id, goesOn, objected }): readonly Fact[] => {
    const here = pointHere(board, id)
    if (goesOn) {
      if (here || isOver(board.meeting) || (objected && isAsked(board, objected))) return []
      const known = objected ? [{ type: 'former-objected' as const, objected: { ...objected, onAgenda: true as const } }] : []
      return [...known, { type: 'item-proposed', itemId: heardId(id), ...broughtItem(goesOn) }]
    }
    return here && !isTakenUp(board, here) ? [{ type: 'item-withdrawn', itemId: here.id }] : []
  })
