import type { Fact } from '../facts.ts'
import type { Scene } from '../scene.ts'
import type { Closing } from './entities.ts'

/** Below this the distribution would tell who gave what: it never becomes a fact [§2.7]. So would a difference of fewer between two that were told. */
export const ROTI_MIN_ANSWERS = 5

type Roti = NonNullable<Closing['roti']>
type Counts = Roti['counts']
type Seen = Pick<Scene, 'board' | 'secrets' | 'knowsAll'>

/**
 * The distribution of the ROTI as a fact, at `close` and once more at `seal` [architecture § Four kinds]. Both are read, and the second less the first is what changed: late answers
 * are added when they are five, else left out; when one to four were taken back none is told any more.
 */
export const countRoti = ({ board, secrets, knowsAll }: Seen): readonly Fact[] => {
  if (!knowsAll) return []
  const { roti: told } = board.closing
  const given = secrets.all('roti', 'closing')
  const counted = told === undefined ? given.map(({ payload }) => payload.roti) : recounted(told, given, board.meeting.closedAt ?? '')
  if (counted === 'as told') return []
  if (counted.length >= ROTI_MIN_ANSWERS) return [{ type: 'roti-counted', roti: { answers: counted.length, counts: countsOf(counted) } }]
  return told === undefined ? [] : [{ type: 'roti-forgotten' }]
}

type Value = keyof Counts

function recounted(told: Roti, given: readonly { at: string; payload: { roti: Value } }[], closedAt: string): readonly Value[] | 'as told' {
  const valuesOf = (answers: typeof given): readonly Value[] => answers.map(({ payload }) => payload.roti)
  const early = given.filter(({ at }) => at <= closedAt)
  const late = given.filter(({ at }) => at > closedAt)
  const added = late.length >= ROTI_MIN_ANSWERS ? valuesOf(late) : []
  const takenBack = Math.max(0, told.answers - early.length)
  if (takenBack === 0) return added.length === 0 ? 'as told' : [...listed(told.counts), ...added] // what was changed since stays as it was told
  return takenBack < ROTI_MIN_ANSWERS ? [] : [...valuesOf(early), ...added]
}

const values = [1, 2, 3, 4, 5] as const

const countsOf = (answers: readonly Value[]): Counts => {
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
  for (const value of answers) counts[value]++
  return counts
}

const listed = (counts: Counts): readonly Value[] => values.flatMap((value) => Array.from({ length: counts[value] }, () => value))
