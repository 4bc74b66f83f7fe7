import { currentRound, currentVersion, type Decision, type Item, type PublicBoard } from '@clairiere/ritual'

/** What stands on the wall now, as one of few pictures. */
export type Present =
  | { kind: 'welcome' }
  | { kind: 'turn'; personId: string; prompt: string }
  | { kind: 'item'; item: Item; number: number; of: number; decision: Decision | null }
  | { kind: 'phase'; phase: 'weather' | 'follow-up' }
  | { kind: 'between'; next: Item | null }
  | { kind: 'closing' }
  | { kind: 'over' }

const order = (items: PublicBoard['items']): readonly Item[] =>
  Object.values(items)
    .filter(({ status }) => ['listed', 'open', 'paused', 'done'].includes(status))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** Who speaks comes first, then the open item, then the phase. */
export const presentOf = (board: PublicBoard): Present => {
  const { status } = board.meeting
  const { phase, turn, roundId, itemId } = board.now
  if (status === 'review' || status === 'sealed') return { kind: 'over' }
  if (status !== 'live') return { kind: 'welcome' }
  if (turn) return { kind: 'turn', personId: turn.personId, prompt: (roundId !== null && board.rounds[roundId]?.prompt) || '' }
  const all = order(board.items)
  const item = itemId === null ? undefined : board.items[itemId]
  if (item) {
    const decisions = Object.values(board.decisions).filter(
      (decision) => decision.itemId === item.id && (decision.status === 'open' || decision.status === 'adopted'),
    )
    return { kind: 'item', item, number: all.findIndex(({ id }) => id === item.id) + 1, of: all.length, decision: decisions.at(-1) ?? null }
  }
  if (phase === 'welcome' || phase === null) return { kind: 'welcome' }
  if (phase === 'closing' || phase === 'wrap-up') return { kind: 'closing' }
  if (phase !== 'agenda') return { kind: 'phase', phase }
  return { kind: 'between', next: all.find((one) => one.status === 'listed') ?? null }
}

/** The text read aloud, and how large: 34, 28 or 24 px as it grows, so that 1 200 characters still stand whole. */
export const textSize = (length: number): 'aloud' | 'middle' | 'long' => (length <= 520 ? 'aloud' : length <= 820 ? 'middle' : 'long')

/** What the positions of a decision say on the wall: never a name, never who is missing. */
export const positionsOf = (decision: Decision): 'given' | 'revealed' | null => {
  if (decision.status !== 'open' || decision.step !== 'objections') return null
  return currentRound(decision)?.revealedAt ? 'revealed' : 'given'
}

export const versionOf = (decision: Decision): { n: number; text: string } => currentVersion(decision)
