import { broughtItem } from '../agenda/brought-item.ts'
import type { Item } from '../agenda/entities.ts'
import type { Board } from '../board.ts'
import type { Fact } from '../facts.ts'
import { given } from '../fields.ts'
import type { Id } from '../ids.ts'
import type { Objected, Previous } from '../meeting/handed-on.ts'
import { isOver } from '../meeting/is-over.ts'
import { asksTheSame, knownObjections } from './objected-point.ts'

type Told = Previous['items'][number]

/** The id of that point where it comes once the meeting was made. No colon: it would part the names of its notes. */
const objectedItemId = ({ replaces, threadId = '' }: Told): Id =>
  `former-objected-${(replaces ?? threadId).replaceAll(/[^0-9A-Za-z_.-]/g, '-')}`.slice(0, 64)

/** That point here, while it has not begun or goes on to the next meeting. */
const pointFor = (board: Board, item: Told): Item | undefined =>
  Object.values(board.items).find(
    (point) => asksTheSame(point, item) && (point.status === 'proposed' || point.status === 'listed' || point.status === 'postponed'),
  )

/** Words that come later stand with the others, and those taken back go, as long as nobody has written in that point or opened it. */
const reworded = (board: Board, item: Told, before: Told): readonly Fact[] => {
  const point = pointFor(board, item)
  if (point === undefined || point.context !== before.text || item.text === before.text) return []
  return [{ type: 'item-set', itemId: point.id, changes: given({ context: item.text }) }]
}

/** Whether nobody has taken it up or changed a thing in it since it came. */
const isUntouched = ({ notes }: Board, point: Item, item: Told): boolean =>
  point.status === 'proposed' &&
  Object.entries(broughtItem(item)).every(([field, brought]) => JSON.stringify(point[field as keyof Item]) === JSON.stringify(brought)) &&
  !Object.values(notes).some(({ itemId }) => itemId === point.id)

/**
 * Nothing stands against the decision any more: its point is withdrawn where nobody has touched it, and may then come back; else it stays, and it is said beside it
 * that the objection was taken back.
 */
const takenBack = (board: Board, item: Told, known: Objected): readonly Fact[] => {
  const point = pointFor(board, item)
  const isVain = point !== undefined && isUntouched(board, point, known.item)
  const onAgenda = isVain ? undefined : known.onAgenda
  return [
    { type: 'former-objected', objected: { item, takenBack: true, ...given({ onAgenda }) } },
    ...reworded(board, item, known.item),
    ...(isVain ? [{ type: 'item-withdrawn' as const, itemId: point.id }] : []),
  ]
}

/**
 * The facts by which a meeting learns that somebody objects to what a former one decided, where it was made before, or took that back: each comes to its agenda, while it
 * has one and none before it in the line had it, and once [D2].
 */
export const objectionsHeard = (board: Board, objected: readonly Objected[]): readonly Fact[] =>
  objected.flatMap((told): readonly Fact[] => {
    const { item } = told
    const known = knownObjections(board).find((one) => asksTheSame(one.item, item))
    if (known && known.item.text === item.text && known.takenBack === told.takenBack) return []
    if (told.takenBack) return known ? takenBack(board, item, known) : []
    if (known?.onAgenda) return [{ type: 'former-objected', objected: { item, onAgenda: true } }, ...reworded(board, item, known.item)]
    // Its point may have been withdrawn here while another meeting keeps one that somebody had touched.
    if (told.onAgenda && !known) return []
    if (isOver(board.meeting)) return [{ type: 'former-objected', objected: { item } }]
    return [
      { type: 'former-objected', objected: { item, onAgenda: true } },
      { type: 'item-proposed', itemId: objectedItemId(item), ...broughtItem(item) },
    ]
  })
