import type { Fact } from '../facts.ts'
import type { Scene } from '../scene.ts'

/** Below this the distribution would tell who gave what: it never becomes a fact [§2.7]. */
export const ROTI_MIN_ANSWERS = 5

/** The distribution of the ROTI as a fact, at `close` and once more at `seal`, counting late answers and those taken back [architecture § Four kinds]. */
export const countRoti = ({ board, secrets, knowsAll }: Pick<Scene, 'board' | 'secrets' | 'knowsAll'>): readonly Fact[] => {
  if (!knowsAll) return []
  const counts = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }
  const answers = secrets.all('roti', 'closing')
  for (const { payload } of answers) counts[payload.roti]++
  if (answers.length >= ROTI_MIN_ANSWERS) return [{ type: 'roti-counted', roti: { answers: answers.length, counts } }]
  return board.closing.roti ? [{ type: 'roti-forgotten' }] : []
}
