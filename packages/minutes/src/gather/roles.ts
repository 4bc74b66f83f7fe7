import type { BoardRecord, Instant, PersonId } from '@clairiere/ritual'
import type { RoleHeld } from '../record/people.ts'
import { roleIds, type RoleId } from '../record/vocabulary.ts'
import { minuteOf } from './clock.ts'
import type { Sources } from './sources.ts'

interface Held {
  personId: PersonId
  from: Instant
  to: Instant
}

/** Roles as they were held, in the order of their cards; the host convenes and is not printed [§2.9 Roles]. */
export const rolesOf = (sources: Sources, numberOf: (itemId: string) => string | undefined): RoleHeld[] =>
  roleIds.flatMap((role) => {
    const holders = joined(heldAs(sources, role, 'holder'))
    if (holders.length === 0) return []
    const held = new Set(holders.map((span) => span.personId))
    const others = (rank: 'pair' | 'backup') =>
      [...new Set(heldAs(sources, role, rank).map((span) => span.personId))].filter((id) => !held.has(id))
    return [
      {
        role,
        holders: turnsOf(sources, holders, numberOf),
        pairs: sources.names.people(others('pair')),
        backups: sources.names.people(others('backup')),
      },
    ]
  })

/** Spans of one rank, clipped to the meeting. */
const heldAs = ({ board, openedAt, endedAt }: Sources, role: RoleId, rank: BoardRecord['roleSpans'][number]['rank']): Held[] =>
  board.record.roleSpans
    .filter((span) => span.role === role && span.rank === rank && (span.to === undefined || span.to > openedAt) && span.from <= endedAt)
    .map(({ personId, from, to }) => ({
      personId,
      from: from > openedAt ? from : openedAt,
      to: to === undefined || to > endedAt ? endedAt : to,
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** A hand-over taken back within the minute left no trace in the room, and leaves none here. */
const joined = (spans: readonly Held[]): Held[] => {
  const result: Held[] = []
  for (const span of spans) {
    const before = result.findLast((each) => each.personId === span.personId)
    if (before !== undefined && minuteOf(before.to) >= minuteOf(span.from)) before.to = span.to
    else result.push({ ...span })
  }
  return result
}

/** Who began is named alone; whoever took over says when. Given and handed back is one entry. */
const turnsOf = (sources: Sources, holders: readonly Held[], numberOf: (itemId: string) => string | undefined): RoleHeld['holders'] => {
  const [first, ...later] = holders
  if (first === undefined) return []
  return [
    { name: sources.names.person(first.personId) },
    ...later
      .filter((span) => span.personId !== first.personId)
      .map((span) => ({ name: sources.names.person(span.personId), ...during(sources, span, first, numberOf) })),
  ].filter(({ name }) => name !== '')
}

const during = (
  sources: Sources,
  span: Held,
  first: Held,
  numberOf: (itemId: string) => string | undefined,
): Pick<RoleHeld['holders'][number], 'during'> => {
  // several mood-watchers at once: nobody took over from anybody
  if (minuteOf(span.from) < minuteOf(first.to)) return {}
  const item = itemCovered(sources, span)
  const number = item === undefined ? undefined : numberOf(item)
  return { during: number === undefined ? { from: sources.clock.hour(span.from), to: sources.clock.hour(span.to) } : { item: number } }
}

/** Handing over takes people a moment on either side of the item. */
const TOLERANCE_MINUTES = 2

/** The one item for which the role was handed over: from its beginning to its end, and no longer. */
const itemCovered = ({ board, endedAt }: Sources, span: Held): string | undefined => {
  const near = (a: Instant, b: Instant) => Math.abs(minuteOf(a) - minuteOf(b)) <= TOLERANCE_MINUTES
  const ids = new Set(board.record.itemSpans.map((each) => each.itemId))
  return [...ids].find((itemId) => {
    const spans = board.record.itemSpans.filter((each) => each.itemId === itemId)
    const from = spans.map((each) => each.from).reduce((a, b) => (a < b ? a : b))
    const to = spans.map((each) => each.to ?? endedAt).reduce((a, b) => (a > b ? a : b))
    return near(span.from, from) && near(span.to, to)
  })
}
