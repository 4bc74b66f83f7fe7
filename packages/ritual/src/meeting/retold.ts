import type { Board } from '../board.ts'
import type { Fact } from '../facts.ts'
import type { Previous, Retold } from './handed-on.ts'
import { isOver } from './is-over.ts'

/** What a meeting reads at its opening: told anew until then [G3, C1, C8]. */
const untilOpened = ['improvements', 'roleHistory', 'rolePreferences', 'rolesForeseen', 'threads', 'learnings'] as const
/** Told anew as long as it may be read: an author may take their name or their words back until the sealing of the former one [§2.5-19]. */
const always = ['decisions'] as const

const nothing: Required<Omit<Retold, 'highest'>> = {
  improvements: [],
  roleHistory: [],
  rolePreferences: {},
  rolesForeseen: {},
  threads: [],
  learnings: [],
  decisions: [],
  corrections: [],
}
/** In one order of fields: what was told as JSON and what was kept here may differ in that alone. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
const isSame = (a: unknown, b: unknown): boolean => written(a) === written(b)

/** The numbers only go on. */
const highestOf = ({ previous }: Pick<Board, 'previous'>, { highest }: Previous): Retold => {
  const known = previous.highest ?? { decision: 0, action: 0 }
  const both = { decision: Math.max(known.decision, highest?.decision ?? 0), action: Math.max(known.action, highest?.action ?? 0) }
  return isSame(both, known) ? {} : { highest: both }
}

/** The fact by which a meeting made early takes over anew what its former says by now; none where it says the same. */
export const retold = (board: Board, former: Previous): readonly Fact[] => {
  const { meeting, previous } = board
  const isOpened = meeting.openedAt !== undefined
  const fields = [...(isOver(meeting) ? [] : (['corrections'] as const)), ...(isOpened || isOver(meeting) ? [] : untilOpened), ...always]
  const told: Retold = {
    ...Object.fromEntries(
      fields
        .filter((field) => !isSame(previous[field] ?? nothing[field], former[field] ?? nothing[field]))
        .map((field) => [field, former[field] ?? nothing[field]]),
    ),
    ...(isOver(meeting) ? {} : highestOf(board, former)),
  }
  return Object.keys(told).length > 0 ? [{ type: 'former-told', told }] : []
}
