import { broughtItem, hasAgenda } from '../agenda/brought-item.ts'
import type { Board } from '../board.ts'
import type { Fact } from '../facts.ts'
import { given } from '../fields.ts'
import type { Id } from '../ids.ts'
import type { Objected, Previous } from '../meeting/entities.ts'
import { asksTheSame } from './objected-point.ts'

type Told = Previous['items'][number]

/** The id of that point where it comes once the meeting was made. No colon: it would part the names of its notes. */
const objectedItemId = ({ replaces, threadId = '' }: Told): Id =>
  `former-objected-${(replaces ?? threadId).replaceAll(/[^0-9A-Za-z_.-]/g, '-')}`.slice(0, 64)

/** Words that come later stand with the others, as long as nobody has written in that point or opened it. */
const wordsAdded = (board: Board, item: Told, before: Told): readonly Fact[] => {
  const point = Object.values(board.items).find(
    ({ kind, threadId, replaces, status, context }) =>
      asksTheSame({ title: '', kind, threadId, replaces }, item) &&
      (status === 'proposed' || status === 'listed') &&
      context === before.text,
  )
  return point && hasAgenda(board) ? [{ type: 'item-set', itemId: point.id, changes: given({ context: item.text }) }] : []
}

/**
 * The facts by which a meeting learns that somebody objects to what a former one decided, where it was made before: each comes to its agenda, while it has one and none
 * before it in the line had it, and once [D2].
 */
export const objectionsHeard = (board: Board, objected: readonly Objected[]): readonly Fact[] =>
  objected.flatMap(({ item, onAgenda }): readonly Fact[] => {
    const heard = board.previous.objected?.find((known) => asksTheSame(known.item, item))
    const brought = board.previous.items.find((told) => told.status === 'objected' && asksTheSame(told, item))
    const before = heard?.item ?? brought
    if (before) {
      if (before.text === item.text) return []
      const isOn = heard ? heard.onAgenda : (true as const)
      return [{ type: 'former-objected', objected: { item, ...given({ onAgenda: isOn }) } }, ...wordsAdded(board, item, before)]
    }
    if (onAgenda) return []
    if (!hasAgenda(board)) return [{ type: 'former-objected', objected: { item } }]
    return [
      { type: 'former-objected', objected: { item, onAgenda: true } },
      { type: 'item-proposed', itemId: objectedItemId(item), ...broughtItem(item) },
    ]
  })
