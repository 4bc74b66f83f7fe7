import { attributableKinds, type Attributed, type EntryKind, type Id, type PersonId, type PublicBoard } from '@clairiere/ritual'

export { attributableKinds }

/** Something this person said that the minutes may show: its kind and id for the acts, where it stands, its words, how its author appears. */
export interface MyEntry {
  kind: EntryKind
  id: Id
  itemId?: Id
  text: string
  attribution?: Attributed['attribution']
}

type Kept = ReadonlySet<string>

const isMine = (me: PersonId, kept: Kept, kind: EntryKind, entry: Attributed & { id: Id }): boolean =>
  entry.personId === me || (entry.personId === undefined && kept.has(`${kind}:${entry.id}`))

/**
 * All of one person's own entries, in the order of the minutes [§2.5-19]. `kept` names those that do not show their author: subjects of the `authorship`
 * confidences that this device alone holds. `waiting`: an improvement that becomes public with the others, at the close or the seal; `gaveClosing`: unpublished words, a thanks or a ROTI of theirs are kept.
 */
export const myEntries = (
  board: PublicBoard,
  me: PersonId,
  kept: Kept,
  { waiting, gaveClosing = false }: { waiting?: string | undefined; gaveClosing?: boolean } = {},
): readonly MyEntry[] => {
  const found: MyEntry[] = []
  const take = (kind: EntryKind, itemId: Id | undefined, entries: readonly (Attributed & { id: Id; text: string })[]): void => {
    for (const { id, text, attribution, ...entry } of entries)
      if (isMine(me, kept, kind, { ...entry, id, attribution }))
        found.push({ kind, id, text, attribution, ...(itemId === undefined ? {} : { itemId }) })
  }
  if (board.weather[me]) found.push({ kind: 'weather', id: me, text: '' })
  const items = Object.values(board.items).toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  for (const item of items) {
    take(
      'note',
      item.id,
      Object.values(board.notes).filter(({ itemId, hidden }) => itemId === item.id && !hidden),
    )
    take(
      'reaction',
      item.id,
      Object.values(board.reactions).filter(({ itemId }) => itemId === item.id),
    )
    take('advice', item.id, board.advice[item.id]?.given ?? [])
    for (const decision of Object.values(board.decisions).filter(({ itemId }) => itemId === item.id)) {
      take('objection', item.id, decision.objections)
      take('concern', item.id, decision.concerns)
      take('improvement', item.id, decision.improvements)
      take(
        'reaction',
        item.id,
        Object.values(board.reactions).filter(({ decisionId, itemId }) => decisionId === decision.id && itemId === undefined),
      )
      for (const { id, personId, text } of decision.interests)
        if (personId === me) found.push({ kind: 'interest', id, text, itemId: item.id })
      for (const { id, personId, text } of decision.commitments ?? [])
        if (personId === me) found.push({ kind: 'commitment', id, text, itemId: item.id })
    }
  }
  const published = board.closing.words.filter(({ personId }) => personId === me)
  // Who passed is heard too, and has nothing to take back.
  if (published.length > 0 || gaveClosing) found.push({ kind: 'closing', id: me, text: published.map(({ text }) => text).join(' ') })
  for (const { id, text } of board.closing.improvements)
    if (kept.has(`closing-improvement:${id}`)) found.push({ kind: 'closing-improvement', id, text })
  if (waiting !== undefined) found.push({ kind: 'closing-improvement', id: me, text: waiting })
  return found
}

/** A text as it can be found again on the printed page: spaces made plain, no final stop. */
export const comparable = (text: string): string =>
  text
    .replaceAll(/[\s\u00A0\u202F]+/gu, ' ')
    .trim()
    .replace(/[.…]$/u, '')
