import type { PublicBoard } from '../board.ts'
import type { Id, Instant, PersonId } from '../ids.ts'
import { holdersOf } from '../permissions/hats.ts'
import { rootOf } from '../roots.ts'

/** A root whose words keep coming is noted once in so long (ms): its hour is said to the minute. */
const EVERY_MS = 60_000

/**
 * Which of the roots somebody just wrote in are to be noted as having come after `close` [§4.5]: during the review alone, not the scribe's own pen, to whom they
 * are listed, and not those noted within this minute.
 */
export const lateRoots = (board: PublicBoard, personId: PersonId, roots: Iterable<string>, now: Instant): readonly string[] => {
  if (board.meeting.status !== 'review' || holdersOf(board, 'scribe').includes(personId)) return []
  const noted = board.now.lateWords ?? {}
  return [...new Set(roots)].filter((root) => {
    const last = noted[root]
    return rootOf(root) !== undefined && (last === undefined || Date.parse(now) - Date.parse(last) >= EVERY_MS)
  })
}

/** What came after `close`, the first first, for the scribe: in which item (null: in what belongs to the whole meeting) and when it was last synced. */
export const lateWordsAt = (board: Pick<PublicBoard, 'now'>): readonly { root: string; itemId: Id | null; at: Instant }[] =>
  Object.entries(board.now.lateWords ?? {})
    .flatMap(([name, at]) => {
      const root = rootOf(name)
      return root === undefined ? [] : [{ root: name, itemId: 'itemId' in root ? root.itemId : null, at }]
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.root < b.root ? -1 : 1))
