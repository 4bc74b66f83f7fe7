import type { PersonId, PublicBoard } from '@clairiere/ritual'

let last: { board: PublicBoard; who: ReadonlySet<PersonId> } | null = null

/** Whose proposal the open item waits for; nobody once it is laid down. The carrier alone lays it down, so whoever leads has nothing to press. */
export const textAwaitedOf = (board: PublicBoard): readonly PersonId[] => {
  const item = board.now.itemId === null || board.now.pause ? undefined : board.items[board.now.itemId]
  if (item?.kind !== 'decision' || item.status !== 'open') return []
  if (Object.values(board.decisions).some(({ itemId }) => itemId === item.id)) return []
  return item.replacement === undefined ? item.carriers : [item.replacement]
}

const here = (board: PublicBoard): readonly PersonId[] =>
  Object.values(board.people).flatMap(({ id, presence }) => (presence === 'present' || presence === 'away' ? [id] : []))

const reckon = (board: PublicBoard): ReadonlySet<PersonId> => {
  const who = new Set<PersonId>()
  const { now } = board
  for (const turn of [now.turn, now.floor.turn]) if (turn) who.add(turn.personId)
  for (const personId of textAwaitedOf(board)) who.add(personId)
  for (const { itemId, takers } of Object.values(board.actions))
    if (itemId === now.itemId) for (const { personId, accepted } of takers) if (!accepted) who.add(personId)
  for (const seat of Object.values(board.roles)) for (const offer of seat.offers) who.add(offer.personId)
  if (now.phase === 'weather') for (const id of here(board)) if (!board.weather[id]) who.add(id)
  if (now.phase === 'closing') for (const id of here(board)) if (!board.closing.heard.includes(id)) who.add(id)
  return who
}

/** Of whom something is awaited now, as far as everybody may know: their turn, a role or an action offered to them, the text of their point, a weather or a closing word not yet given. Same answer for the same board. */
export const awaited = (board: PublicBoard): ReadonlySet<PersonId> => {
  if (last?.board !== board) last = { board, who: reckon(board) }
  return last.who
}
